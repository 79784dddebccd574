package dev.parley.core.desk;

import dev.parley.core.feature.FeatureRules;
import dev.parley.core.feature.FeatureRules.Ruling;
import dev.parley.core.feature.FeatureStatus;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Features;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.ticket.Outgoing;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Staff say how a wish stands with the product team, and the customer is told in the ticket's thread (P-08). */
public final class ReviewFeature {
    private final DeskBook desks;
    private final Store store;
    private final Correspondence correspondence;

    ReviewFeature(DeskBook desks, Store store, Correspondence correspondence) {
        this.desks = desks;
        this.store = store;
        this.correspondence = correspondence;
    }

    /** How it stands, and why, by whom and when. */
    public record Said(FeatureStatus status, String reason, Actor.Staff by, Instant at) {}

    /** Empty if this ticket is and was no wish. */
    public Optional<Ruling> review(TicketId id, Said said) {
        return store.transact(tx ->
                tx.lock(id).flatMap(ticket -> tx.feature(id).map(before -> decide(tx, ticket, before, said))));
    }

    private Ruling decide(Transaction tx, Ticket ticket, FeatureStatus before, Said said) {
        Ruling ruling = FeatureRules.decide(before, said.status, said.reason);
        if (ruling instanceof Ruling.Told(var words)) {
            TicketId id = ticket.id();
            tx.keepFeature(id, new Features.Step(said.status, said.reason, said.by, said.at));
            tx.audit(new AuditLine(
                    id.desk(),
                    said.by,
                    "ticket " + id.number(),
                    "wish",
                    before.name(),
                    said.status + ": " + said.reason,
                    said.at));
            Outgoing message = new Outgoing(words, new Outgoing.Audience.Requester(), 0, Map.of("reason", said.reason));
            correspondence.send(
                    tx, desks.desk(id.desk()), new Correspondence.Word(ticket, List.of(message), said.by), said.at);
        }
        return ruling;
    }
}
