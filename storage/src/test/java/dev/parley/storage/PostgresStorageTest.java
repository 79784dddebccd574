package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.customer.Contact;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.message.MessageKey;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.core.port.Transaction.Outcome;
import dev.parley.core.port.Transaction.Trail;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.testkit.Crowd;
import dev.parley.testkit.Desks;
import dev.parley.testkit.Messages;
import dev.parley.testkit.Ports;
import dev.parley.testkit.StorageContract;
import dev.parley.testkit.Tickets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What only a database shared by several processes can get wrong. */
class PostgresStorageTest implements StorageContract {
    private final TestDatabase database = PostgresFixture.freshDatabase();
    private final JdbcTemplate owner = new JdbcTemplate(database.owner());
    private final PostgresStorage first = Storages.on(database);
    private final PostgresStorage second = Storages.on(database);

    @Override
    public Ports ports() {
        return Storages.ports(first);
    }

    @AfterEach
    void close() {
        assertThat(first.wallets().violations()).isEmpty();
        first.close();
        second.close();
    }

    @Test
    void twoProcessesTogetherAcknowledgeNoMoreThanTheCap() throws InterruptedException {
        List<AcknowledgementCap> caps =
                List.of(new AcknowledgementCap(AcknowledgementCap.Scope.DESK, 7, Duration.ofHours(1)));
        AtomicInteger sent = new AtomicInteger();
        Crowd.of(24, number -> {
            String address = "p" + number + "@crowd" + number + ".example";
            var reached = (number % 2 == 0 ? first : second)
                    .store()
                    .transact(tx -> tx.acknowledge(Desks.SUPPORT, address, caps, NOW));
            sent.addAndGet(reached.isEmpty() ? 1 : 0);
        });
        assertThat(sent).hasValue(7);
    }

    @Test
    void aMailThatCannotBeStoredIsNotToldInTheErrorThatLogsRepeat() {
        byte[] raw = "Subject: nobody's business".getBytes(StandardCharsets.UTF_8);
        RawMessage mail =
                new RawMessage("no desk", new MessageKey("mail:support", "1"), NOW, List.of("who@desk.example"), raw);
        assertThatThrownBy(() -> first.inbox().record(List.of(mail))).satisfies(error -> {
            StringWriter said = new StringWriter();
            error.printStackTrace(new PrintWriter(said));
            assertThat(said.toString())
                    .contains("inbox_desk_fkey")
                    .doesNotContain(HexFormat.of().formatHex(raw), "who@desk.example");
        });
    }

    @Test
    void twoHundredCopiesOfOneConfirmationAreOneHold() throws InterruptedException {
        Contact alice = approver("alice@customer.example");
        pay(alice.customer(), 100, "order-1");
        Ticket ticket = quoted(alice, 10);
        AtomicInteger held = new AtomicInteger();
        Crowd.of(
                200,
                copy -> (copy % 2 == 0 ? first : second).store().transact(tx -> {
                    Ticket locked = tx.lock(ticket.id()).orElseThrow();
                    if (StateName.of(locked.state()) != StateName.QUOTED) {
                        return locked;
                    }
                    assertThat(tx.apply(locked, Tickets.agreed(locked, alice, "yes-" + copy, NOW), AGENT, NOW))
                            .isEmpty();
                    held.incrementAndGet();
                    return locked;
                }));
        assertThat(held).hasValue(1);
        assertThat(first.wallets().funds(WalletKey.of(alice.customer(), Unit.CREDIT), NOW))
                .isEqualTo(new Funds(100, 10, false));
        assertThat(owner.queryForObject("select count(*) from ledger.hold", Long.class))
                .isEqualTo(1);
    }

    @Test
    void aConnectionThatIsKilledInTheMiddleIsTriedAgain() {
        Contact alice = approver("alice@customer.example");
        pay(alice.customer(), 100, "order-1");
        Ticket ticket = created(alice);
        AtomicInteger runs = new AtomicInteger();
        first.store().transact(tx -> {
            Ticket locked = tx.lock(ticket.id()).orElseThrow();
            tx.apply(locked, Tickets.heldAtOnce(locked, 5, NOW), AGENT, NOW);
            if (runs.getAndIncrement() == 0) {
                killEverybodyInATransaction();
            }
            tx.send(Messages.to("alice@customer.example", ticket.id().number(), "m1", true), NOW);
            return locked;
        });
        assertThat(runs).hasValue(2);
        assertThat(read(ticket.id()).version()).isEqualTo(1);
        assertThat(view(ticket.id()).history()).hasSize(1);
        assertThat(view(ticket.id()).messages()).hasSize(1);
        assertThat(view(ticket.id()).money().held()).isEqualTo(5);
    }

