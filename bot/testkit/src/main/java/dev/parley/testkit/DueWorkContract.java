package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.Contact;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.core.port.DueWork} promises. */
public interface DueWorkContract extends StorageContract {

    private TicketId due(Contact contact, @Nullable Instant at) {
        TicketId id = created(contact).id();
        reschedule(id, at);
        return id;
    }

    /** Without a time the ticket ends. */
    private void reschedule(TicketId id, @Nullable Instant at) {
        TicketState state =
                at == null ? new TicketState.Closed(new Price.Free(), NOW) : new TicketState.Assessing(NOW, null);
        act(id, t -> Tickets.transition(Row.T01, Tickets.in(t, state, 0, at)));
    }

    private List<TicketId> claim(Instant at) {
        return ports().dueWork().claim("a", 10, LEASE, at);
    }

    @Test
    default void ticketsComeWhenTheyAreDueSoonestFirst() {
        Contact alice = approver("alice@customer.example");
        TicketId later = due(alice, NOW.plusSeconds(20));
        TicketId sooner = due(alice, NOW.plusSeconds(10));
        due(alice, null);
        assertThat(claim(NOW.plusSeconds(10).minusMillis(1))).isEmpty();
        assertThat(claim(NOW.plusSeconds(20))).containsExactly(sooner, later);
    }

    @Test
    default void aClaimedTicketIsNobodyElsesUntilTheLeaseEnds() {
        TicketId id = due(approver("alice@customer.example"), NOW);
        assertThat(claim(NOW)).containsExactly(id);
        assertThat(claim(NOW.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(claim(NOW.plus(LEASE))).containsExactly(id);
    }

    @Test
    default void aDecisionMakesTheTicketFreeForItsNextDueTime() {
        TicketId id = due(approver("alice@customer.example"), NOW);
        claim(NOW);
        reschedule(id, NOW.plusSeconds(1));
        assertThat(claim(NOW.plusSeconds(1))).containsExactly(id);
        reschedule(id, null);
        assertThat(claim(NOW.plus(LEASE.multipliedBy(9)))).isEmpty();
    }

    @Test
    default void noMoreAreClaimedThanAskedFor() {
        Contact alice = approver("alice@customer.example");
        due(alice, NOW);
        due(alice, NOW);
        assertThat(ports().dueWork().claim("a", 1, LEASE, NOW)).hasSize(1);
        assertThat(ports().dueWork().claim("b", 1, LEASE, NOW)).hasSize(1);
    }

    @Test
    default void manyClocksClaimEachTicketOnce() throws InterruptedException {
        Contact alice = approver("alice@customer.example");
        for (int i = 0; i < 40; i++) {
            due(alice, NOW);
        }
        List<TicketId> claimed = new ArrayList<>();
        Crowd.of(6, worker -> {
            for (List<TicketId> mine = share(worker); !mine.isEmpty(); mine = share(worker)) {
                synchronized (claimed) {
                    claimed.addAll(mine);
                }
            }
        });
        assertThat(claimed).hasSize(40).doesNotHaveDuplicates();
    }

    private List<TicketId> share(int worker) {
        return ports().dueWork().claim("w" + worker, 3, LEASE, NOW);
    }
}
