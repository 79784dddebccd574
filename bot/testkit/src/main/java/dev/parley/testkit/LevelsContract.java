package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.Contact;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Levels.Told;
import dev.parley.core.standing.History;
import dev.parley.core.standing.History.Classified;
import dev.parley.core.standing.History.Cover;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every storage promises of what deadlines are derived from, and of who looks at them. */
public interface LevelsContract extends StorageContract {
    private TicketId ticket() {
        return created(approver("alice@customer.example")).id();
    }

    private void classify(TicketId id, RequestType type, @Nullable String severity, Instant at) {
        ports().store().transact(tx -> {
            tx.levels().classify(id, new Classified(at, type, severity, "orders fail"), AGENT);
            return id;
        });
    }

    private void assessing(TicketId id) {
        act(id, t -> Tickets.transition(Row.T01, Tickets.in(t, new TicketState.Assessing(NOW, null), 0, NOW)));
    }

    private void close(TicketId id) {
        act(
                id,
                t -> Tickets.transition(
                        Row.T90, Tickets.in(t, new TicketState.Closed(new Price.Free(), NOW), 0, null)));
    }

    private boolean told(TicketId id, String key) {
        return ports().store().transact(tx -> tx.levels().told(id, new Told(key, "lead", NOW, false, NOW)));
    }

    private void lookAgain(TicketId id, @Nullable Instant at) {
        ports().store().transact(tx -> {
            tx.levels().lookAgain(id, at);
            return id;
        });
    }

    private List<TicketId> claim(Instant at) {
        return ports().levelWork().claim(Set.of(Desks.SUPPORT), 10, LEASE, at);
    }

    @Test
    default void aHistoryIsEveryTransitionAndEverythingItWasFoundToBe() {
        TicketId id = ticket();
        assessing(id);
        classify(id, RequestType.INCIDENT, "high", NOW.plusSeconds(5));
        classify(id, RequestType.PRICED, null, NOW.plusSeconds(6));
        close(id);
        History history = ports().histories().find(id).orElseThrow();
        assertThat(history.ticket()).isEqualTo(read(id));
        assertThat(history.steps())
                .extracting(step -> StateName.of(step.after()))
                .containsExactly(StateName.ASSESSING, StateName.CLOSED);
        assertThat(history.classified())
                .containsExactly(
                        new Classified(NOW.plusSeconds(5), RequestType.INCIDENT, "high", "orders fail"),
                        new Classified(NOW.plusSeconds(6), RequestType.PRICED, null, "orders fail"));
        assertThat(history.severity()).isEqualTo("high");
        assertThat(ports().store().<History>transact(tx -> tx.levels().history(id)))
                .isEqualTo(history);
    }

    @Test
    default void historiesOfADeskAreThoseThatGoOnOrWhereSomethingHappened() {
        TicketId open = ticket();
        TicketId ended = created(approver("bob@customer.example")).id();
        close(ended);
        assertThat(ids(ports().histories().open(Desks.SUPPORT).toList())).containsExactly(open);
        assertThat(ids(between(NOW, NOW.plusSeconds(1)))).containsExactly(open, ended);
        assertThat(ids(between(NOW.plusSeconds(1), NOW.plusSeconds(2)))).containsExactly(open);
        assertThat(ids(between(NOW.minusSeconds(9), NOW))).isEmpty();
        assertThat(ports().histories().open(Desks.SALES)).isEmpty();
    }

    private List<History> between(Instant from, Instant until) {
        return ports().histories().between(Desks.SUPPORT, from, until).toList();
    }

    private static List<TicketId> ids(List<History> histories) {
        return histories.stream().map(history -> history.ticket().id()).toList();
    }

    @Test
    default void aKeyIsToldOncePerTicket() {
        TicketId id = ticket();
        Contact bob = approver("bob@customer.example");
        assertThat(told(id, "resolution/1/warning/75")).isTrue();
        assertThat(told(id, "resolution/1/warning/75")).isFalse();
        assertThat(told(id, "resolution/1/warning/90")).isTrue();
        assertThat(told(created(bob).id(), "resolution/1/warning/75")).isTrue();
    }

