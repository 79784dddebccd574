package dev.parley.core.desk;

import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Place;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.Pricing;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Work is done on the customer's package if that includes it, and else on demand, at a price (H-01, H-05, X-01). */
public final class AssessWork {
    private final Store store;
    private final ActOnTicket act;

    AssessWork(Store store, ActOnTicket act) {
        this.store = store;
        this.act = act;
    }

    /** Assesses {@code ticket} as {@code work}; empty if there is no such ticket. */
    public Optional<Decision> assess(TicketId ticket, Work work, Actor actor, Instant now) {
        return store.transact(tx -> assess(tx, ticket, work, actor, now));
    }

    /** The same in a transaction of the caller's. */
    public Optional<Decision> assess(Transaction tx, TicketId ticket, Work work, Actor actor, Instant now) {
        return tx.lock(ticket).map(locked -> assess(tx, locked, work, actor, now));
    }

    private Decision assess(Transaction tx, Ticket ticket, Work work, Actor actor, Instant now) {
        return switch (place(tx, ticket, work, now)) {
            case Place.InPackage _ ->
                act.within(tx, ticket, event(work, new Assessment.Covered(work.category())), actor, now);
            case Place.OnDemand(var why) -> onDemand(tx, ticket, work, why, new By(actor, now));
        };
    }

    private static Place place(Transaction tx, Ticket ticket, Work work, Instant now) {
        Optional<HoursContract> contract = tx.hoursContract(ticket.customer());
        return contract.map(hours -> hours.placeOf(work.service(), now))
                .orElseGet(() -> new Place.OnDemand("the customer has no package of hours"));
    }

    private Decision onDemand(Transaction tx, Ticket ticket, Work work, String why, By by) {
        return switch (work.onDemand()) {
            case Pricing.Priced priced ->
                act.within(tx, ticket, event(work, Assessment.Priced.of(priced)), by.actor, by.now);
            case Pricing.Refused refused ->
                new Decision.Refused(
                        Row.UNLISTED,
                        "no package covers this, as " + why + ", and so it is quoted: " + refused.wrong() + "; "
                                + refused.right(),
                        List.of());
        };
    }

    private static TicketEvent event(Work work, Assessment assessment) {
        return new TicketEvent.Assessed(assessment, work.reason());
    }

    private record By(Actor actor, Instant now) {}

    /**
     * What staff say the work is.
     *
     * @param onDemand its price if no package covers it
     * @param reason for the customer, where one is changed; may be empty
     */
    public record Work(CategoryKey category, WorkKind service, Pricing onDemand, String reason) {}
}
