package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.core.customer.Contact;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.LedgerRefusal;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.core.port.TicketReads.Money;
import dev.parley.core.port.TicketReads.Step;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Said;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.core.port.Store} promises about tickets. Money: {@link PostingContract}. */
public interface StoreContract extends StorageContract {

    @Test
    default void aTicketComesBackAsItWasCreated() {
        Contact alice = approver("alice@customer.example");
        Ticket ticket = created(alice);
        assertThat(read(ticket.id())).isEqualTo(ticket);
        assertThat(locked(ticket.id())).contains(ticket);
        assertThat(locked(new TicketId(Desks.SUPPORT, 999_999))).isEmpty();
    }

    @Test
    default void ticketNumbersCountUpFrom1001() {
        List<Long> numbers = ports().store()
                .transact(tx -> List.of(tx.nextTicketNumber(Desks.SUPPORT), tx.nextTicketNumber(Desks.SUPPORT)));
        assertThat(numbers).isSorted().doesNotHaveDuplicates().allMatch(n -> n >= 1001);
    }

    @Test
    default void aTransitionIsKeptWithItsHistory() {
        Contact alice = approver("alice@customer.example");
        Ticket ticket = quoted(alice, 10);
        assertThat(ticket.version()).isEqualTo(1);
        assertThat(StateName.of(ticket.state())).isEqualTo(StateName.QUOTED);
        assertThat(ticket.quotes()).isEqualTo(1);
        assertThat(ticket.dueAt()).isNotNull();
        assertThat(view(ticket.id()).history())
                .containsExactly(
                        new Step(Row.T13, Step.Kind.TRANSITION, "", AGENT, StateName.NEW, StateName.QUOTED, NOW));
    }

    @Test
    default void everyPartOfATicketIsKept() {
        Ticket ticket = created(approver("alice@customer.example"));
        Ticket changed = new Ticket(
                ticket.id(),
                ticket.customer(),
                ticket.requester(),
                "Printing is slow",
                ticket.payer(),
                ticket.type(),
                new Mode.PreAgreed(30),
                new TicketState.Merged(new TicketId(Desks.SUPPORT, 7)),
                3,
                true,
                ticket.createdAt(),
                NOW.plusSeconds(5),
                NOW.plusSeconds(6),
                ticket.version());
        act(ticket.id(), _ -> Tickets.transition(Row.T74, changed));
        assertThat(read(ticket.id()))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(changed);
    }

    @Test
    default void aRefusedDecisionIsOnlyWrittenDown() {
        Ticket ticket = created(approver("alice@customer.example"));
        act(ticket.id(), _ -> new Decision.Refused(Row.T98, "a hold is active", List.of()));
        act(ticket.id(), _ -> new Decision.Ignored(Row.T44, "already confirmed"));
        assertThat(read(ticket.id())).isEqualTo(ticket);
        assertThat(view(ticket.id()).history())
                .extracting(Step::kind, Step::reason)
                .containsExactly(
                        tuple(Step.Kind.REFUSED, "a hold is active"), tuple(Step.Kind.IGNORED, "already confirmed"));
    }

    @Test
    default void whatFailsLeavesNothingBehind() {
        Contact alice = approver("alice@customer.example");
        Ticket ticket = created(alice);
        pay(alice.customer(), 100, "order-1");
        assertThatThrownBy(() -> ports().store().transact(tx -> {
                    Ticket locked = tx.lock(ticket.id()).orElseThrow();
                    tx.apply(locked, Tickets.heldAtOnce(locked, 5, NOW), AGENT, NOW);
                    tx.create(Tickets.created(tx.nextTicketNumber(Desks.SUPPORT), alice, NOW));
                    throw new IllegalStateException("broken at the end");
                }))
                .hasMessage("broken at the end");
        assertThat(read(ticket.id())).isEqualTo(ticket);
        assertThat(view(ticket.id()).quotes()).isEmpty();
        assertThat(view(ticket.id()).money()).isEqualTo(new Money(0, 0));
        assertThat(view(ticket.id()).history()).isEmpty();
        Funds funds = ports().wallets().funds(WalletKey.of(alice.customer(), Unit.CREDIT), NOW);
        assertThat(funds).isEqualTo(new Funds(100, 0, false));
    }

    @Test
    default void ofTwoWritersWithTheSameVersionOneLosesAndDecidesAgain() {
        Contact alice = approver("alice@customer.example");
        pay(alice.customer(), 100, "order-1");
        Ticket stale = created(alice);
        act(stale.id(), t -> Tickets.quoted(t, 10, NOW));
        AtomicInteger runs = new AtomicInteger();
        ports().store().transact(tx -> {
            tx.introduce(Desks.SUPPORT, "run" + runs + "@customer.example", "", "en");
            Ticket base =
                    runs.getAndIncrement() == 0 ? stale : tx.lock(stale.id()).orElseThrow();
            return tx.apply(base, Tickets.heldAtOnce(base, 5, NOW), AGENT, NOW);
        });
        assertThat(runs).hasValue(2);
        assertThat(read(stale.id()).version()).isEqualTo(2);
        assertThat(view(stale.id()).quotes()).hasSize(2);
        assertThat(view(stale.id()).money()).isEqualTo(new Money(5, 0));
        assertThat(view(stale.id()).history()).extracting(Step::row).containsExactly(Row.T13, Row.T08);
        assertThat(contact(Desks.SUPPORT, "run0@customer.example")).isEmpty();
    }

