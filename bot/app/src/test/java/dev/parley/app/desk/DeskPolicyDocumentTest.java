package dev.parley.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.ticket.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/desk-policy.md} leaves out no text and no field. */
class DeskPolicyDocumentTest {
    private static final List<Set<String>> GROUPS = List.of(
            Set.of("quote_number", "version", "category", "tier", "amount", "scope", "expires", "contract"),
            Set.of("balance", "available", "available_after", "shortfall"),
            Set.of("old_quote_number", "old_amount"));
    private static final List<String> GROUP_NAMES = List.of("*quote*", "*funds*", "*old*");

    private final List<String> lines = Files.readAllLines(
            ProSupportTest.FILE.resolveSibling("../docs/desk-policy.md").normalize());

    DeskPolicyDocumentTest() throws IOException {}

    @ParameterizedTest
    @EnumSource
    void everyTextIsListedWithItsFields(Template template) {
        var start = "| `" + TextFiles.key(template) + "` | ";
        assertThat(lines)
                .filteredOn(line -> line.startsWith(start))
                .singleElement()
                .satisfies(line -> {
                    var last = line.substring(line.lastIndexOf(" | "));
                    template.fields()
                            .forEach(field -> assertThat(last)
                                    .satisfiesAnyOf(
                                            fields -> assertThat(fields).contains("`" + field + "`"),
                                            fields -> assertThat(fields).contains(group(field))));
                });
    }

    private static String group(String field) {
        for (var i = 0; i < GROUPS.size(); i++) {
            if (GROUPS.get(i).contains(field)) {
                return GROUP_NAMES.get(i);
            }
        }
        return "`" + field + "`";
    }

    /** The page names every key of the schema, which the loader is held to, and no other. */
    @Test
    void everyKeyIsListedAndNoOther() {
        var from = lines.indexOf("| key | default | what and why |") + 2;
        var listed = lines.subList(from, lines.size()).stream()
                .takeWhile(line -> line.startsWith("| `"))
                .map(line -> line.split("`", 3)[1])
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(SchemaTest.keysOfAllPlaces());
    }

    @Test
    void noTextIsListedThatDoesNotExist() {
        var from = lines.indexOf("| text | when | fields |") + 2;
        assertThat(lines.subList(from, lines.size()))
                .extracting(line -> line.split("`", 3)[1])
                .containsExactlyElementsOf(
                        Arrays.stream(Template.values()).map(TextFiles::key).toList());
    }
}
