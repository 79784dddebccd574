package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.Forwarded;
import dev.parley.core.message.Party;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.read.MailReadSettings;
import dev.parley.mail.read.MailReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardsTest {
    private static final MailReader READER =
            new MailReader(new MailReadSettings(Set.of(), Set.of(), Set.of(), Set.of(), Limits.DEFAULT));

    private static final String GMAIL = """
        Please have a look.

        ---------- Forwarded message ---------
        From: Alice Example <Alice@Customer.example>
        Date: Mon, Nov 2, 2026 at 9:00
        Subject: Printing fails
        To: <engineer@vendor.example>

        Nothing prints.
        """;

    private static final String OUTLOOK = """
        Bitte ansehen.

        ________________________________
        Von: Alice Example <alice@customer.example>
        Gesendet: Montag, 2. November 2026 09:00
        An: Engineer <engineer@vendor.example>
        Betreff: Drucken geht nicht

        Es druckt nichts.
        """;

    @Test
    void whoIsMarkedAsForwardedIsFound() {
        assertThat(read("Look at this", GMAIL))
                .isEqualTo(new Forwarded(
                        new Party("Alice Example", "alice@customer.example"), "Printing fails", "Nothing prints."));
    }

    @ParameterizedTest
    @CsvSource({
        "WG: Drucken geht nicht, true",
        "FW: Drucken, true",
        "Fwd:Drucken, true",
        "AW: Drucken geht nicht, false",
        "Drucken geht nicht, false",
        "Twin: engine, false"
    })
    void theSameBlockIsAForwardOrAReplyByItsSubject(String subject, boolean forward) {
        Forwarded found = read(subject, OUTLOOK);

        assertThat(found != null).isEqualTo(forward);
        if (found != null) {
            assertThat(found.from()).isEqualTo(new Party("Alice Example", "alice@customer.example"));
            assertThat(found.text()).isEqualTo("Es druckt nichts.");
        }
    }

    @Test
    void aForwardWithoutAnAddressIsOneOfNobody() {
        Forwarded found = read("FW: Printing", GMAIL.replace(" <Alice@Customer.example>", ""));

        assertThat(found).isNotNull().extracting(Forwarded::from).isNull();
    }

    @Test
    void anAttachedMailIsForwardedWhateverTheSubjectSays() {
        String mail = """
            From: Alice Example <Alice@Customer.example>
            Subject: Printing fails
            Content-Type: text/html

            <p>Nothing <b>prints</b>.</p>
            """;

        assertThat(raw(attached(mail)))
                .isEqualTo(new Forwarded(
                        new Party("Alice Example", "alice@customer.example"), "Printing fails", "Nothing prints."));
    }

    @Test
    void ofSeveralAttachedMailsAndOfThoseOfMachinesNobodyIsTheAuthor() {
        String alice = "From: alice@customer.example\nSubject: one\n\nx\n";
        String bob = "From: bob@customer.example\nSubject: two\n\ny\n";
        String two = "From: alice@customer.example, bob@customer.example\nSubject: both\n\nz\n";
        String machine = "From: alice@customer.example\nAuto-Submitted: auto-replied\nSubject: Away\n\nx\n";

        for (String mail :
                List.of(attached(alice, bob), attached(two), attached(machine), attached("Subject: x\n\ny\n"))) {
            assertThat(raw(mail))
                    .as(mail)
                    .isNotNull()
                    .extracting(Forwarded::from)
                    .isNull();
        }
    }

    @Test
    void whatIsForwardedInTheTextCountsMoreThanWhatIsAttached() {
        String inline = GMAIL.replace("Alice", "Carol");
        String mail =
                attached("From: alice@customer.example\nSubject: one\n\nx\n").replace("Please help her.", inline);

        assertThat(raw(mail))
                .isNotNull()
                .satisfies(found ->
                        assertThat(found.from()).isEqualTo(new Party("Carol Example", "carol@customer.example")));
    }

    @Test
    void aMailWithoutAnotherInItForwardsNothing() {
        assertThat(read("Fwd: nothing", "Hello\n")).isNull();
    }

    private static @Nullable Forwarded read(String subject, String text) {
        String raw = "From: engineer@vendor.example\nSubject: " + subject + "\n\n" + text;
        return raw(raw);
    }

    private static @Nullable Forwarded raw(String mail) {
        return Forwards.in(READER.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)), READER);
    }

    private static String attached(String... mails) {
        String parts = String.join(
                "",
                Stream.of(mails)
                        .map(mail -> "--m\nContent-Type: message/rfc822\n\n" + mail + "\n")
                        .toList());
        return "From: engineer@vendor.example\nSubject: Look\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/plain\n\nPlease help her.\n"
                + parts + "--m--\n";
    }
}
