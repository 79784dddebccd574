package dev.parley.mail.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HostileMailTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final MailReader reader = new MailReader(MailReadSettings.DEFAULT);

    private ReadMail read(String mail) {
        byte[] raw = mail.getBytes(StandardCharsets.UTF_8);
        return assertTimeoutPreemptively(LIMIT, () -> reader.read(raw));
    }

    @Test
    void pitfall31TenThousandPartsAreCut() {
        ReadMail mail = read("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\npart\n".repeat(10_000));
        assertThat(mail.text().lines()).hasSizeBetween(900, 1_001);
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("parts"));
    }

    @Test
    void pitfall31FiveThousandLevelsAreCut() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        ReadMail read = read(mail.append("\nbottom\n").toString());
        assertThat(read.text()).contains("bottom");
        assertThat(read.warnings()).anyMatch(warning -> warning.contains("deeper"));
    }

    @Test
    void aLineOfAMegabyteIsRead() {
        assertThat(read("Subject: x\n\n" + "y".repeat(1_000_000)).text()).hasSizeGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    void anEndlessHeaderIsCut() {
        ReadMail mail = read("X-A: b\n".repeat(200_000) + "\ntext");
        assertThat(mail.text().strip()).isEqualTo("text");
        assertThat(mail.headers().fields()).hasSize(1_000);
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("header fields"));
    }

    @Test
    void fieldsMadeToBeSlowAreNot() {
        int many = 300_000;
        for (String value : new String[] {
            "=?a?Q?x".repeat(many / 7),
            "=?utf-8?B?".repeat(many / 10),
            "a@b,".repeat(many / 4),
            "<".repeat(many),
            "\"".repeat(many + 1),
            "(".repeat(many),
            ":".repeat(many),
            "<@,".repeat(many / 3),
            "a=\"x;".repeat(many / 5),
            "x".repeat(many),
            "a@b:" + ":".repeat(many),
            "=?a?Q?".repeat(many / 6) + "?=",
            " ".repeat(many),
            "\\".repeat(many)
        }) {
            for (String name : new String[] {
                "From",
                "To",
                "Subject",
                "References",
                "Content-Type",
                "Content-Disposition",
                "Authentication-Results",
                "Date"
            }) {
                read(name + ": " + value + "\nX: y\n\ntext");
            }
        }
    }

    @Test
    void pitfall31AVeryLongBoundaryIsNoEndlessLoop() {
        String boundary = "b".repeat(20_000);
        ReadMail mail = read("Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary
                + "\n\nhello\n--" + boundary + "--\n");
        assertThat(mail.text().strip()).isEqualTo("hello");
    }

    @Test
    void aBounceOfAMegabyteIsReadInTime() {
        String body = "could not be delivered user unknown 550 5.1.1 <a@b.example> quota exceeded ".repeat(14_000);
        assertThat(read("From: MAILER-DAEMON@x.example\nSubject: Undelivered Mail\n\n" + body)
                        .bounce())
                .isNotNull();
    }
}
