package dev.parley.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema for editors knows the keys the loader knows, no more and no less. */
class SchemaTest {
    private static final String NOT_A_KEY = "not-a-key";
    private final JsonNode schema = new JsonMapper()
            .readTree(ProSupportTest.FILE.resolveSibling("desk.schema.json").toFile());

    @TempDir
    private Path folder = Path.of("");

    /** Puts an unknown key into a place of the file; the loader's complaint lists the keys it knows there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                          | 'desk: pro-support'",
                "addresses                 | '  desk: support@desk.example'",
                "request-types             | '  incident: free'",
                "severities/items          | '    title: {en: Everything or'",
                "categories/items          | '    category: 1'",
                "agreed-in-advance         | '  up-to: 20'",
                "quotes                    | '  valid-for: 14 days'",
                "tickets                   | '  close-after-answer: 7 days'",
                "credits                   | '  expire: never'",
                "packages                  | '  currency: USD'",
                "acknowledgements          | '  per-address: 1 per hour'"
            })
    void schemaAndLoaderKnowTheSameKeys(String place, String line) throws IOException {
        var indent = line.substring(0, line.length() - line.stripLeading().length());
        var text = Files.readString(ProSupportTest.FILE);
        var at = text.indexOf("\n" + line) + 1;
        assertThat(at).as(line).isPositive();
        var known = known(text.substring(0, at) + indent + NOT_A_KEY + ": 1\n" + text.substring(at));
        assertThat(known).isEqualTo(keys(place == null ? "" : place));
    }

    @Test
    void schemaAndLoaderKnowTheSameKeysOfWhatTheFileLeavesOut() throws IOException {
        var text = Files.readString(ProSupportTest.FILE) + "\nstaff:\n  " + NOT_A_KEY + ": 1\n";
        assertThat(known(text)).isEqualTo(keys("staff"));
    }

    @Test
    void everyPlaceWithKeysOfItsOwnIsComparedAbove() {
        var places = schema.at("/properties").properties().stream()
                .filter(e -> e.getValue().has("properties")
                        || e.getValue().at("/items").has("properties"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(places)
                .containsExactlyInAnyOrder(
                        "addresses",
                        "staff",
                        "request-types",
                        "severities",
                        "categories",
                        "agreed-in-advance",
                        "quotes",
                        "tickets",
                        "credits",
                        "packages",
                        "acknowledgements");
    }

    @Test
    void editorsFindTheSchemaFromTheFile() throws IOException {
        assertThat(Files.readString(ProSupportTest.FILE))
                .startsWith("# yaml-language-server: $schema=desk.schema.json\n");
    }

    private Set<String> keys(String place) {
        var node = schema;
        for (var step : place.split("/", -1)) {
            node = step.isEmpty() ? node : step.equals("items") ? node.path("items") : node.at("/properties/" + step);
        }
        return new TreeSet<>(node.path("properties").propertyNames());
    }

    private Set<String> known(String text) throws IOException {
        var texts = Files.createDirectories(folder.resolve("texts"));
        for (var name : new String[] {"en.yaml", "de.yaml"}) {
            Files.copy(ProSupportTest.FILE.resolveSibling("texts").resolve(name), texts.resolve(name));
        }
        var file = Files.writeString(folder.resolve("desk.yaml"), text);
        if (!(DeskFile.load(file) instanceof DeskFile.Loaded.Bad(var problems))) {
            throw new AssertionError("an unknown key went unnoticed");
        }
        assertThat(problems).hasSize(1);
        var right = problems.getFirst().right();
        assertThat(right).contains("known here: ");
        return Arrays.stream(right.replaceFirst(".*known here: ", "").split(", ", -1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
