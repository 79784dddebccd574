package dev.parley.storage;

import dev.parley.core.contract.ContractId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.port.TimeBook.Demand;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Time that customers agreed to: over their package, and on demand. */
final class TimeAgreed {
    private final Statements statements;

    TimeAgreed(Statements statements) {
        this.statements = statements;
    }

    long mayGoOver(ContractId contract, YearMonth month, TicketId ticket) {
        LocalDate first = ContractWrites.firstDay(month);
        return statements.one(
                """
                with yes as (
                  select y.ticket, sum(y.minutes) as minutes from overage_yes y
                   where y.desk = ? and y.contract = ? and y.month = ? group by y.ticket),
                over as (
                  select e.ticket, sum(s.over) as minutes
                    from standing_time s join time_entry e on e.desk = s.desk and e.id = s.entry
                   where s.desk = ? and s.contract = ? and s.month = ? group by e.ticket),
                own as (
                  select o.ticket, o.minutes as used, coalesce(y.minutes, 0) as agreed
                    from over o left join yes y on y.ticket = o.ticket)
                select greatest(0, coalesce((select minutes from yes where ticket = t.number), 0)
                                   - coalesce((select used from own where ticket = t.number), 0))
                       + greatest(0, coalesce((select minutes from yes where ticket is null), 0)
                                     - coalesce((select sum(greatest(0, used - agreed)) from own), 0)) as minutes
                  from (select ?::bigint as number) t
                """,
                (row, _) -> row.getLong("minutes"),
                contract.desk(),
                contract.number(),
                first,
                contract.desk(),
                contract.number(),
                first,
                ticket.number());
    }

    List<Demand> demand(CustomerId customer, Instant from, Instant until) {
        return statements.query(
                """
                select -sum(m.amount)::bigint as minutes, t.per_hour_minor, t.currency, t.step_minutes
                  from ledger.movement m
                  join ledger.wallet w on w.desk = m.desk and w.id = m.wallet_id
                  left join quote_time t on t.desk = m.desk and t.ticket = m.ticket and t.version = m.quote_version
                 where w.desk = ? and w.customer_id = ? and w.unit = 'DEMAND' and m.kind in ('POST', 'REFUND')
                   and m.at >= ? and m.at < ?
                 group by t.per_hour_minor, t.currency, t.step_minutes
                 order by t.per_hour_minor desc nulls first, t.currency, t.step_minutes
                """,
                (row, _) -> new Demand(QuoteTimes.rate(row), row.getLong("minutes")),
                customer.desk(),
                customer.number(),
                Columns.time(from),
                Columns.time(until));
    }
}
