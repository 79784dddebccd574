package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.port.ChatCards;
import dev.parley.core.port.ChatCards.Entry;
import dev.parley.core.port.ChatPeople;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Crowd;
import dev.parley.testkit.Desks;
import dev.parley.testkit.Messages;
import dev.parley.testkit.Ports;
import dev.parley.testkit.StorageContract;
import dev.parley.testkit.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards of tickets in a chat: which are stale, and who works on them. */
class PostgresChatTest implements StorageContract {
    private final PostgresStorage storage = Storages.emptied();
    private final ChatCards cards = storage.chatCards();
    private final Customers.By by = new Customers.By(AGENT, NOW);

    @Override
    public Ports ports() {
        return Storages.ports(storage);
    }

    @BeforeEach
    void watch() {
        cards.watch(Desks.SUPPORT, "C1");
    }

    private List<Entry> claim(Instant now) {
        return cards.claim(Desks.SUPPORT, 10, LEASE, now);
    }

    private Entry settled(TicketId id) {
        Entry shown = claim(NOW).getFirst().shows("17.1", "print");
        assertThat(shown.ticket()).isEqualTo(id);
        assertThat(cards.save(shown)).isTrue();
        cards.done(shown);
        assertThat(claim(NOW)).isEmpty();
        return shown;
    }

    @Test
    void everythingACardShowsMakesItStale() {
        Ticket ticket = created(approver("alice@customer.example"));
        settled(ticket.id());
        act(ticket.id(), t -> Tickets.quoted(t, 10, NOW));
        assertThat(claim(NOW)).hasSize(1);
        cards.done(claim(NOW.plus(LEASE)).getFirst());
        storage.store().transact(tx -> {
            tx.send(Messages.to("alice@customer.example", ticket.id().number(), "m1", true), NOW);
            return tx;
        });
        cards.done(claim(NOW.plus(LEASE).plus(LEASE)).getFirst());
        var mail = ports().outbox().claim("w", 1, LEASE, NOW).getFirst();
        assertThat(claim(NOW.plus(LEASE)))
                .as("a claim of a mail is nothing to show")
                .isEmpty();
        ports().outbox().sent(mail, "id", NOW);
        assertThat(claim(NOW)).as("that a mail is sent").hasSize(1);
    }

    @Test
    void aDeskWithoutARoomHasNoCards() {
        storage.store().transact(tx -> {
            var bob = tx.introduce(Desks.SALES, "bob@customer.example", "Bob", "en");
            tx.create(Tickets.created(tx.nextTicketNumber(Desks.SALES), bob, NOW));
            return bob;
        });
        assertThat(cards.claim(Desks.SALES, 10, LEASE, NOW)).isEmpty();
    }

    @Test
    void whatChangesWhileACardIsDrawnMakesItStaleAgain() {
        Ticket ticket = created(approver("alice@customer.example"));
        Entry claimed = claim(NOW).getFirst();
        act(ticket.id(), t -> Tickets.quoted(t, 10, NOW));
        assertThat(claim(NOW)).as("somebody works on it").isEmpty();
        cards.done(claimed);
        assertThat(claim(NOW)).hasSize(1);
    }

    @Test
    void whoWasTakenOverKeepsNothing() {
        created(approver("alice@customer.example"));
        Entry slow = claim(NOW).getFirst();
        Entry next = claim(NOW.plus(LEASE)).getFirst();
        assertThat(cards.save(slow.shows("17.1", "old"))).isFalse();
        cards.done(slow);
        assertThat(cards.save(next.shows("17.2", "new"))).isTrue();
        assertThat(cards.find(next.ticket()).orElseThrow().ts()).isEqualTo("17.2");
    }

    @Test
    void whatWasBegunIsFoundByWhoTakesOver() {
        created(approver("alice@customer.example"));
        Entry claimed = claim(NOW).getFirst();
        assertThat(cards.save(claimed.begins("card", NOW))).isTrue();
        Entry next = claim(NOW.plus(LEASE)).getFirst();
        assertThat(next.begun()).isEqualTo("card");
        assertThat(next.begunAt()).isEqualTo(NOW);
    }

