package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.feature.FeatureStatus;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Features;
import dev.parley.core.port.Features.Filter;
import dev.parley.core.port.Features.Line;
import dev.parley.core.port.Features.Step;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every storage promises about wishes for the product. */
public interface FeatureContract extends StorageContract {

    private Step step(FeatureStatus status, String reason, long second) {
        return new Step(status, reason, AGENT, NOW.plusSeconds(second));
    }

    private void keep(TicketId ticket, Step step) {
        Optional<FeatureStatus> stands = ports().store().transact(tx -> {
            tx.lock(ticket);
            tx.keepFeature(ticket, step);
            return tx.feature(ticket);
        });
        assertThat(stands).contains(step.status());
    }

    private Ticket wish(String address) {
        Ticket ticket = created(approver(address));
        act(ticket.id(), locked -> Tickets.wished(locked, NOW));
        return ticket;
    }

    private List<TicketId> list(FeatureStatus... statuses) {
        return list(Set.of(statuses), Long.MAX_VALUE, 9);
    }

    private List<TicketId> list(Set<FeatureStatus> statuses, long before, int max) {
        return ports().features().list(new Filter(Desks.SUPPORT, statuses, before, max)).stream()
                .map(Line::ticket)
                .toList();
    }

    @Test
    default void p08WhatBecameOfAWishIsKeptFromTheBeginning() {
        TicketId ticket = wish("alice@customer.example").id();
        assertThat(ports().features().find(ticket)).isEmpty();
        Step received = new Step(FeatureStatus.RECEIVED, "", new Actor.Desk(), NOW);
        Step review = step(FeatureStatus.UNDER_REVIEW, "Many ask for it.", 1);
        Step planned = step(FeatureStatus.PLANNED, "It fits.", 2);
        keep(ticket, received);
        keep(ticket, review);
        keep(ticket, planned);
        Features.View view = ports().features().find(ticket).orElseThrow();
        assertThat(view.steps()).containsExactly(received, review, planned);
        assertThat(view.line())
                .isEqualTo(new Line(
                        ticket,
                        "Printing fails",
                        "Customer of alice@customer.example",
                        FeatureStatus.PLANNED,
                        NOW.plusSeconds(2)));
    }

    @Test
    default void wishesAreListedNewestFirstByHowTheyStand() {
        Ticket one = wish("alice@customer.example");
        Ticket two = wish("bob@other.example");
        Ticket three = wish("carol@third.example");
        Ticket none = created(approver("dora@fourth.example"));
        for (Ticket ticket : List.of(one, two, three)) {
            keep(ticket.id(), step(FeatureStatus.RECEIVED, "", 0));
        }
        keep(one.id(), step(FeatureStatus.PLANNED, "It fits.", 1));
        act(three.id(), wish -> Tickets.transition(Row.T66, Tickets.in(wish, wish.state(), 0, wish.dueAt())));
        keep(three.id(), step(FeatureStatus.WITHDRAWN, "", 1));
        assertThat(list()).containsExactly(two.id(), one.id()).doesNotContain(none.id());
        assertThat(list(FeatureStatus.PLANNED)).containsExactly(one.id());
        assertThat(list(FeatureStatus.WITHDRAWN)).containsExactly(three.id());
        assertThat(list(Set.of(), two.id().number(), 9)).containsExactly(one.id());
        assertThat(list(Set.of(), Long.MAX_VALUE, 1)).containsExactly(two.id());
        assertThat(ports().features().list(new Filter(Desks.SALES, Set.of(), Long.MAX_VALUE, 9)))
                .isEmpty();
        assertThatThrownBy(() -> new Filter(Desks.SALES, Set.of(), Long.MAX_VALUE, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void whatBecameOfAWishInAnUndoneDecisionIsNotKept() {
        TicketId ticket = created(approver("alice@customer.example")).id();
        assertThatThrownBy(() -> ports().store().transact(tx -> {
                    tx.keepFeature(ticket, step(FeatureStatus.RECEIVED, "", 0));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(ports().features().find(ticket)).isEmpty();
    }
}