    @Test
    default void whoeverAlwaysLosesIsToldSoAndKeepsNothing() {
        Contact alice = approver("alice@customer.example");
        Ticket stale = created(alice);
        act(stale.id(), t -> Tickets.quoted(t, 10, NOW));
        assertThatThrownBy(() ->
                        ports().store().transact(tx -> tx.apply(stale, Tickets.quoted(stale, 20, NOW), AGENT, NOW)))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(view(stale.id()).quotes()).hasSize(1);
        assertThat(read(stale.id()).version()).isEqualTo(1);
    }

    @Test
    default void aLockedTicketIsReadByOthersOnlyAfterTheDecision() throws InterruptedException {
        Ticket ticket = created(approver("alice@customer.example"));
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        AtomicLong seen = new AtomicLong(-1);
        Crowd.of(2, worker -> {
            if (worker == 0) {
                ports().store().transact(tx -> {
                    Ticket mine = tx.lock(ticket.id()).orElseThrow();
                    locked.countDown();
                    assertThat(within(read, 300))
                            .as("somebody else read the locked ticket")
                            .isFalse();
                    return tx.apply(mine, Tickets.quoted(mine, 10, NOW), AGENT, NOW);
                });
            } else {
                assertThat(within(locked, 10_000)).isTrue();
                seen.set(ports().store().transact(tx -> {
                    long version = tx.lock(ticket.id()).orElseThrow().version();
                    read.countDown();
                    return version;
                }));
            }
        });
        assertThat(seen).hasValue(1);
    }

    private static boolean within(CountDownLatch latch, long millisMax) {
        try {
            return latch.await(millisMax, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    default void manyWritersOfOneTicketAllGetTheirTurn() throws InterruptedException {
        Ticket ticket = created(approver("alice@customer.example"));
        Crowd.of(12, _ -> act(ticket.id(), t -> Tickets.quoted(t, 10, NOW)));
        assertThat(read(ticket.id()).version()).isEqualTo(12);
        assertThat(view(ticket.id()).quotes()).hasSize(12);
    }

    @Test
    default void aSplitOffTicketKnowsItsParent() {
        Contact alice = approver("alice@customer.example");
        Ticket parent = created(alice);
        Ticket child = created(alice);
        ports().store().transact(tx -> {
            tx.link(child.id(), parent.id());
            return child;
        });
        assertThat(view(child.id()).parent()).isEqualTo(parent.id());
        assertThat(view(parent.id()).children()).containsExactly(child.id());
    }

    @Test
    default void ticketsThatWaitForMoneyComeInTheOrderOfTheirAgreement() {
        Contact alice = approver("alice@customer.example");
        Contact bob = approver("bob@other.example");
        TicketId second = funding(alice, 20);
        TicketId first = funding(alice, 10);
        funding(bob, 5);
        quoted(alice, 10);
        assertThat(waitingForFunds(alice.customer())).containsExactly(first, second);
    }

    private TicketId funding(Contact contact, long agreedAfterSeconds) {
        Ticket ticket = quoted(contact, 10);
        var quote = ((TicketState.Quoted) ticket.state()).quote();
        TicketState state =
                new TicketState.Funding(quote, Said.byRule(NOW.plusSeconds(agreedAfterSeconds)), quote.expiresAt());
        act(ticket.id(), t -> Tickets.transition(Row.T21, Tickets.in(t, state, 1, quote.expiresAt())));
        return ticket.id();
    }

    @Test
    default void theLedgersRefusalIsAValueAndTheTransactionGoesOn() {
        Contact alice = approver("alice@customer.example");
        Ticket ticket = created(alice);
        var refusal = ports().store().transact(tx -> {
            Ticket locked = tx.lock(ticket.id()).orElseThrow();
            var answer = tx.apply(locked, Tickets.heldAtOnce(locked, 5, NOW), AGENT, NOW);
            tx.introduce(Desks.SUPPORT, "kept@customer.example", "", "en");
            return answer;
        });
        assertThat(refusal).contains(new LedgerRefusal.InsufficientFunds(5));
        assertThat(read(ticket.id())).isEqualTo(ticket);
        assertThat(view(ticket.id()).quotes()).isEmpty();
        assertThat(view(ticket.id()).history()).isEmpty();
        assertThat(contact(Desks.SUPPORT, "kept@customer.example")).isPresent();
    }
}