    @Test
    default void whatFailedWasNotTold() {
        TicketId id = ticket();
        try {
            ports().store().transact(tx -> {
                tx.levels().told(id, new Told("key", "", NOW, false, NOW));
                throw new IllegalStateException("the mail could not be queued");
            });
        } catch (IllegalStateException expected) {
            assertThat(told(id, "key")).isTrue();
        }
    }

    @Test
    default void aTicketIsLookedAtWhenSomethingHappenedAndWhenItIsTime() {
        TicketId id = ticket();
        assertThat(claim(NOW)).as("new").containsExactly(id);
        lookAgain(id, NOW.plusSeconds(60));
        assertThat(claim(NOW.plusSeconds(59))).isEmpty();
        assertThat(claim(NOW.plusSeconds(60))).containsExactly(id);
        lookAgain(id, null);
        assertThat(claim(NOW.plus(Duration.ofDays(9999)))).isEmpty();
        assessing(id);
        assertThat(claim(NOW)).as("after a decision").containsExactly(id);
        lookAgain(id, null);
        classify(id, RequestType.INCIDENT, "high", NOW);
        assertThat(claim(NOW)).as("after a classification").containsExactly(id);
    }

    @Test
    default void whatHappensDuringALookIsLookedAtAgain() {
        TicketId id = ticket();
        assertThat(claim(NOW)).containsExactly(id);
        assertThat(claim(NOW.plus(LEASE).minusMillis(1))).isEmpty();
        assessing(id);
        assertThat(claim(NOW)).containsExactly(id);
        assertThat(claim(NOW.plus(LEASE))).as("whoever looked died").containsExactly(id);
    }

    @Test
    default void onlyDesksThatPromiseSomethingAreLookedAt() {
        ticket();
        assertThat(ports().levelWork().claim(Set.of(Desks.SALES), 10, LEASE, NOW))
                .isEmpty();
        assertThat(ports().levelWork().claim(Set.of(), 10, LEASE, NOW)).isEmpty();
    }

    @Test
    default void manyBotsLookAtEachTicketOnce() throws InterruptedException {
        Contact alice = approver("alice@customer.example");
        for (int i = 0; i < 30; i++) {
            created(alice);
        }
        List<TicketId> claimed = new ArrayList<>();
        Crowd.of(6, _ -> {
            for (List<TicketId> mine = share(); !mine.isEmpty(); mine = share()) {
                synchronized (claimed) {
                    claimed.addAll(mine);
                }
            }
        });
        assertThat(claimed).hasSize(30).doesNotHaveDuplicates();
    }

    private List<TicketId> share() {
        return ports().levelWork().claim(Set.of(Desks.SUPPORT), 3, LEASE, NOW);
    }

    @Test
    default void h06h09AHistoryKnowsThePackagesOfItsCustomerAndWhoLooksAfterThem() {
        Contact alice = approver("alice@customer.example");
        HoursContract contract = Deals.onHours("H-1", alice.customer(), "2026-01-31", 12, Deals.hours(600));
        Deals.allowed(ports().contracts().begin(contract, new Contracts.Why(new By(AGENT, NOW), "made")));
        TicketId id = created(alice).id();
        created(approver("bob@customer.example"));
        Cover cover =
                new Cover(contract.contract().start(), contract.contract().end().orElseThrow(), Deals.MANAGER);
        assertThat(ports().histories().find(id).orElseThrow().packages()).containsExactly(cover);
        assertThat(ports().histories().open(Desks.SUPPORT))
                .extracting(History::packages)
                .containsExactly(List.of(cover), List.of());
        assertThat(ports().histories().find(id).orElseThrow().manager(NOW)).isEqualTo(Deals.MANAGER);
        assertThat(ports().histories()
                        .find(id)
                        .orElseThrow()
                        .manager(cover.from().minusSeconds(1)))
                .isEmpty();
    }

    @Test
    default void whoSaidItIsKept() {
        TicketId id = ticket();
        ports().store().transact(tx -> {
            tx.levels().classify(id, new Classified(NOW, RequestType.INCIDENT, "", ""), new Actor.Desk());
            return id;
        });
        assertThat(ports().histories().find(id).orElseThrow().severity()).isEmpty();
    }
}
