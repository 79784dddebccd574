package dev.parley.app.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.port.Evidence.Consent;
import dev.parley.core.port.Evidence.Entry;
import dev.parley.core.port.Evidence.Sheet;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Quotes, receipts and evidence, from records. */
class EvidencePaperTest {
    private static final Instant OFFERED = Instant.parse("2026-11-22T09:30:00Z");
    private static final Instant AGREED = Instant.parse("2026-11-22T10:12:13Z");
    private static final String HASH = "ab".repeat(32);
    private static final byte[] RAW = """
        Authentication-Results: mx.desk.example; dmarc=pass header.from=customer.example
        Received: from somewhere
        From: Alice <alice@customer.example>
        Date: Sun, 22 Nov 2026 11:12:00 +0100
        Message-ID: <yes-1@customer.example>

        Yes, go ahead.
        """.getBytes(StandardCharsets.UTF_8);

    private static final Consent YES = consent(2, "Yes, go ahead", "Dear all,\nYes, go ahead.\n", RAW);

    private static Consent consent(int version, String words, @Nullable String text, byte @Nullable [] raw) {
        return new Consent(
                version,
                "Alice",
                "alice@customer.example",
                Instant.parse("2026-01-01T00:00:00Z"),
                "mail:support",
                "mail:support <yes-1@customer.example>",
                "go-ahead",
                words,
                "PASS",
                AGREED,
                AGREED.plusSeconds(2),
                text,
                raw);
    }

    private static Entry entry(long journal, String kind, long amount, long reserved) {
        Instant at = AGREED.plusSeconds(60 * journal);
        return new Entry(journal, kind, at, at, "staff:agent", "", amount, reserved, "order-7", journal + 100, HASH);
    }

    private static Sheet sheet(int tier, @Nullable Long cap, Offer.Status status, @Nullable Consent consent) {
        return new Sheet(
                new TicketId("pro-support", 1042),
                "Order mails",
                new CustomerId("pro-support", 7),
                "Alpha Ltd",
                Locale.ENGLISH,
                cap,
                Unit.CREDIT,
                new Offer(
                        2,
                        20,
                        new CategoryKey(tier, "investigation"),
                        "Find out why",
                        status,
                        OFFERED,
                        OFFERED.plusSeconds(1_209_600),
                        null),
                "staff:agent",
                "It is the server",
                consent,
                List.of(entry(1, "HOLD", 0, 20), entry(2, "POST", -15, -20), entry(3, "REFUND", 5, 0)));
    }

    private static Letterhead head(Locale language) {
        return new Letterhead("Pro Support", "Alpha Ltd", language, ZoneId.of("Europe/Berlin"), null);
    }

    private static EvidencePaper evidence(Sheet sheet) {
        return new EvidencePaper(head(Locale.ENGLISH), sheet, "Investigation");
    }

    @Test
    void x03TheEvidenceTellsWhoAgreedToWhatByWhichWordsAndWhen() {
        String text = evidence(sheet(3, null, Offer.Status.ACCEPTED, YES))
                .paper()
                .text()
                .replaceAll(" +", " ");
        assertThat(text)
                .contains("Number: Q-1042-2\n")
                .contains("What for: Find out why\n")
                .contains("Price: 20 credits\n")
                .contains("Priced by: staff:agent\n")
                .contains("Agreed by: Alice <alice@customer.example>\n")
                .contains("May agree since: 2026-01-01 01:00:00\n")
                .contains("Sender proven: PASS\n")
                .contains("Received: 2026-11-22 11:12:13\n")
                .contains("Read: 2026-11-22 11:12:15\n")
                .contains("Message: mail:support <yes-1@customer.example>\n")
                .contains("Reading rule: go-ahead\n")
                .contains("The words that decided\n----------------------\n\n| Yes, go ahead\n")
                .contains("Characters 11 to 23 of the new text.")
                .contains("| Dear all,\n| Yes, go ahead.\n")
                .contains("From: Alice <alice@customer.example>\n")
                .contains("Date: Sun, 22 Nov 2026 11:12:00 +0100\n")
                .contains("Message-ID: <yes-1@customer.example>\n")
                .contains("Authentication-Results: mx.desk.example; dmarc=pass header.from=customer.example\n")
                .contains(RAW.length + " bytes, SHA-256 " + LedgerFile.hash(RAW))
                .doesNotContain("somewhere")
                .containsPattern("(?m)^2 2026-11-22 11:14:13 Charged staff:agent order-7 -15 -20$")
                .contains("Entry 2: position 102, " + HASH);
    }

