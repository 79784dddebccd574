package dev.parley.app.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.storage.PostgresSettings;
import dev.parley.storage.PostgresStorage;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements of random histories against the journal itself: what the transfers of each event moved, added up here and
 * not by the views that statements are made of.
 */
@ExtendWith(LiveDesk.Shared.class)
class StatementAgreesTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final CustomerId CUSTOMER = new CustomerId("acme", 1);
    private static final int STEPS = 200;
    private static final int PERIODS = 12;

    private final Random random = new Random();
    private Instant now = START;
    private int key;

    /** What one event did to the wallet, by its transfers. */
    private record Moved(Instant at, long amount, long reserved) {}

    @ParameterizedTest
    @ValueSource(longs = {3, 44, 555})
    void x04EveryStatementOfARandomHistoryIsTheJournalToTheUnit(long seed, LiveDesk desk) {
        random.setSeed(seed);
        JdbcTemplate sql = desk.database("statement_" + seed);
        PostgresSettings settings = PostgresSettings.of(desk.url("statement_" + seed), "postgres", "");
        try (PostgresStorage storage = PostgresStorage.open(settings.withConnections(2), Clock.systemUTC())) {
            sql.queryForList("select ledger.register_desk('acme', ?)", at());
            sql.queryForList("select ledger.open_wallet('acme', 1, 'CREDIT', ?)", at());
            sql.queryForList("select ledger.open_wallet('acme', 2, 'CREDIT', ?)", at());
            for (int step = 0; step < STEPS; step++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(600)));
                step(sql);
            }
            List<Moved> journal = journal(sql);
            assertThat(journal).hasSizeGreaterThan(40);
            assertThat(storage.wallets().violations()).isEmpty();
            for (int period = 0; period < PERIODS; period++) {
                Instant from = period == 0 ? Instant.EPOCH : moment();
                Instant until = period == 0 ? now.plusSeconds(1) : from.plusSeconds(random.nextInt(2_000_000));
                compare(storage, journal, from, until);
            }
        }
    }

    private void compare(PostgresStorage storage, List<Moved> journal, Instant from, Instant until) {
        var head = new Letterhead("Acme", "Alpha", Locale.ENGLISH, ZoneId.of("Europe/Berlin"), null);
        var statement = storage.wallets().statement(WalletKey.of(CUSTOMER, Unit.CREDIT), from, until);
        var paper = new StatementPaper(head, Unit.CREDIT, "", from, until, statement);
        List<Moved> within = journal.stream()
                .filter(m -> !m.at.isBefore(from) && m.at.isBefore(until))
                .toList();
        long opening = amounts(journal, from);
        long closing = amounts(journal, until);
        long reserved = journal.stream()
                .filter(m -> m.at.isBefore(until))
                .mapToLong(Moved::reserved)
                .sum();

        List<String> lines = paper.csv().lines().toList();
        assertThat(lines).hasSize(within.size() + 3);
        assertThat(lines.get(1)).startsWith("opening,").contains(",0,0," + opening + ",");
        assertThat(lines.getLast()).startsWith("closing,").endsWith(",0,0," + closing + "," + reserved);
        long balance = opening;
        for (int i = 0; i < within.size(); i++) {
            balance += within.get(i).amount;
            assertThat(lines.get(i + 2))
                    .contains("," + within.get(i).amount + "," + within.get(i).reserved + "," + balance + ",");
        }
        assertThat(Pdf.text(paper.paper().pdf()))
                .contains("Opening balance " + head.amount(Unit.CREDIT, opening))
                .contains("Closing balance " + head.amount(Unit.CREDIT, closing))
                .contains("of which reserved " + head.amount(Unit.CREDIT, reserved));
    }

    private static long amounts(List<Moved> journal, Instant until) {
        return journal.stream()
                .filter(m -> m.at.isBefore(until))
                .mapToLong(Moved::amount)
                .sum();
    }

    /** Adds up transfers by their meaning: SINGLE and POST move units, PENDING reserves, POST and VOID release. */
    private static List<Moved> journal(JdbcTemplate sql) {
        return sql.query(
                """
                select j.effective_at,
                       sum(case when t.phase not in ('SINGLE', 'POST') then 0
                                when x.wallet_id = w.id then -t.amount else t.amount end) as amount,
                       sum(case t.phase when 'PENDING' then t.amount when 'SINGLE' then 0
                                        else -(select p.amount from ledger.transfer p where p.id = t.pending_id) end)
                         as reserved
                  from ledger.journal j
                  join ledger.transfer t on t.journal_id = j.id
                  join ledger.account x on x.id = t.from_account
                  join ledger.account y on y.id = t.to_account
                  join ledger.wallet w on w.id in (x.wallet_id, y.wallet_id) and w.customer_id = 1
                  left join ledger.transfer r on r.id = t.reverses
                  left join ledger.journal o on o.id = r.journal_id
                  left join ledger.quote q on q.id = coalesce(j.quote_id, o.quote_id)
                 group by j.desk, j.id, q.version order by j.effective_at, j.id, coalesce(q.version, 0)
                """,
                (row, _) ->
                        new Moved(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2), row.getLong(3)));
    }

    /** One random call; refusals are part of the history. */
    private void step(JdbcTemplate sql) {
        long wallet = 1L + random.nextInt(2);
        long ticket = wallet * 100 + random.nextInt(4);
        String name = "key-" + key++;
        List<Object> arguments = new ArrayList<>();
        String call = switch (random.nextInt(8)) {
            case 0, 1 -> {
                arguments.addAll(List.of(wallet, 1 + random.nextInt(40), "order-" + key, name, at()));
                yield "select ledger.grant_units('acme', ?, ?, ?, ?, 'x', ?)";
            }
            case 2, 3, 4 -> {
                arguments.addAll(List.of(ticket, wallet, 1 + random.nextInt(20), later(), name, at()));
                yield "select ledger.hold_quote('acme', (select ledger.offer_quote('acme', ?, ?, ?, 2, 'k', '',"
                        + " true, ?, ?, 'x', '', ?)), '" + name + "', 'x', '" + at() + "')";
            }
            case 5, 6 -> {
                String phase = random.nextBoolean() ? "POST" : "VOID";
                arguments.addAll(List.of(phase, name, at(), ticket));
                yield "select ledger.resolve_hold('acme', h.id, ?, null, ?, 'x', '', ?) from ledger.hold h"
                        + " where h.ticket = ? and h.resolved_by is null";
            }
            default -> {
                arguments.addAll(List.of(ticket, 1 + random.nextInt(9), name, at()));
                yield "select ledger.refund_ticket('acme', ?, ?, ?, 'x', '', ?)";
            }
        };
        try {
            var ignored = sql.queryForList(call, arguments.toArray());
        } catch (DataAccessException refused) {
            assertThat(refused.getRootCause())
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).startsWith("LG"));
        }
    }

    private OffsetDateTime at() {
        return now.atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime later() {
        return at().plusDays(30);
    }

    /** Any moment of the history, often exactly that of an event. */
    private Instant moment() {
        return START.plus(
                Duration.ofMinutes(random.nextLong(Duration.between(START, now).toMinutes())));
    }
}
