package dev.parley.storage;

import dev.parley.core.hours.HourlyRate;
import dev.parley.core.money.Money;
import dev.parley.core.quote.OverageOf;
import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.CustomerReply;
import dev.parley.core.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** What quotes of time say beside their amount: the rate, and the package they go over. */
final class QuoteTimes {
    private final JdbcOperations jdbc;

    QuoteTimes(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what a version says, in the transaction that offers it. */
    void keep(TicketId ticket, Quote quote) {
        HourlyRate rate = quote.rate();
        if (rate == null) {
            return;
        }
        OverageOf over = quote.over();
        jdbc.update(
                """
                insert into quote_time (desk, ticket, version, per_hour_minor, currency, step_minutes, contract, month)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                ticket.desk(),
                ticket.number(),
                quote.version(),
                rate.perHour().minor(),
                rate.perHour().currency().getCurrencyCode(),
                rate.stepMinutes(),
                over == null ? null : over.contract(),
                over == null ? null : ContractWrites.firstDay(over.month()));
    }

    /** Lets the minutes of an accepted version be billed on its ticket. */
    void allow(TicketId ticket, Quote quote, CustomerReply evidence, String saidBy) {
        OverageOf over = quote.over();
        if (over == null) {
            throw new IllegalStateException("quote " + quote.number(ticket.number()) + " asks for no minutes over");
        }
        jdbc.update(
                """
                insert into overage_yes (desk, contract, month, minutes, said_by, message, said_at, ticket, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (desk, ticket, version) do nothing
                """,
                ticket.desk(),
                over.contract(),
                ContractWrites.firstDay(over.month()),
                quote.amount(),
                Columns.id(saidBy),
                Columns.id(evidence.message().toString()),
                Columns.time(evidence.receivedAt()),
                ticket.number(),
                quote.version());
    }

    /** Of columns {@code per_hour_minor}, {@code currency} and {@code step_minutes}; null if they are. */
    static @Nullable HourlyRate rate(ResultSet row) throws SQLException {
        Long perHour = Columns.longOrNull(row, "per_hour_minor");
        return perHour == null
                ? null
                : new HourlyRate(
                        new Money(Currency.getInstance(Columns.string(row, "currency")), perHour),
                        row.getInt("step_minutes"));
    }
}