    @Test
    void aThreadLeadsToItsTicket() {
        Ticket ticket = created(approver("alice@customer.example"));
        settled(ticket.id());
        assertThat(cards.at(Desks.SUPPORT, "C1", "17.1")).contains(ticket.id());
        assertThat(cards.at(Desks.SUPPORT, "C2", "17.1")).isEmpty();
        assertThat(cards.at(Desks.SALES, "C1", "17.1")).isEmpty();
        assertThat(cards.at(Desks.SUPPORT, "C1", "")).isEmpty();
    }

    @Test
    void aCardThatCannotBeShownComesAgainLater() {
        created(approver("alice@customer.example"));
        Entry claimed = claim(NOW).getFirst();
        cards.later(claimed, "Slack does not answer", NOW.plusSeconds(5));
        assertThat(claim(NOW.plusSeconds(4))).isEmpty();
        assertThat(claim(NOW.plusSeconds(5))).hasSize(1);
    }

    @Test
    void ofManyWhoLookAtOnceOneGetsEachCard() throws InterruptedException {
        for (int i = 0; i < 12; i++) {
            created(approver("a" + i + "@customer.example"));
        }
        assertThat(claimNothing()).isZero();
        ConcurrentLinkedQueue<TicketId> claimed = new ConcurrentLinkedQueue<>();
        Crowd.of(6, _ -> cards.claim(Desks.SUPPORT, 3, LEASE, NOW).forEach(entry -> claimed.add(entry.ticket())));
        claim(NOW).forEach(entry -> claimed.add(entry.ticket()));
        assertThat(claimed).hasSize(12).doesNotHaveDuplicates();
    }

    private int claimNothing() {
        return cards.claim(Desks.SALES, 3, LEASE, NOW).size();
    }

    @Test
    void anAccountIsSomebodysByMailAddressOrByLink() {
        storage.staff().enroll(new Staff.Person(Desks.SUPPORT, "ann", "Ann", Set.of(Staff.Role.AGENT)), by);
        storage.staff().enroll(new Staff.Person(Desks.SUPPORT, "ben", "Ben", Set.of(Staff.Role.AGENT)), by);
        ChatPeople people = storage.chatPeople();
        people.reachable(Desks.SUPPORT, "ann", "Ann@Desk.example", by);
        assertThat(people.byAddress(Desks.SUPPORT, "ann@desk.EXAMPLE")).contains("ann");
        assertThat(people.byAddress(Desks.SALES, "ann@desk.example")).isEmpty();
        assertThatThrownBy(() -> people.reachable(Desks.SUPPORT, "ben", "ann@desk.example", by))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ann");
        people.link(Desks.SUPPORT, "T1 U2", "ben", NOW);
        people.link(Desks.SUPPORT, "T1 U2", "ann", NOW);
        assertThat(people.byAccount(Desks.SUPPORT, "T1 U2")).contains("ann");
        assertThat(people.byAccount(Desks.SALES, "T1 U2")).isEmpty();
    }

    @Test
    void anInstallationIsKeptUntilItIsTakenBack() {
        var installations = storage.chatInstallations();
        installations.save(Desks.SUPPORT, "E1 T1", new byte[40], NOW);
        byte[] rotated = new byte[50];
        installations.save(Desks.SUPPORT, "E1 T1", rotated, NOW);
        assertThat(installations.find(Desks.SUPPORT, "E1 T1").orElseThrow()).isEqualTo(rotated);
        assertThat(installations.find(Desks.SUPPORT, "E2 T1")).isEmpty();
        installations.delete(Desks.SUPPORT, "E1 T1");
        assertThat(installations.find(Desks.SUPPORT, "E1 T1")).isEmpty();
    }
}
