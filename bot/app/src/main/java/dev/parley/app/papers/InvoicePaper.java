package dev.parley.app.papers;

import dev.parley.app.papers.Paper.Block;
import dev.parley.app.papers.Paper.Column;
import dev.parley.app.papers.Paper.Fact;
import dev.parley.app.papers.Paper.Row;
import dev.parley.core.hours.Invoice;
import dev.parley.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An invoice or a receipt in money. Amounts are printed as they were handed in: nothing is rounded here.
 *
 * @param number of the invoice
 * @param issued the day it is dated
 * @param lines at least one, all of one currency
 * @param notes such as the term of payment, each a paragraph
 */
public record InvoicePaper(Letterhead head, String number, LocalDate issued, List<Line> lines, List<String> notes) {
    public InvoicePaper {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("invoice " + number + " without lines");
        }
    }

    /**
     * One line.
     *
     * @param what is paid for
     * @param quantity how much of it, "" where that says nothing
     */
    public record Line(String what, String quantity, Money amount) {}

    /** The invoice of a package's cycle: its fee, the discount on it, and overage (H-08, H-10). */
    public static InvoicePaper of(Letterhead head, String number, LocalDate issued, Invoice invoice) {
        List<Line> lines = invoice.lines().stream()
                .map(line -> new Line(
                        Label.named("INVOICE_", line.kind().name(), head.language())
                                .formatted(line.of() == null ? invoice.month() : line.of()),
                        line.minutes() == 0 ? "" : head.hours(line.minutes()) + " " + head.say(Label.HOURS),
                        line.amount()))
                .toList();
        return new InvoicePaper(head, number, issued, lines, List.of());
    }

    /** As a paper for people. */
    public Paper paper() {
        List<Fact> facts = List.of(
                head.fact(Label.FROM_DESK, head.desk()),
                head.fact(Label.FOR_CUSTOMER, head.customer()),
                head.fact(Label.NUMBER, number),
                head.fact(Label.DATE, head.date(issued)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Facts(facts));
        blocks.add(grid());
        notes.forEach(note -> blocks.add(new Paper.Words(note)));
        return head.untimed(Label.INVOICE, blocks);
    }

    private Paper.Grid grid() {
        List<Column> columns = List.of(
                Column.text(head.say(Label.WHAT), 60),
                Column.number(head.say(Label.QUANTITY), 20),
                Column.number(head.say(Label.AMOUNT), 20));
        List<Row> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(Row.of(line.what, line.quantity, head.money(line.amount))));
        rows.add(Row.sum(head.say(Label.TOTAL), "", head.money(total())));
        return new Paper.Grid(columns, rows);
    }

    /** The exact sum of the lines. */
    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
    }
}
