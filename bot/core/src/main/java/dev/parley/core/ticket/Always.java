package dev.parley.core.ticket;

import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import dev.parley.core.quote.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that read the same in every living state. */
final class Always {
    /** Why a package cannot take the place of a price. */
    static final String PRICED_ALREADY = "comes before a price; take the ticket back, or settle the price first (X-01)";

    private Always() {}

    /** Staff say whose points will pay, as long as nothing was priced yet (T103). */
    static Decision site(Scene scene, TicketEvent.SiteChosen event) {
        if (scene.ticket().payer().unit() != Unit.POINT) {
            return scene.unlisted(event, "is of no use where no points are paid with");
        }
        return scene.ticket().quotes() > 0
                ? scene.unlisted(event, "comes before a price (P-14)")
                : scene.stay(Row.T103)
                        .payer(new Payer(Unit.POINT, event.site()))
                        .done();
    }

    /** Mail that comes back where no quote is open: staff see it (T32). */
    static Decision bounced(Scene scene, TicketEvent.Bounced event) {
        return scene.refuse(
                Row.T32,
                "mail to " + event.recipient() + " came back",
                scene.facts().with("recipient", event.recipient()).say(Template.STAFF_BOUNCED, Scene.STAFF, 0));
    }

    /** The question about something else has its own ticket and price; nothing changes here (T71). */
    static Decision splitOff(Scene scene, TicketEvent.SplitOff event) {
        return scene.stay(Row.T71)
                .say(
                        Template.SPLIT_OFF,
                        Scene.REQUESTER,
                        scene.facts().with("child", event.child().number()))
                .done();
    }

    /**
     * The same issue was asked twice (T74, T75).
     *
     * @param ends the quote that is open or agreed and not held, null if none
     */
    static Decision merge(Scene scene, TicketEvent.MergeAsked event, Price price, @Nullable Quote ends) {
        Ticket ticket = scene.ticket();
        if (!event.targetCustomer().equals(ticket.customer())) {
            return scene.refuse(Row.T75, "ticket " + event.target().number() + " belongs to another customer");
        }
        if (event.target().equals(ticket.id())) {
            return scene.refuse(Row.T75, "a ticket cannot be merged into itself");
        }
        return scene.to(Row.T74, new TicketState.Merged(event.target()))
                .post(withdrawn(ends))
                .post(Money.giveBack(
                        price, "merged into ticket " + event.target().number()))
                .say(
                        Template.MERGED_INTO,
                        Scene.REQUESTER,
                        scene.facts().with("target", event.target().number()).with("returned", price.agreed()))
                .done();
    }

    /** Staff cannot do it after all; everything is given back (T70). */
    static Decision takeBack(Scene scene, String reason, Price price, @Nullable Quote ends) {
        Quote last = ends == null ? price.agreedQuote().orElse(null) : ends;
        return scene.to(Row.T70, new TicketState.ClosedUnpaid(Ending.TAKEN_BACK, last, null, scene.now()))
                .post(withdrawn(ends))
                .post(Money.giveBack(price, reason))
                .responded()
                .say(
                        Template.TAKEN_BACK,
                        Scene.REQUESTER,
                        scene.facts().with("returned", price.agreed()).with("reason", reason))
                .done();
    }

    /** A purchase was charged back: the ledger blocked the wallet; staff look at what is under way (T99). */
    static Decision chargedBack(Scene scene, long amount) {
        return scene.refuse(
                Row.T99,
                "a purchase was charged back",
                scene.facts().with("amount", amount).say(Template.STAFF_CHARGED_BACK, Scene.STAFF, 0));
    }

    /** The deliberate act of somebody who may not do it; {@code quote}: what it is about. */
    static Decision notEntitled(Scene scene, Speaker speaker, Quote quote) {
        return switch (speaker) {
            case Speaker.Stranger stranger -> unknown(scene, stranger);
            case Speaker.Known known ->
                scene.refuse(
                        Row.T23,
                        "may not decide about charges",
                        scene.facts(quote).say(Template.NEEDS_APPROVER, new Outgoing.Audience.Sender(known), 0));
        };
    }

    /** The deliberate act of somebody this customer never told us of. */
    static Decision unknown(Scene scene, Speaker.Stranger stranger) {
        return scene.refuse(
                Row.T22,
                "no contact of this customer",
                scene.facts().say(Template.ADDRESS_UNKNOWN, new Outgoing.Audience.Sender(stranger), 0));
    }

    /** A quote that was never offered to the ledger needs no end. */
    static List<Posting> withdrawn(@Nullable Quote quote) {
        return quote == null || quote.automatic()
                ? List.of()
                : List.of(new Posting.EndQuote(quote.version(), Posting.QuoteEnd.WITHDRAWN));
    }

    /** True if {@code dueAt} has truly come; a clock that runs ahead of the plan does nothing. */
    static boolean due(Scene scene) {
        return scene.ticket().dueAt() != null
                && !scene.now().isBefore(scene.ticket().dueAt());
    }
}
