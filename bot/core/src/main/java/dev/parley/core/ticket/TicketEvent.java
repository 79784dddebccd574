package dev.parley.core.ticket;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.quote.OverageOf;
import org.jspecify.annotations.Nullable;

/** Facts from outside that a ticket may have to react to. */
public sealed interface TicketEvent {

    /** What a customer does, or what happens to mail for one: never without meaning for everybody (G9). */
    sealed interface ByCustomer extends TicketEvent {}

    /** What staff do: where it has no meaning they are told why. */
    sealed interface ByStaff extends TicketEvent {}

    /** What the desk itself notices: where it has no meaning nobody is told. */
    sealed interface ByDesk extends TicketEvent {}

    // ---- the customer

    /** A message came in on the ticket. */
    record Replied(CustomerReply reply) implements ByCustomer {}

    /** A mail of ours could not be delivered (T32). */
    record Bounced(String recipient, boolean hard) implements ByCustomer {}

    /** The customer takes the request back, by a deliberate act rather than in words (T16, T67, T68). */
    record CancelRequested(Speaker speaker) implements ByCustomer {}

    /** The customer does not accept a charge (T96). */
    record Disputed(Speaker speaker, String reason) implements ByCustomer {}

    // ---- staff

    /** Assessed, corrected, re-assessed: what it means depends on the state (T06–T13, T35, T36, T59, T61–T66, T84…). */
    record Assessed(Assessment assessment, String reason) implements ByStaff {}

    /** Which of the customer's sites it is for, whose points will pay (P-14). */
    record SiteChosen(long site) implements ByStaff {}

    /** We need something from the customer (T14, T73). */
    record InformationAsked(String question) implements ByStaff {}

    /** A free reply that answers a question about the quote, or says something that is not the answer (T28). */
    record RepliedFreely(String text) implements ByStaff {}

    /** The specialist will not do the modification (T15). */
    record ModificationRefused(String reason) implements ByStaff {}

    /** The specialist settles a counter-offer (T50, T52) or, with null, stays at the price (T51). */
    record NegotiationSettled(@Nullable Long amount, String reason) implements ByStaff {}

    /** Staff began to work. */
    record WorkStarted() implements ByStaff {}

    /** The answer goes out (T60). */
    record AnswerSent(String text) implements ByStaff {}

    /** What is due of a cancelled ticket, 0 up to the agreed amount (T69). */
    record CancellationSettled(long due, String reason) implements ByStaff {}

    /** Staff cannot do it after all (T70). */
    record TakenBack(String reason) implements ByStaff {}

    /** A raise was not agreed to: go on within the agreed amount, or stop (T83). */
    record RaiseAbandoned(boolean finish, String reason) implements ByStaff {}

    /** A question about something else became its own ticket (T71). */
    record SplitOff(TicketId child) implements ByStaff {}

    /** The same issue was asked twice (T74, T75). */
    record MergeAsked(TicketId target, CustomerId targetCustomer) implements ByStaff {}

    /** Staff close it (T90, T98). */
    record CloseAsked(String reason) implements ByStaff {}

    /** The same issue goes on after the close (T94), or the customer wants a declined one after all (T47). */
    record ReopenAsked() implements ByStaff {}

    /**
     * Staff need minutes over the customer's package, of which nobody may work one before a yes (T106, H-12).
     *
     * @param scope what they are for, in plain words
     * @param rate what an hour over costs by the contract
     */
    record OverageAsked(long minutes, CategoryKey category, String scope, OverageOf over, HourlyRate rate)
            implements ByStaff {
        public OverageAsked {
            if (minutes < 1) {
                throw new IllegalArgumentException(minutes + " minutes over are no question");
            }
        }
    }

    /** A dispute is decided by somebody who did not price it; {@code refund} 0 up to the net charge (T97). */
    record DisputeSettled(long refund, String reason) implements ByStaff {}

    // ---- the desk

    /**
     * The ticket was made. {@code wanted}: how the customer wants to be asked; {@code byApprover}: whether that
     * person may agree to charges (T02, T03); {@code priceQuestionOnly}: belongs to Customer Support (T04).
     */
    record Opened(Mode wanted, boolean byApprover, boolean priceQuestionOnly) implements ByDesk {}

    /** {@code dueAt} has come. */
    record DeadlinePassed() implements ByDesk {}

    /** Money came into the wallet (T55, T56). */
    record FundsArrived() implements ByDesk {}

    /** A purchase was charged back (T99). */
    record PurchaseChargedBack() implements ByDesk {}

    /** The price list changed; open quotes are honoured (T37). */
    record PriceListChanged() implements ByDesk {}

    /** Who may approve for the customer changed (T38). */
    record ApproversChanged() implements ByDesk {}
}
