package dev.parley.core.desk;

import dev.parley.core.customer.Site;
import dev.parley.core.customer.SiteId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.points.PointsRuling;
import dev.parley.core.points.PointsRuling.Offer;
import dev.parley.core.points.SiteMonth;
import dev.parley.core.port.Transaction;
import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a site lacks of points for a ticket that is agreed to, and the ways out of it (P-19).
 *
 * @param quote what was agreed to
 * @param month whose points ran out
 * @param buy what is missing and what it costs by the contract; null if it sells no points
 * @param next when the next month begins, if it has enough; null if it has not
 */
record PointsShort(
        Site site,
        Quote quote,
        SiteMonth month,
        Offer.@Nullable Buy buy,
        @Nullable Instant next) {

    /** Of a ticket that waits for points; empty for every other. */
    static Optional<PointsShort> of(Transaction tx, Ticket ticket, Instant now) {
        if (!(ticket.state() instanceof TicketState.Funding funding)) {
            return Optional.empty();
        }
        return site(tx, ticket).flatMap(site -> of(tx, site, funding.quote(), now));
    }

    private static Optional<PointsShort> of(Transaction tx, Site site, Quote quote, Instant now) {
        SiteId id = site.id();
        Funds funds = tx.lockFunds(WalletKey.points(id));
        return tx.pointsContract(id)
                .flatMap(contract -> contract.monthOf(id, now)
                        .flatMap(month ->
                                contract.hold(id, quote.amount(), now, funds) instanceof PointsRuling.TooFew few
                                        ? Optional.of(of(site, quote, month, few))
                                        : Optional.empty()));
    }

    private static PointsShort of(Site site, Quote quote, SiteMonth month, PointsRuling.TooFew few) {
        Offer.@Nullable Buy buy = null;
        @Nullable Instant next = null;
        for (Offer offer : few.offers()) {
            switch (offer) {
                case Offer.Buy each -> buy = each;
                case Offer.Wait wait -> next = wait.until();
                case Offer.AskCustomerSupport _ -> {}
            }
        }
        return new PointsShort(site, quote, month, buy, next);
    }

    /** The site whose points pay for the ticket; empty if it is not paid with points, or nobody said which. */
    static Optional<Site> site(Transaction tx, Ticket ticket) {
        Long number = ticket.payer().unit() == Unit.POINT ? ticket.payer().site() : null;
        return tx.sites(ticket.customer()).stream()
                .filter(site -> number != null && site.id().number() == number)
                .findFirst();
    }
}
