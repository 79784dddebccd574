package dev.parley.app.papers;

import dev.parley.app.csv.Csv;
import dev.parley.app.papers.Paper.Block;
import dev.parley.app.papers.Paper.Column;
import dev.parley.app.papers.Paper.Row;
import dev.parley.core.ledger.Unit;
import dev.parley.core.port.Wallets.Movement;
import dev.parley.core.port.Wallets.Statement;
import dev.parley.core.quote.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement of one wallet for a period.
 *
 * @param site whose points these are, "" where a wallet has no site
 * @param from included
 * @param until excluded
 */
public record StatementPaper(
        Letterhead head, Unit unit, String site, Instant from, Instant until, Statement statement) {
    /** Of the CSV. */
    private static final String[] COLUMNS = {
        "line", "at", "kind", "ticket", "quote", "reference", "amount", "reserved_change", "balance", "reserved"
    };

    /** What the wallet holds after a movement. */
    private record Line(Movement movement, long balance, long reserved) {}

    /** As a paper for people. */
    public Paper paper() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Facts(about()));
        blocks.add(new Paper.Heading(head.say(Label.MOVEMENTS)));
        blocks.add(statement.movements().isEmpty() ? new Paper.Words(head.say(Label.NO_MOVEMENTS)) : grid());
        blocks.add(new Paper.Facts(List.of(
                head.fact(Label.CLOSING, amount(statement.closing())),
                head.fact(Label.OF_WHICH_RESERVED, amount(statement.reserved())),
                head.fact(Label.FREE, amount(statement.closing() - statement.reserved())))));
        return head.paper(Label.STATEMENT, blocks);
    }

    private List<Paper.Fact> about() {
        List<Paper.Fact> facts = new ArrayList<>();
        facts.add(head.fact(Label.FROM_DESK, head.desk()));
        facts.add(head.fact(Label.FOR_CUSTOMER, head.customer()));
        if (!site.isEmpty()) {
            facts.add(head.fact(Label.SITE, site));
        }
        facts.add(head.fact(Label.UNIT, head.unit(unit)));
        facts.add(head.fact(Label.PERIOD, head.say(Label.PERIOD_OF).formatted(head.time(from), head.time(until))));
        facts.add(head.fact(Label.OPENING, amount(statement.opening())));
        facts.add(head.fact(Label.OF_WHICH_RESERVED, amount(reservedBefore())));
        return facts;
    }

    private Paper.Grid grid() {
        List<Column> columns = List.of(
                Column.text(head.say(Label.WHEN), 21),
                Column.text(head.say(Label.WHAT), 21),
                Column.text(head.say(Label.TICKET), 10),
                Column.text(head.say(Label.QUOTE_OR_ORDER), 22),
                Column.number(head.say(Label.AMOUNT), 13),
                Column.number(head.say(Label.RESERVED), 13),
                Column.number(head.say(Label.BALANCE), 14),
                Column.number(head.say(Label.RESERVED_IN_ALL), 14));
        return new Paper.Grid(columns, lines().stream().map(this::row).toList());
    }

    private Row row(Line line) {
        Movement movement = line.movement;
        return Row.of(
                head.time(movement.at()),
                Label.named("KIND_", movement.kind(), head.language()),
                ticket(movement),
                movement.quoteVersion() > 0 ? quote(movement) : movement.reference(),
                head.change(unit, movement.amount()),
                head.change(unit, movement.reserved()),
                amount(line.balance),
                amount(line.reserved));
    }

    /**
     * As a table for spreadsheets and programs (RFC 4180). Amounts are whole units, minutes too, so that sums are
     * exact; the first line is the opening, the last one the closing.
     */
    public String csv() {
        Csv csv = new Csv();
        csv.words(COLUMNS).end();
        csv.words("opening", head.iso(from), "", "", "", "");
        csv.numbers(0, 0, statement.opening(), reservedBefore()).end();
        for (Line line : lines()) {
            Movement m = line.movement;
            csv.words("movement", head.iso(m.at()), m.kind(), ticket(m), quote(m), m.reference());
            csv.numbers(m.amount(), m.reserved(), line.balance, line.reserved).end();
        }
        csv.words("closing", head.iso(until), "", "", "", "");
        csv.numbers(0, 0, statement.closing(), statement.reserved()).end();
        return csv.toString();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        long balance = statement.opening();
        long reserved = reservedBefore();
        for (Movement movement : statement.movements()) {
            balance += movement.amount();
            reserved += movement.reserved();
            lines.add(new Line(movement, balance, reserved));
        }
        return lines;
    }

    private long reservedBefore() {
        return statement.reserved()
                - statement.movements().stream().mapToLong(Movement::reserved).sum();
    }

    private static String ticket(Movement movement) {
        return movement.ticket() == null ? "" : Long.toString(movement.ticket().number());
    }

    private static String quote(Movement movement) {
        return movement.ticket() == null || movement.quoteVersion() == 0
                ? ""
                : Quote.number(movement.ticket().number(), movement.quoteVersion());
    }

    private String amount(long units) {
        return head.amount(unit, units);
    }
}
