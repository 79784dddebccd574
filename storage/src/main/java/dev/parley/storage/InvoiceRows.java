package dev.parley.storage;

import dev.parley.core.contract.ContractId;
import dev.parley.core.hours.Invoice;
import dev.parley.core.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The invoices of packages, one a cycle. */
final class InvoiceRows {
    private final Statements statements;

    InvoiceRows(Statements statements) {
        this.statements = statements;
    }

    Optional<YearMonth> last(ContractId contract) {
        return statements
                .query("""
                    select month from hours_invoice where desk = ? and contract = ? order by month desc limit 1
                    """, (row, _) -> ContractRows.month(row, "month"), contract.desk(), contract.number())
                .stream()
                .findFirst();
    }

    boolean keep(ContractId contract, Invoice invoice, Instant now) {
        boolean fresh = changed(
                """
                insert into hours_invoice (desk, contract, month, number, currency, total, made_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                contract.desk(),
                contract.number(),
                ContractWrites.firstDay(invoice.month()),
                contract.number() + "-" + invoice.month(),
                invoice.total().currency().getCurrencyCode(),
                invoice.total().minor(),
                Columns.time(now));
        for (int nth = 0; fresh && nth < invoice.lines().size(); nth++) {
            Invoice.Line line = invoice.lines().get(nth);
            statements.later(
                    """
                    insert into hours_invoice_line (desk, contract, month, nth, kind, minutes, amount, of_month)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    contract.desk(),
                    contract.number(),
                    ContractWrites.firstDay(invoice.month()),
                    nth,
                    line.kind().name(),
                    line.minutes(),
                    line.amount().minor(),
                    line.of() == null ? null : ContractWrites.firstDay(line.of()));
        }
        return fresh;
    }

    Optional<Instant> madeAt(ContractId contract, YearMonth month) {
        return statements
                .query(
                        "select made_at from hours_invoice where desk = ? and contract = ? and month = ?",
                        (row, _) -> Columns.instant(row, "made_at"),
                        contract.desk(),
                        contract.number(),
                        ContractWrites.firstDay(month))
                .stream()
                .findFirst();
    }

    List<Invoice> all(ContractId contract) {
        List<Invoice> invoices = new ArrayList<>();
        statements
                .query("""
                    select l.month, l.kind, l.minutes, l.amount, l.of_month, i.currency
                      from hours_invoice i join hours_invoice_line l using (desk, contract, month)
                     where i.desk = ? and i.contract = ? order by l.month, l.nth
                    """, (row, _) -> invoiced(row), contract.desk(), contract.number())
                .forEach(one -> {
                    List<Invoice.Line> lines = new ArrayList<>();
                    if (!invoices.isEmpty() && invoices.getLast().month().equals(one.month())) {
                        lines.addAll(invoices.removeLast().lines());
                    }
                    lines.addAll(one.lines());
                    invoices.add(new Invoice(one.month(), lines));
                });
        return invoices;
    }

    private static Invoice invoiced(ResultSet row) throws SQLException {
        Money amount = new Money(Currency.getInstance(Columns.string(row, "currency")), row.getLong("amount"));
        Invoice.Kind kind = Invoice.Kind.valueOf(Columns.string(row, "kind"));
        return new Invoice(
                ContractRows.month(row, "month"),
                List.of(new Invoice.Line(kind, row.getLong("minutes"), amount, of(row))));
    }

    private static @Nullable YearMonth of(ResultSet row) throws SQLException {
        LocalDate month = row.getObject("of_month", LocalDate.class);
        return month == null ? null : YearMonth.from(month);
    }

    private boolean changed(String sql, @Nullable Object... arguments) {
        return statements.direct().update(sql, arguments) == 1;
    }
}