    @Test
    void aCommitWhoseAnswerWasLostIsNotTriedAgain() {
        Contact alice = approver("alice@customer.example");
        Ticket ticket = created(alice);
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> first.store().transact(tx -> {
                    runs.incrementAndGet();
                    Ticket locked = tx.lock(ticket.id()).orElseThrow();
                    tx.apply(locked, Tickets.quoted(locked, 5, NOW), AGENT, NOW);
                    Trail everythingIsSent = tx.trail(ticket.id());
                    killEverybodyInATransaction();
                    return everythingIsSent;
                }))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(runs).hasValue(1);
        assertThat(read(ticket.id()).version()).isZero();
    }

    private void killEverybodyInATransaction() {
        Long killed = owner.queryForObject("""
            select count(pg_terminate_backend(pid)) from pg_stat_activity
             where datname = current_database() and state = 'idle in transaction'
            """, Long.class);
        assertThat(killed).isPositive();
    }

    @Test
    void twoProcessesShareTheInboxWithoutDoubles() throws InterruptedException {
        int mails = 60;
        first.inbox()
                .record(IntStream.range(0, mails)
                        .mapToObj(i -> Messages.raw(Desks.SUPPORT, "m" + i, NOW))
                        .toList());
        List<Long> done = new ArrayList<>();
        Crowd.of(6, worker -> {
            PostgresStorage mine = worker % 2 == 0 ? first : second;
            for (var claims = claim(mine, worker); !claims.isEmpty(); claims = claim(mine, worker)) {
                claims.forEach(claim -> finish(mine, claim, done));
            }
        });
        assertThat(done).hasSize(mails).doesNotHaveDuplicates();
    }

    private static List<Inbox.Claim> claim(PostgresStorage storage, int worker) {
        return storage.inbox().claim("w" + worker, 4, LEASE, NOW);
    }

    private static void finish(PostgresStorage storage, Inbox.Claim claim, List<Long> done) {
        storage.store().transact(tx -> {
            tx.finish(claim, Outcome.DONE, NOW);
            return claim;
        });
        synchronized (done) {
            done.add(claim.id());
        }
    }

    @Test
    void aClaimDoesNotWaitForRowsThatSomebodyElseHolds() {
        Ticket due = created(approver("alice@customer.example"));
        act(due.id(), t -> Tickets.quoted(t, 10, NOW));
        var late = NOW.plusSeconds(100L * 24 * 3600);
        first.inbox().record(List.of(Messages.raw(Desks.SUPPORT, "m1", NOW), Messages.raw(Desks.SUPPORT, "m2", NOW)));
        first.store().transact(tx -> {
            tx.send(Messages.to("alice@customer.example", 0, "o1", true), NOW);
            tx.send(Messages.to("alice@customer.example", 0, "o2", true), NOW);
            return true;
        });
        new Transactions(first.dataSource()).run(jdbc -> {
            jdbc.queryForList("select id from inbox order by id limit 1 for update");
            jdbc.queryForList("select id from outbox order by id limit 1 for update");
            jdbc.queryForList("select number from ticket for update");
            assertThat(second.inbox().claim("b", 1, LEASE, NOW))
                    .extracting(c -> c.message().key().nativeId())
                    .containsExactly("m2");
            assertThat(second.outbox().claim("b", 1, LEASE, NOW))
                    .extracting(c -> c.message().messageId())
                    .containsExactly("o2");
            assertThat(second.dueWork().claim("b", 1, LEASE, late)).isEmpty();
            return true;
        });
        assertThat(second.dueWork().claim("b", 1, LEASE, late)).containsExactly(due.id());
    }

    @Test
    void migratingTwiceChangesNothing() {
        String applied = "select count(*) from flyway_schema_history";
        Long before = owner.queryForObject(applied, Long.class);
        PostgresStorage third = Storages.on(database);
        third.close();
        assertThat(owner.queryForObject(applied, Long.class)).isEqualTo(before);
        assertThat(owner.queryForObject("select count(*) from desk", Long.class))
                .isEqualTo(2);
    }
}
