package dev.parley.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole mails as the programs they are named for write them; beside each the text that is new in it. */
class MailsTest {

    /** What the quoted mail asks for; only the writer may say it. */
    private static final Pattern ASKED = Pattern.compile("YES|JA\\.|OUI|Responda");

    static List<String> mails() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(MailsTest.class.getResource("mails")).toURI());
        try (var files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".reply"))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(50);
            return names;
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void onlyTheNewTextIsTheReply(String name) {
        SplitText split = split(name);

        String wanted = Resource.read("mails/" + name.replaceFirst("\\.\\w+$", ".reply"));
        assertThat(split.written()).isEqualTo(wanted.stripTrailing());
        assertThat(split.written()).doesNotContainPattern(ASKED);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void noLineIsLost(String name) {
        SplitText split = split(name);

        assertThat(LostLines.of(split.full(), split)).isEmpty();
    }

    private static SplitText split(String name) {
        String mail = Resource.read("mails/" + name);
        return name.endsWith(".html") ? ReplyText.ofHtml(mail) : ReplyText.ofPlain(mail);
    }
}
