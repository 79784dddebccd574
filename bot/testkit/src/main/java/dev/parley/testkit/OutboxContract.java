package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.port.Outbox.Claim;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.TicketReads.Delivery;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.core.port.Outbox} promises. */
public interface OutboxContract extends StorageContract {

    private void send(long ticket, String id) {
        send(Messages.to("alice@customer.example", ticket, id, false));
    }

    private void send(OutgoingMessage message) {
        ports().store().transact(tx -> {
            tx.send(message, NOW);
            return message;
        });
    }

    private List<Claim> claim(int max) {
        return claim(max, NOW);
    }

    private List<Claim> claim(int max, Instant at) {
        return ports().outbox().claim("a", max, LEASE, at);
    }

    private static List<String> ids(List<Claim> claims) {
        return claims.stream().map(c -> c.message().messageId()).toList();
    }

    private long ticket(String address) {
        return created(approver(address)).id().number();
    }

    @Test
    default void pitfall13AnAnswerToTheIdAProviderGaveFindsItsTicketAtItsDeskAlone() {
        long ticket = ticket("alice@customer.example");
        send(Messages.to("alice@customer.example", ticket, "m1", true));
        ports().outbox().sent(claim(1).getFirst(), "0102@eu-west-1.amazonses.com", NOW);

        List<String> asked = List.of("nobody@elsewhere.example", "0102@eu-west-1.amazonses.com");
        assertThat(answered(Desks.SUPPORT, asked)).contains(new TicketId(Desks.SUPPORT, ticket));
        assertThat(answered(Desks.SALES, asked)).isEmpty();
        assertThat(answered(Desks.SUPPORT, List.of("", "x"))).isEmpty();
    }

    private Optional<TicketId> answered(String desk, List<String> ids) {
        return ports().store().transact(tx -> tx.ticketOfMessage(desk, ids));
    }

    @Test
    default void whatIsQueuedComesOutAsItWas() {
        long ticket = ticket("alice@customer.example");
        OutgoingMessage plain = Messages.to("alice@customer.example", ticket, "m1", true);
        OutgoingMessage full = new OutgoingMessage(
                plain.desk(),
                ticket,
                plain.channel(),
                plain.from(),
                plain.to(),
                "support+x@vendor.example",
                "m2",
                "q1",
                List.of("q0", "q1"),
                false,
                "Ä subject",
                "text\nof two lines",
                "<p>html</p>");
        send(plain);
        send(full);
        Claim first = claim(5).getFirst();
        assertThat(first.message()).isEqualTo(plain);
        ports().outbox().sent(first, "250 ok", NOW);
        assertThat(claim(5)).extracting(Claim::message).containsExactly(full);
    }

    @Test
    default void orderIsKeptWithinATicket() {
        long ticket = ticket("alice@customer.example");
        send(ticket, "m1");
        send(ticket, "m2");
        Claim first = claim(5).getFirst();
        assertThat(ids(List.of(first))).containsExactly("m1");
        assertThat(claim(5)).isEmpty();
        ports().outbox().sent(first, "", NOW);
        assertThat(ids(claim(5))).containsExactly("m2");
    }

    @Test
    default void ticketsDoNotWaitForEachOtherAndTheOldestGoFirst() {
        long one = ticket("alice@customer.example");
        long two = ticket("bob@customer.example");
        send(one, "a1");
        send(two, "b1");
        send(one, "a2");
        send(two, "b2");
        assertThat(ids(claim(5))).containsExactly("a1", "b1");
    }

    @Test
    default void noMoreAreClaimedThanAskedForOldestFirst() {
        for (String name : List.of("m1", "m2", "m3")) {
            send(0, name);
        }
        assertThat(ids(claim(2))).containsExactly("m1", "m2");
        assertThat(ids(claim(2))).containsExactly("m3");
    }

    @Test
    default void mailThatBelongsToNoTicketHasNoOrderToKeep() {
        send(0, "m1");
        send(0, "m2");
        assertThat(ids(claim(5))).containsExactly("m1", "m2");
    }

    @Test
    default void aPassingFailureWaitsForItsTimeAndHoldsUpTheTicket() {
        long ticket = ticket("alice@customer.example");
        send(ticket, "m1");
        send(ticket, "m2");
        ports().outbox().retry(claim(1).getFirst(), "450 later", NOW.plusSeconds(90));
        assertThat(claim(5, NOW.plusSeconds(89))).isEmpty();
        Claim again = claim(5, NOW.plusSeconds(90)).getFirst();
        assertThat(again.message().messageId()).isEqualTo("m1");
        assertThat(again.tries()).isEqualTo(2);
    }