    @Test
    void x03ThePdfTellsTheSame() {
        String text = Pdf.text(
                evidence(sheet(3, null, Offer.Status.ACCEPTED, YES)).paper().pdf());
        assertThat(text)
                .contains("Number Q-1042-2")
                .contains("Price 20 credits")
                .contains("Agreed by Alice <alice@customer.example>")
                .contains("Reading rule go-ahead")
                .contains("Yes, go ahead")
                .contains("Message-ID <yes-1@customer.example>")
                .contains("Authentication-Results")
                .contains("2 2026-11-22 11:14:13 Charged staff:agent order-7 -15 -20");
    }

    @Test
    void whyNoYesToThisVersionWasNeededIsTold() {
        assertThat(evidence(sheet(1, null, Offer.Status.AUTO, null)).paper().text())
                .contains("No yes was asked for: the price list answers requests of category 1 at once.");
        assertThat(evidence(sheet(3, null, Offer.Status.EXPIRED, null)).paper().text())
                .contains("Nobody has agreed to this version.");
        assertThat(evidence(sheet(3, null, Offer.Status.AUTO, consent(1, "ok", null, null)))
                        .paper()
                        .text())
                .contains("it costs no more than Q-1042-1, which was agreed to:")
                .contains("| ok\n")
                .doesNotContain("Raw message");
        assertThat(evidence(sheet(3, 30L, Offer.Status.AUTO, consent(0, "", "I agree in advance.", RAW)))
                        .paper()
                        .text())
                .contains("The ticket was agreed in advance up to 30 credits.")
                .contains("| I agree in advance.\n")
                .doesNotContain("The words that decided");
    }

    @Test
    void wordsOfOthersCannotLookLikeOurs() {
        Consent forged = consent(2, "ok", "ok\nWho agreed\n----------\r\u0085Agreed by: \u202Eme\u001B[2J\n", null);
        assertThat(evidence(sheet(3, null, Offer.Status.ACCEPTED, forged))
                        .paper()
                        .text())
                .contains("| ok\n| Who agreed\n| ----------\n| \n| Agreed by:  me [2J\n");
    }

    @Test
    void aQuoteTellsItsPriceAndHowToAgree() {
        Sheet open = sheet(3, null, Offer.Status.SENT, null);
        assertThat(Pdf.text(new QuotePaper(head(Locale.ENGLISH), open, "Investigation")
                        .paper()
                        .pdf()))
                .contains("Number Q-1042-2")
                .contains("What for Find out why")
                .contains("Category 3 – Investigation")
                .contains("Price 20 credits")
                .contains("Valid until 2026-12-06 10:30")
                .contains("reply with “yes”");
        assertThat(Pdf.text(new QuotePaper(head(Locale.GERMAN), open, "Untersuchung")
                        .paper()
                        .pdf()))
                .contains("Angebot")
                .contains("Preis 20 Credits")
                .contains("Gültig bis 2026-12-06 10:30")
                .contains("„ja“");
        Sheet over = sheet(3, null, Offer.Status.WITHDRAWN, null);
        assertThat(Pdf.text(new QuotePaper(head(Locale.ENGLISH), over, "Investigation")
                        .paper()
                        .pdf()))
                .contains("This quote is not open any more.")
                .doesNotContain("reply with");
    }

    @Test
    void aReceiptTellsWhatWasChargedAndWhatWasGivenBack() {
        ReceiptPaper receipt =
                new ReceiptPaper(head(Locale.ENGLISH), sheet(3, null, Offer.Status.ACCEPTED, YES), "Investigation");
        assertThat(receipt.charged()).isTrue();
        assertThat(Pdf.text(receipt.paper().pdf()))
                .contains("Quote Q-1042-2")
                .contains("Agreed price 20 credits")
                .contains("Agreed by Alice, 2026-11-22 11:12")
                .contains("2026-11-22 11:14 Charged 2 order-7 -15")
                .contains("2026-11-22 11:15 Given back 3 order-7 +5")
                .doesNotContain("Reserved")
                .contains("Charged 15 credits")
                .contains("Given back 5 credits")
                .contains("Remains charged 10 credits");
    }

    @Test
    void everyWordOfTheLedgerAndOfQuotesHasALabel() {
        List<String> kinds =
                List.of("GRANT", "HOLD", "POST", "VOID", "REFUND", "REFUND_MONEY", "CHARGE_BACK", "EXPIRE", "TIME");
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(kinds)
                    .allSatisfy(kind ->
                            assertThat(Label.named("KIND_", kind, language)).isNotEqualTo(kind));
            for (Offer.Status status : Offer.Status.values()) {
                assertThat(Label.named("STATUS_", status.name(), language)).isNotEqualTo(status.name());
            }
        }
        assertThat(Label.named("KIND_", "NEW_KIND", Locale.ENGLISH)).isEqualTo("NEW_KIND");
    }
}
