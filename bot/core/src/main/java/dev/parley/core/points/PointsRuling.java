package dev.parley.core.points;

import dev.parley.core.money.Money;
import java.time.Instant;
import java.util.List;

/** Whether a charge can be held on a site's points. Never is anything held beyond them (P-19). */
public sealed interface PointsRuling {
    /** It can, on {@code month}: that of the yes, whenever the work ends (P-18). */
    record Hold(SiteMonth month) implements PointsRuling {}

    /** {@code missing} points are not there; no work until one of {@code offers} is taken. */
    record TooFew(long missing, List<Offer> offers) implements PointsRuling {
        public TooFew {
            offers = List.copyOf(offers);
        }
    }

    /** The contract has no points for that site then; {@code why} is a sentence for staff. */
    record NotCovered(String why) implements PointsRuling {}

    /** What a customer can do when points ran out. */
    sealed interface Offer {
        /** Wait for the next month, which has enough if nothing else is agreed on there. */
        record Wait(Instant until) implements Offer {}

        /** Buy what is missing, if an approver says yes to {@code price}. */
        record Buy(long points, Money price) implements Offer {}

        /** Speak with Customer Support, who alone decide about prices and points (P-21). */
        record AskCustomerSupport() implements Offer {}
    }
}