    @Test
    default void aFinalFailureDoesNotHoldUpTheTicketAndStaffSeeIt() {
        long ticket = ticket("alice@customer.example");
        send(ticket, "m1");
        send(ticket, "m2");
        ports().outbox().dead(claim(1).getFirst(), "550 no such user", NOW);
        assertThat(ids(claim(5))).containsExactly("m2");
        Delivery delivery =
                view(new TicketId(Desks.SUPPORT, ticket)).messages().getFirst().delivery();
        assertThat(delivery).isEqualTo(new Delivery(Delivery.Progress.DEAD, 1, "550 no such user"));
    }

    @Test
    default void afterTooManyTriesAMessageIsDead() {
        send(0, "m1");
        for (int tried = 1; tried <= ports().tries().outbox(); tried++) {
            ports().outbox().retry(claim(1).getFirst(), "450 later", NOW);
        }
        assertThat(claim(1, NOW.plus(Duration.ofDays(9)))).isEmpty();
        assertThat(ports().outbox().backlog(NOW)).isZero();
    }

    @Test
    default void anEndedLeaseHandsTheMessageOverUnderTheSameId() {
        send(0, "m1");
        claim(1);
        assertThat(claim(1, NOW.plus(LEASE).minusMillis(1))).isEmpty();
        List<Claim> again = claim(1, NOW.plus(LEASE));
        assertThat(ids(again)).containsExactly("m1");
        assertThat(again).extracting(Claim::tries).containsExactly(2);
    }

    @Test
    default void aFailureReportedAfterTheLeaseWasLostChangesNothing() {
        send(0, "m1");
        Claim lost = claim(1).getFirst();
        Claim current = claim(1, NOW.plus(LEASE)).getFirst();
        ports().outbox().retry(lost, "slow", NOW);
        assertThat(claim(1, NOW.plus(LEASE))).isEmpty();
        ports().outbox().sent(current, "", NOW);
        ports().outbox().retry(current, "too late", NOW);
        ports().outbox().dead(current, "too late", NOW);
        assertThat(claim(1, NOW.plus(Duration.ofDays(1)))).isEmpty();
        Delivery delivery =
                ports().tickets().unattached(Desks.SUPPORT, 1).getFirst().delivery();
        assertThat(delivery).extracting(d -> d == null ? null : d.progress()).isEqualTo(Delivery.Progress.SENT);
    }

    @Test
    default void whatIsUndoneIsNotSent() {
        assertThatThrownBy(() -> ports().store().transact(tx -> {
                    tx.send(Messages.to("alice@customer.example", 0, "m1", true), NOW);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(claim(5)).isEmpty();
        assertThat(ports().tickets().unattached(Desks.SUPPORT, 5)).isEmpty();
    }

    @Test
    default void theBacklogIsTheAgeOfTheOldestThatShouldHaveGone() {
        assertThat(ports().outbox().backlog(NOW)).isZero();
        send(0, "m1");
        assertThat(ports().outbox().backlog(NOW.plusSeconds(40))).isEqualTo(Duration.ofSeconds(40));
        ports().outbox().sent(claim(1).getFirst(), "", NOW);
        assertThat(ports().outbox().backlog(NOW.plusSeconds(40))).isZero();
    }

    @Test
    default void manySendersKeepTheOrderOfEveryTicketAndSendEachOnce() throws InterruptedException {
        List<Long> tickets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tickets.add(ticket("c" + i + "@customer.example"));
        }
        int each = 8;
        for (int i = 0; i < each; i++) {
            for (long ticket : tickets) {
                send(ticket, ticket + "-" + i);
            }
        }
        Map<Long, List<String>> sent = new TreeMap<>();
        Crowd.of(6, _ -> drain(sent));
        for (long ticket : tickets) {
            assertThat(sent.get(ticket))
                    .containsExactlyElementsOf(IntStream.range(0, each)
                            .mapToObj(i -> ticket + "-" + i)
                            .toList());
        }
    }

    private void drain(Map<Long, List<String>> sent) {
        while (ports().outbox().backlog(NOW.plusSeconds(1)).isPositive()) {
            for (Claim claim : claim(2)) {
                synchronized (sent) {
                    sent.computeIfAbsent(claim.message().ticket(), _ -> new ArrayList<>())
                            .add(claim.message().messageId());
                }
                ports().outbox().sent(claim, "", NOW);
            }
        }
    }
}
