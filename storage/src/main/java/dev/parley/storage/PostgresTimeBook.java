package dev.parley.storage;

import dev.parley.core.contract.ContractId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.HourNotice;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.Place;
import dev.parley.core.hours.Pool;
import dev.parley.core.hours.TimeEntry;
import dev.parley.core.hours.Work;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.TimeBook;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.port.Transaction.Period;
import dev.parley.core.ticket.TicketId;
import dev.parley.storage.ledger.Booking;
import dev.parley.storage.ledger.LedgerOutcome;
import dev.parley.storage.ledger.LedgerSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Time entries and what the ledger does with their minutes. */
final class PostgresTimeBook implements TimeBook {
    private static final int MESSAGE_LENGTH_MAX = 1000;

    private final Statements statements;

    PostgresTimeBook(Statements statements) {
        this.statements = statements;
    }

    @Override
    public List<HoursContract> packages(CustomerId customer) {
        return new ContractRows(statements)
                .hoursOf(customer)
                .sorted(Comparator.comparing(one -> one.contract().start()))
                .toList();
    }

    @Override
    public boolean open(HoursContract contract, Pool pool, Actor actor, Instant now) {
        CustomerId customer = contract.contract().customer();
        if (granted(customer.desk(), pool.key())) {
            return false;
        }
        WalletKey wallet = WalletKey.of(customer, Unit.MINUTE);
        long amount = pool.minutes() - used(contract, pool, pool.first()).inPackage();
        Postings postings = new Postings(statements.direct());
        String alone = contract.contract().key(pool.first());
        if (!pool.grouped() || !granted(customer.desk(), alone)) {
            Period valid = new Period(pool.start(), pool.end());
            return postings.grant(new Grant(wallet, amount, pool.key(), 0, valid, actor, now));
        }
        statements.query(
                "select ledger.regroup_lot(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (row, _) -> row.getLong(1),
                customer.desk(),
                postings.open(wallet, now),
                alone,
                pool.key(),
                amount,
                Columns.time(pool.start()),
                Columns.time(pool.end()),
                Postings.actor(actor),
                Columns.time(now));
        return true;
    }

    private boolean granted(String desk, String key) {
        return statements.one(
                "select exists (select from ledger.account where desk = ? and source_ref = ?)",
                (row, _) -> row.getBoolean(1),
                desk,
                key);
    }

    @Override
    public boolean expire(String desk, String key, Instant now) {
        return granted(desk, key)
                && statements.one(
                        "select ledger.expire_lot(?, ?, ?)",
                        (row, _) -> row.getBoolean(1),
                        desk,
                        key,
                        Columns.time(now));
    }

    @Override
    public Used used(HoursContract contract, Pool pool, YearMonth month) {
        ContractId id = contract.contract().id();
        return statements.one(
                """
                select coalesce(sum(in_package) filter (where month between ? and ?), 0) as in_package,
                       coalesce(sum(over) filter (where month = ?), 0) as over,
                       (select coalesce(sum(minutes), 0) from overage_yes y
                         where y.desk = ? and y.contract = ? and y.month = ?) as agreed
                  from standing_time where desk = ? and contract = ?
                """,
                (row, _) -> new Used(row.getLong("in_package"), row.getLong("over"), row.getLong("agreed")),
                ContractWrites.firstDay(pool.first()),
                ContractWrites.firstDay(pool.last()),
                ContractWrites.firstDay(month),
                id.desk(),
                id.number(),
                ContractWrites.firstDay(month),
                id.desk(),
                id.number());
    }

    @Override
    public long mayGoOver(ContractId contract, YearMonth month, TicketId ticket) {
        return new TimeAgreed(statements).mayGoOver(contract, month, ticket);
    }

    @Override
    public Optional<Long> enter(Entry entry) {
        TimeEntry time = entry.time();
        String desk = entry.customer().desk();
        String by = Postings.actor(entry.by());
        Optional<Long> id = statements
                .query(
                        """
                        insert into time_entry (desk, ticket, login, kind, started_at, minutes, entered_by, entered_at,
                          again)
                        select n.desk, n.ticket, n.login, n.kind, n.started_at, n.minutes, n.entered_by, n.entered_at,
                               (select count(*) from time_entry e
                                  join time_correction c on c.desk = e.desk and c.entry = e.id
                                 where e.desk = n.desk and e.login = n.login and e.ticket = n.ticket
                                   and e.started_at = n.started_at)
                          from (values (?, ?::bigint, ?, ?, ?::timestamptz, ?::integer, ?, ?::timestamptz))
                            n (desk, ticket, login, kind, started_at, minutes, entered_by, entered_at)
                        on conflict (desk, login, ticket, started_at, again) do nothing
                        returning id
                        """,
                        (row, _) -> row.getLong("id"),
                        desk,
                        time.work().ticket(),
                        time.work().by(),
                        time.work().kind().name(),
                        Columns.time(time.start()),
                        time.minutes(),
                        by,
                        Columns.time(entry.at()))
                .stream()
                .findFirst();
        id.ifPresent(number -> {
            for (int nth = 0; nth < entry.pieces().size(); nth++) {
                piece(entry, number, nth);
            }
        });
        return id;
    }

