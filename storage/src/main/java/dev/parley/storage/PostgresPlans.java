package dev.parley.storage;

import dev.parley.core.contract.ContractId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.MonthPlan;
import dev.parley.core.hours.MonthPlan.Task;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Plans;
import dev.parley.core.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans of months. */
final class PostgresPlans implements Plans {
    private static final int MESSAGE_LENGTH_MAX = 1000;

    private final Statements statements;

    PostgresPlans(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Optional<CustomerId> customer(ContractId contract) {
        return statements
                .query(
                        "select customer from contract where desk = ? and number = ?",
                        (row, _) -> new CustomerId(contract.desk(), row.getLong("customer")),
                        contract.desk(),
                        contract.number())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Kept> newest(ContractId contract, YearMonth month) {
        return statements
                .query(
                        """
                        select number from month_plan where desk = ? and contract = ? and month = ?
                         order by version desc limit 1
                        """,
                        (row, _) -> row.getLong("number"),
                        contract.desk(),
                        contract.number(),
                        ContractWrites.firstDay(month))
                .stream()
                .findFirst()
                .flatMap(number -> find(contract.desk(), number));
    }

    @Override
    public Optional<Kept> find(String desk, long number) {
        return statements.query("""
            select p.contract, p.month, p.version, y.said_by, y.message, y.said_at
              from month_plan p left join month_plan_yes y on y.desk = p.desk and y.plan = p.number
             where p.desk = ? and p.number = ?
            """, (row, _) -> head(row), desk, number).stream()
                .findFirst()
                .map(head -> kept(desk, number, head));
    }

    private record Head(
            String contract,
            YearMonth month,
            int version,
            @Nullable Consent yes) {}

    private static Head head(ResultSet row) throws SQLException {
        String by = row.getString("said_by");
        Consent yes =
                by == null ? null : new Consent(by, Columns.instant(row, "said_at"), Columns.string(row, "message"));
        return new Head(Columns.string(row, "contract"), ContractRows.month(row, "month"), row.getInt("version"), yes);
    }

    private Kept kept(String desk, long number, Head head) {
        List<Task> tasks = statements.query("""
            select title, tier, category, work, minutes, ticket from month_plan_task
             where desk = ? and plan = ? order by nth
            """, (row, _) -> task(row), desk, number);
        Map<Integer, Long> tickets = new HashMap<>();
        statements
                .query(
                        "select nth, ticket from month_plan_ticket where desk = ? and plan = ?",
                        (row, _) -> Map.entry(row.getInt("nth"), row.getLong("ticket")),
                        desk,
                        number)
                .forEach(entry -> tickets.put(entry.getKey(), entry.getValue()));
        return new Kept(
                number,
                new ContractId(desk, head.contract),
                new MonthPlan(head.month, head.version, tasks),
                head.yes,
                tickets);
    }

    private static Task task(ResultSet row) throws SQLException {
        long ticket = row.getLong("ticket");
        return new Task(
                Columns.string(row, "title"),
                new CategoryKey(row.getInt("tier"), Columns.string(row, "category")),
                WorkKind.valueOf(Columns.string(row, "work")),
                row.getLong("minutes"),
                ticket == 0 ? null : ticket);
    }

    @Override
    public long keep(ContractId contract, MonthPlan plan, Actor by, Instant at) {
        long number = statements.one(
                """
                insert into month_plan (desk, contract, month, version, made_by, made_at) values (?, ?, ?, ?, ?, ?)
                returning number
                """,
                (row, _) -> row.getLong("number"),
                contract.desk(),
                contract.number(),
                ContractWrites.firstDay(plan.month()),
                plan.version(),
                Postings.actor(by),
                Columns.time(at));
        for (int nth = 0; nth < plan.tasks().size(); nth++) {
            Task task = plan.tasks().get(nth);
            statements
                    .direct()
                    .update(
                            """
                            insert into month_plan_task (desk, plan, nth, title, tier, category, work, minutes, ticket)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """,
                            contract.desk(),
                            number,
                            nth,
                            task.title(),
                            task.category().tier(),
                            task.category().key(),
                            task.work().name(),
                            task.minutes(),
                            task.ticket());
        }
        return number;
    }

    @Override
    public boolean agree(String desk, long number, Consent yes) {
        int fresh = statements
                .direct()
                .update(
                        """
                        insert into month_plan_yes (desk, plan, said_by, message, said_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """,
                        desk,
                        number,
                        Columns.id(yes.by()),
                        Columns.cut(yes.message(), MESSAGE_LENGTH_MAX),
                        Columns.time(yes.at()));
        return fresh == 1;
    }

    @Override
    public void link(TicketId ticket, long number, int nth) {
        statements
                .direct()
                .update(
                        "insert into month_plan_ticket (desk, plan, nth, ticket) values (?, ?, ?, ?)",
                        ticket.desk(),
                        number,
                        nth,
                        ticket.number());
    }
}
