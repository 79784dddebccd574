package dev.parley.app.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.Invoice.Kind;
import dev.parley.core.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Invoices, read back from their PDF. */
class InvoicePaperTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 12, 1);

    private static Money money(String currency, long minor) {
        return new Money(Currency.getInstance(currency), minor);
    }

    private static Letterhead head(Locale language) {
        return new Letterhead("Support Packages", "Müller GmbH", language, ZoneId.of("Europe/Berlin"), null);
    }

    /** 10 % of 1,234.55 are 123.455: rounded half up, once, by the core. */
    private static Invoice package10(String currency) {
        Money fee = money(currency, 123_455);
        return new Invoice(
                YearMonth.of(2026, 11),
                List.of(
                        new Invoice.Line(Kind.PACKAGE, 600, fee),
                        new Invoice.Line(Kind.DISCOUNT, 0, fee.percent(10).negated()),
                        new Invoice.Line(Kind.OVERAGE, 135, money(currency, 22_500))));
    }

    @Test
    void h08TheDiscountIsRoundedOnceAndOverageHasNone() {
        String text = Pdf.text(InvoicePaper.of(head(Locale.ENGLISH), "2026-0042", ISSUED, package10("USD"))
                .paper()
                .pdf());
        assertThat(text)
                .contains("Invoice")
                .contains("For Müller GmbH")
                .contains("Number 2026-0042")
                .contains("Date 2026-12-01")
                .contains("Support package, 2026-11 10:00 hours 1,234.55 USD")
                .contains("Discount for the contract's term, 2026-11 -123.46 USD")
                .contains("Work beyond the package, 2026-11 2:15 hours 225.00 USD")
                .contains("Total 1,336.09 USD");
    }

    @Test
    void inGermanWithEuros() {
        String text = Pdf.text(InvoicePaper.of(head(Locale.GERMANY), "2026-0042", ISSUED, package10("EUR"))
                .paper()
                .pdf());
        assertThat(text)
                .contains("Rechnung")
                .contains("Für Müller GmbH")
                .contains("Support-Paket, 2026-11 10:00 Stunden 1.234,55 €")
                .contains("Summe 1.336,09 €");
    }

    @Test
    void aReceiptOfAPurchaseIsLinesAndNotesToo() {
        InvoicePaper paper = new InvoicePaper(
                head(Locale.ENGLISH),
                "order-7",
                ISSUED,
                List.of(
                        new InvoicePaper.Line("100 support credits", "1", money("USD", 20_000)),
                        new InvoicePaper.Line("A currency without cents", "", money("USD", 5))),
                List.of("Paid by card on 2026-12-01."));
        assertThat(Pdf.text(paper.paper().pdf()))
                .contains("100 support credits 1 200.00 USD")
                .contains("Total 200.05 USD")
                .contains("Paid by card on 2026-12-01.");
    }

    @Test
    void everyKindOfLineHasItsWords() {
        for (Kind kind : Kind.values()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                assertThat(Label.named("INVOICE_", kind.name(), language)).isNotEqualTo(kind.name());
            }
        }
    }
}
