package dev.parley.mail.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parley.mail.mime.MailAttachment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Mime4j takes multiparts apart; here is what it must not be given, or not be believed. */
class MultipartTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String LINE_BY_LINE = "line by line";

    private final MailReader reader = new MailReader(MailReadSettings.DEFAULT);

    private ReadMail read(String boundary, String... lines) {
        String mail = "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n" + String.join("\n", lines);
        return assertTimeoutPreemptively(LIMIT, () -> reader.read(mail.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anOrdinaryMultipartGivesNoWarning() {
        ReadMail mail = read("b", "preamble", "--b", "", "one", "--b", "", "two", "--b--", "");
        assertThat(mail.text()).isEqualTo("one\ntwo");
        assertThat(mail.warnings()).isEmpty();
    }

    @Test
    void wordsBehindABoundaryOnItsLineAreNoPart() {
        ReadMail mail = read("b", "--b see RFC 2046", "", "one", "--b--");
        assertThat(mail.text()).isEqualTo("one");
    }

    @Test
    void anyLengthOfABoundaryIsReadAndALongOneIsNotGivenToMime4j() {
        for (int length = 1; length < 10_000; length += length < 250 ? 1 : 997) {
            String boundary = "x".repeat(length);
            ReadMail mail = read(boundary, "--" + boundary, "", "yes", "--" + boundary + "--");
            assertThat(mail.text()).as("%d", length).isEqualTo("yes");
            assertThat(mail.warnings().stream().anyMatch(warning -> warning.contains(LINE_BY_LINE)))
                    .as("%d", length)
                    .isEqualTo(length > 200);
        }
    }

    @Test
    void aBoundaryWithOddCharactersIsRead() {
        for (String boundary : new String[] {"a b", "a=b;c", "a'()+_,-./:=?"}) {
            ReadMail mail = read(boundary, "--" + boundary, "", "yes", "--" + boundary + "--");
            assertThat(mail.text()).as(boundary).isEqualTo("yes");
        }
    }

    @Test
    void partsAfterAnEarlyEndAreStillParts() {
        ReadMail mail = read("b", "--b", "", "one", "--b--", "--b", "", "two", "--b--");
        assertThat(mail.text()).isEqualTo("one\ntwo");
        assertThat(mail.attachments()).isEmpty();
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("comes again"));
    }

    @Test
    void anInnerBoundaryThatLooksLikeTheEndOfTheOuterOneHidesNothing() {
        ReadMail mail = read(
                "b",
                "--b",
                "Content-Type: multipart/mixed; boundary=b--1",
                "",
                "--b--1",
                "",
                "inner",
                "--b--1--",
                "--b",
                "",
                "outer",
                "--b--");
        assertThat(mail.text()).isEqualTo("inner\nouter");
    }

    @Test
    void aDoubleEncodedMultipartIsTakenApart() {
        ReadMail mail = reader.read(("Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n"
                        + java.util.Base64.getMimeEncoder()
                                .encodeToString("--b\n\nyes\n--b--\nafter".getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(mail.text()).isEqualTo("yes");
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("after-the-last-part.txt");
    }
}
