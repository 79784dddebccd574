package dev.parley.app.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.ledger.Unit;
import dev.parley.core.port.Wallets.Movement;
import dev.parley.core.port.Wallets.Statement;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a statement, read back from its CSV and its PDF. */
class StatementPaperTest {
    private static final Instant FROM = Instant.parse("2026-10-31T23:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-30T23:00:00Z");
    private static final TicketId TICKET = new TicketId("pro-support", 1042);

    private static final Statement SPENT = new Statement(
            1200,
            List.of(
                    new Movement(at(2), "GRANT", null, 0, 300, 0, "order-7"),
                    new Movement(at(3), "HOLD", TICKET, 2, 0, 20, ""),
                    new Movement(at(4), "POST", TICKET, 2, -15, -20, ""),
                    new Movement(at(5), "HOLD", new TicketId("pro-support", 1043), 1, 0, 5, "")),
            1485,
            12);

    private static Instant at(int day) {
        return FROM.plusSeconds(86_400L * day);
    }

    private static StatementPaper paper(Locale language, String customer, Unit unit, Statement statement) {
        var head = new Letterhead("Pro Support", customer, language, ZoneId.of("Europe/Berlin"), null);
        return new StatementPaper(head, unit, "", FROM, UNTIL, statement);
    }

    @Test
    void x04TheCsvOpensMovesAndClosesToTheUnit() {
        assertThat(paper(Locale.ENGLISH, "Alpha Ltd", Unit.CREDIT, SPENT).csv()).isEqualTo("""
            \uFEFFline,at,kind,ticket,quote,reference,amount,reserved_change,balance,reserved
            opening,2026-11-01T00:00:00+01:00,,,,,0,0,1200,7
            movement,2026-11-03T00:00:00+01:00,GRANT,,,order-7,300,0,1500,7
            movement,2026-11-04T00:00:00+01:00,HOLD,1042,Q-1042-2,,0,20,1500,27
            movement,2026-11-05T00:00:00+01:00,POST,1042,Q-1042-2,,-15,-20,1485,7
            movement,2026-11-06T00:00:00+01:00,HOLD,1043,Q-1043-1,,0,5,1485,12
            closing,2026-12-01T00:00:00+01:00,,,,,0,0,1485,12
            """.replace("\n", "\r\n"));
    }

    @Test
    void x04ThePdfSaysTheSameInWords() {
        String text = Pdf.text(
                paper(Locale.ENGLISH, "Alpha Ltd", Unit.CREDIT, SPENT).paper().pdf());
        assertThat(text)
                .contains("Account statement")
                .contains("For Alpha Ltd")
                .contains("Period 2026-11-01 00:00 to 2026-12-01 00:00")
                .contains("Opening balance 1,200")
                .contains("2026-11-03 00:00 Paid in order-7 +300 1,500 7")
                .contains("2026-11-04 00:00 Reserved 1042 Q-1042-2 +20 1,500 27")
                .contains("2026-11-05 00:00 Charged 1042 Q-1042-2 -15 -20 1,485 7")
                .contains("Closing balance 1,485")
                .contains("of which reserved 12")
                .contains("free 1,473")
                .contains("All times are those of Europe/Berlin.")
                .contains("Page 1 of 1");
    }

    @Test
    void inGermanUmlautsAndGermanNumbersStandInThePdf() {
        String text = Pdf.text(paper(Locale.GERMAN, "Müller & Söhne, Größe €", Unit.CREDIT, SPENT)
                .paper()
                .pdf());
        assertThat(text)
                .contains("Kontoauszug")
                .contains("Für Müller & Söhne, Größe €")
                .contains("Anfangsbestand 1.200")
                .contains("Gutgeschrieben order-7 +300 1.500 7")
                .contains("Seite 1 von 1");
    }

