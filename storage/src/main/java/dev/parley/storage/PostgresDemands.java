package dev.parley.storage;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.Span;
import dev.parley.core.money.Money;
import dev.parley.core.port.Demands;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code demand_billed} and {@code demand_invoice}. */
final class PostgresDemands implements Demands {
    private static final String CHARGED = """
          from ledger.movement m join ledger.wallet w on w.desk = m.desk and w.id = m.wallet_id
         where w.desk = ? and w.unit = 'DEMAND' and m.kind in ('POST', 'REFUND')
        """;

    private static final String INVOICES = """
        select i.customer, i.month, i.currency, i.made_at, l.minutes, l.amount
          from demand_invoice i join demand_invoice_line l using (desk, customer, month)
        """;

    private final Statements statements;

    PostgresDemands(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Optional<Instant> first(String desk) {
        return statements
                .query(
                        "select m.at " + CHARGED + " order by m.at limit 1",
                        (row, _) -> Columns.instant(row, "at"),
                        desk)
                .stream()
                .findFirst();
    }

    @Override
    public List<CustomerId> customers(String desk, Span within) {
        return statements.query(
                "select distinct w.customer_id " + CHARGED + " and m.at >= ? and m.at < ? order by w.customer_id",
                (row, _) -> new CustomerId(desk, row.getLong("customer_id")),
                desk,
                Columns.time(within.start()),
                Columns.time(within.end()));
    }

    @Override
    public List<Span> billed(CustomerId customer, Span within) {
        return statements.query(
                """
                select starts, ends from demand_billed
                 where desk = ? and customer = ? and starts < ? and ends > ? order by starts
                """,
                (row, _) -> new Span(Columns.instant(row, "starts"), Columns.instant(row, "ends")),
                customer.desk(),
                customer.number(),
                Columns.time(within.end()),
                Columns.time(within.start()));
    }

    @Override
    public void bill(CustomerId customer, Span span, String invoice) {
        statements
                .direct()
                .update(
                        "insert into demand_billed (desk, customer, starts, ends, invoice) values (?, ?, ?, ?, ?)",
                        customer.desk(),
                        customer.number(),
                        Columns.time(span.start()),
                        Columns.time(span.end()),
                        invoice);
    }

    @Override
    public boolean keep(CustomerId customer, Invoice invoice, Instant now) {
        int fresh = statements
                .direct()
                .update(
                        """
                        insert into demand_invoice (desk, customer, month, number, currency, total, made_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        customer.desk(),
                        customer.number(),
                        ContractWrites.firstDay(invoice.month()),
                        Demands.number(customer, invoice.month()),
                        invoice.total().currency().getCurrencyCode(),
                        invoice.total().minor(),
                        Columns.time(now));
        for (int nth = 0; fresh == 1 && nth < invoice.lines().size(); nth++) {
            Invoice.Line line = invoice.lines().get(nth);
            statements.later(
                    """
                    insert into demand_invoice_line (desk, customer, month, nth, minutes, amount)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    customer.desk(),
                    customer.number(),
                    ContractWrites.firstDay(invoice.month()),
                    nth,
                    line.minutes(),
                    line.amount().minor());
        }
        return fresh == 1;
    }

    @Override
    public Optional<Made> find(CustomerId customer, YearMonth month) {
        return whole(statements.query(
                        INVOICES + " where i.desk = ? and i.customer = ? and i.month = ? order by l.nth",
                        (row, _) -> made(customer.desk(), row),
                        customer.desk(),
                        customer.number(),
                        ContractWrites.firstDay(month)))
                .stream()
                .findFirst();
    }

    @Override
    public List<Made> list(String desk, @Nullable CustomerId customer, int max) {
        Long number = customer == null ? null : customer.number();
        List<Made> lines = statements.query(INVOICES + """
             where (i.desk, i.customer, i.month) in (
                     select desk, customer, month from demand_invoice
                      where desk = ? and (?::bigint is null or customer = ?)
                      order by month desc, customer limit ?)
             order by i.month desc, i.customer, l.nth
            """, (row, _) -> made(desk, row), desk, number, number, max);
        return whole(lines);
    }

    /** Invoices of their lines, which follow each other. */
    private static List<Made> whole(List<Made> lines) {
        List<Made> made = new ArrayList<>();
        for (Made line : lines) {
            boolean more = !made.isEmpty() && made.getLast().number().equals(line.number());
            made.add(more ? with(made.removeLast(), line.invoice().lines()) : line);
        }
        return made;
    }

    private static Made with(Made made, List<Invoice.Line> more) {
        return new Made(made.customer(), made.invoice().with(more), made.at());
    }

    private static Made made(String desk, ResultSet row) throws SQLException {
        Money amount = new Money(Currency.getInstance(Columns.string(row, "currency")), row.getLong("amount"));
        Invoice.Line line = new Invoice.Line(Invoice.Kind.ON_DEMAND, row.getLong("minutes"), amount);
        return new Made(
                new CustomerId(desk, row.getLong("customer")),
                new Invoice(ContractRows.month(row, "month"), List.of(line)),
                Columns.instant(row, "made_at"));
    }
}