    private void piece(Entry entry, long id, int nth) {
        Paid paid = entry.pieces().get(nth);
        JdbcOperations jdbc = statements.direct();
        jdbc.update(
                """
                insert into time_piece (desk, entry, nth, started_at, minutes, contract, month, in_package, over, open,
                  adjustment) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entry.customer().desk(),
                id,
                nth,
                Columns.time(paid.piece().start()),
                paid.piece().minutes(),
                paid.contract() == null ? null : paid.contract().number(),
                paid.piece().place() instanceof Place.InPackage place ? ContractWrites.firstDay(place.month()) : null,
                paid.inPackage(),
                paid.over(),
                paid.open(),
                paid.piece().adjustment());
        if (paid.inPackage() + paid.over() > 0) {
            use(entry, paid, "time:" + id + ":" + nth, jdbc);
        }
    }

    /** In the ledger work counts when it was done, so that the lot of its cycle pays (H-14). */
    private static void use(Entry entry, Paid paid, String key, JdbcOperations jdbc) {
        Instant at = paid.piece().adjustment() ? entry.at() : paid.piece().start();
        Booking by = new Booking(entry.customer().desk(), key, Postings.actor(entry.by()), "", at);
        long wallet = new Postings(jdbc).open(WalletKey.of(entry.customer(), Unit.MINUTE), entry.at());
        LedgerOutcome outcome = new LedgerSql(jdbc)
                .useMinutes(by, wallet, entry.time().work().ticket(), paid.inPackage() + paid.over());
        if (!(outcome instanceof LedgerOutcome.Booked)) {
            throw new IllegalStateException("the ledger refused minutes a package pays for: " + outcome);
        }
    }

    @Override
    public List<Line> entries(TicketId ticket) {
        List<Line> lines = new ArrayList<>();
        List<Row> rows = statements.query("""
            select e.id, e.login, e.kind, e.started_at, e.minutes, e.entered_at, p.started_at as part_at,
                   p.minutes as part_minutes, p.contract, p.month, p.in_package + coalesce(s.moved, 0) as in_package,
                   p.over - coalesce(s.moved, 0) as over, p.open, p.adjustment, c.reason, c.actor_kind, c.actor,
                   c.corrected_at
              from time_entry e join time_piece p on p.desk = e.desk and p.entry = e.id
              left join time_correction c on c.desk = e.desk and c.entry = e.id
              left join lateral (select sum(x.minutes) as moved from time_shift x
                                  where x.desk = p.desk and x.entry = p.entry and x.nth = p.nth) s on true
             where e.desk = ? and e.ticket = ? order by e.id, p.nth
            """, (row, _) -> row(row, ticket), ticket.desk(), ticket.number());
        for (Row row : rows) {
            List<Part> parts = new ArrayList<>();
            if (!lines.isEmpty() && lines.getLast().id() == row.id) {
                parts.addAll(lines.removeLast().parts());
            }
            parts.add(row.part);
            lines.add(new Line(row.id, row.time, parts, row.enteredAt, row.corrected));
        }
        return lines;
    }

    private static Row row(ResultSet row, TicketId ticket) throws SQLException {
        Work work =
                new Work(ticket.number(), Columns.string(row, "login"), WorkKind.valueOf(Columns.string(row, "kind")));
        LocalDate month = row.getObject("month", LocalDate.class);
        Part part = new Part(
                Columns.instant(row, "part_at"),
                row.getLong("part_minutes"),
                row.getString("contract"),
                month == null ? null : YearMonth.from(month),
                row.getLong("in_package"),
                row.getLong("over"),
                row.getLong("open"),
                row.getBoolean("adjustment"));
        return new Row(
                row.getLong("id"),
                new TimeEntry(work, Columns.instant(row, "started_at"), row.getLong("minutes")),
                part,
                Columns.instant(row, "entered_at"),
                TimeCorrections.of(row));
    }

    private record Row(
            long id,
            TimeEntry time,
            Part part,
            Instant enteredAt,
            @Nullable Correction corrected) {}

    @Override
    public boolean agree(ContractId contract, YearMonth month, long minutes, Consent yes) {
        return changed(
                """
                insert into overage_yes (desk, contract, month, minutes, said_by, message, said_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (desk, contract, message) do nothing
                """,
                contract.desk(),
                contract.number(),
                ContractWrites.firstDay(month),
                minutes,
                Columns.id(yes.by()),
                Columns.cut(yes.message(), MESSAGE_LENGTH_MAX),
                Columns.time(yes.at()));
    }

    @Override
    public boolean tell(ContractId contract, HourNotice notice, Instant now) {
        return changed(
                """
                insert into hours_notice (desk, key, contract, kind, told_at) values (?, ?, ?, ?, ?)
                on conflict (desk, key) do nothing
                """,
                contract.desk(),
                notice.key(),
                contract.number(),
                notice.kind().name(),
                Columns.time(now));
    }

    @Override
    public Optional<TicketId> ticketOf(String desk, long entry) {
        return statements
                .query(
                        "select ticket from time_entry where desk = ? and id = ?",
                        (row, _) -> new TicketId(desk, row.getLong("ticket")),
                        desk,
                        entry)
                .stream()
                .findFirst();
    }

    @Override
    public void takeBack(CustomerId customer, Line entry, Correction why) {
        new TimeCorrections(statements).takeBack(customer, entry, why);
    }

    @Override
    public void shift(HoursContract contract, Pool pool, YearMonth month, long minutes, Cause cause) {
        new TimeCorrections(statements).shift(contract, pool, month, minutes, cause);
    }

    @Override
    public List<YearMonth> corrected(ContractId contract) {
        return statements.query("""
            select distinct p.month from time_correction c
              join time_piece p on p.desk = c.desk and p.entry = c.entry
             where p.desk = ? and p.contract = ? order by p.month
            """, (row, _) -> ContractRows.month(row, "month"), contract.desk(), contract.number());
    }

    @Override
    public List<Demand> demand(CustomerId customer, Instant from, Instant until) {
        return new TimeAgreed(statements).demand(customer, from, until);
    }

    @Override
    public Optional<YearMonth> lastInvoiced(ContractId contract) {
        return new InvoiceRows(statements).last(contract);
    }

    @Override
    public boolean keep(ContractId contract, Invoice invoice, Instant now) {
        return new InvoiceRows(statements).keep(contract, invoice, now);
    }

    @Override
    public Optional<Instant> invoicedAt(ContractId contract, YearMonth month) {
        return new InvoiceRows(statements).madeAt(contract, month);
    }

    @Override
    public List<Invoice> invoices(ContractId contract) {
        return new InvoiceRows(statements).all(contract);
    }

    @Override
    public List<Timer> timers(String desk) {
        return statements.query(
                "select login, ticket, kind, started_at from timer where desk = ? order by login",
                (row, _) -> timer(row, desk, Columns.string(row, "login")),
                desk);
    }

    private static Timer timer(ResultSet row, String desk, String login) throws SQLException {
        return new Timer(
                new TicketId(desk, row.getLong("ticket")),
                login,
                WorkKind.valueOf(Columns.string(row, "kind")),
                Columns.instant(row, "started_at"));
    }

    @Override
    public Optional<Timer> running(String desk, String login) {
        return statements
                .query(
                        "select ticket, kind, started_at from timer where desk = ? and login = ?",
                        (row, _) -> timer(row, desk, login),
                        desk,
                        login)
                .stream()
                .findFirst();
    }

    @Override
    public boolean start(Timer timer) {
        return changed(
                """
                insert into timer (desk, login, ticket, kind, started_at) values (?, ?, ?, ?, ?)
                on conflict (desk, login) do nothing
                """,
                timer.ticket().desk(),
                timer.login(),
                timer.ticket().number(),
                timer.kind().name(),
                Columns.time(timer.startedAt()));
    }

    @Override
    public void stop(Timer timer) {
        statements.later(
                "delete from timer where desk = ? and login = ?", timer.ticket().desk(), timer.login());
    }

    private boolean changed(String sql, @Nullable Object... arguments) {
        return statements.direct().update(sql, arguments) == 1;
    }
}