    @Test
    void minutesAreShownAsHoursAndCountedAsMinutes() {
        Statement minutes = new Statement(600, List.of(new Movement(at(1), "TIME", TICKET, 0, -95, 0, "")), 505, 0);
        StatementPaper paper = paper(Locale.ENGLISH, "Alpha Ltd", Unit.MINUTE, minutes);
        assertThat(Pdf.text(paper.paper().pdf()))
                .contains("Opening balance 10:00")
                .contains("Time worked 1042 -1:35 8:25 0:00")
                .contains("Closing balance 8:25");
        assertThat(paper.csv()).contains("TIME,1042,,,-95,0,505,0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zażółć gęślą jaźń",
                "Общество «Ромашка»",
                "Ελληνική εταιρεία",
                "fine office affluent",
            })
    void otherScriptsOfEuropeArePrinted(String customer) {
        assertThat(Pdf.text(paper(Locale.ENGLISH, customer, Unit.CREDIT, SPENT)
                        .paper()
                        .pdf()))
                .contains("For " + customer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"李先生", "مرحبا", "Ann 😀 Bee", "e\u0301te\u0301", "a\u0000b\u0007c\u202Ed", "   ", "\uD800"})
    void whatTheFontCannotShowIsABoxAndNeverAnError(String customer) {
        byte[] pdf = paper(Locale.ENGLISH, customer, Unit.CREDIT, SPENT).paper().pdf();
        assertThat(Pdf.text(pdf)).contains("Closing balance 1,485");
        if (customer.startsWith("李")) {
            assertThat(Pdf.text(pdf)).contains("For □□□");
        }
        if (customer.startsWith("Ann")) {
            assertThat(Pdf.text(pdf)).contains("For Ann □ Bee");
        }
        if (customer.startsWith("e")) {
            assertThat(Pdf.text(pdf)).contains("For été");
        }
    }

    @Test
    void aLongStatementRepeatsItsHeaderAndCountsItsPages() {
        int count = 400;
        List<Movement> movements = LongStream.range(0, count)
                .mapToObj(i -> new Movement(FROM.plusSeconds(i * 60), "GRANT", null, 0, 1, 0, "order-" + i))
                .toList();
        StatementPaper paper = paper(Locale.ENGLISH, "Alpha Ltd", Unit.CREDIT, new Statement(0, movements, count, 0));
        List<String> pages = Pdf.pages(paper.paper().pdf());
        assertThat(pages).hasSizeGreaterThan(5);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("Page %d of %d".formatted(i + 1, pages.size()));
            assertThat(pages.get(i)).contains("When").contains("Quote or order");
        }
        String all = String.join("", pages);
        for (int i = 0; i < count; i++) {
            assertThat(all).contains("Paid in order-%d +1 %d 0".formatted(i, i + 1));
        }
    }

    @Test
    void theSameStatementIsTheSameBytes() {
        byte[] once = paper(Locale.GERMAN, "Müller", Unit.CREDIT, SPENT).paper().pdf();
        byte[] again =
                paper(Locale.GERMAN, "Müller", Unit.CREDIT, SPENT).paper().pdf();
        assertThat(again).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r\n=1", "＝1", "\u200B=1", "\t1"})
    void noTextOfTheCsvIsAFormula(String reference) {
        Statement evil = new Statement(0, List.of(new Movement(at(1), "GRANT", null, 0, 5, 0, reference)), 5, 0);
        assertThat(paper(Locale.ENGLISH, "Alpha Ltd", Unit.CREDIT, evil).csv())
                .contains(",\"'" + reference + "\",5,0,5,0\r\n");
    }

    @Test
    void quotesCommasAndLineBreaksOfTheCsvAreQuoted() {
        Statement odd = new Statement(0, List.of(new Movement(at(1), "GRANT", null, 0, 5, 0, "a \"b\", c\nd")), 5, 0);
        assertThat(paper(Locale.ENGLISH, "Alpha Ltd", Unit.CREDIT, odd).csv())
                .contains(",\"a \"\"b\"\", c\nd\",5,0,5,0\r\n");
    }
}
