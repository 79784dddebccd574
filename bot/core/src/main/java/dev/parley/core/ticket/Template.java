package dev.parley.core.ticket;

import java.util.Set;

/**
 * Every text Parley writes, and the fields each may show. A desk may replace the words, not the fields.
 *
 * <p>Values are plain: whole numbers, ISO instants ({@code expires}, {@code until} and every name ending in
 * {@code _at}), names as people wrote them; the renderer formats. Every field is always there; those that may be empty
 * are {@code shortfall} and {@code reserved} (nothing is), {@code old_amount}, {@code offered} and {@code reason} (not
 * known), {@code cap} of overage (no limit), {@code asks} and {@code stops} (not so), {@code contract} of a quote (it
 * goes over no package).
 */
public enum Template {
    // ---- intake and assessment
    /** T01: we have it; category 1 is answered at once, otherwise we ask first. */
    ACKNOWLEDGED("subject"),
    /** T01: we have it; nobody could prove who wrote it, so we ask before anything is charged. */
    ACKNOWLEDGED_UNPROVEN("subject"),
    /** T02: we have it; agreed in advance up to {@code cap}. */
    ACKNOWLEDGED_PRE_AGREED("subject cap"),
    /** T03: we have it; agreeing in advance needs an approver, so we ask first. */
    ACKNOWLEDGED_NEEDS_APPROVER("subject approvers"),
    /** T04: questions about prices and balances go to Customer Support. */
    CUSTOMER_SUPPORT_POINTER("customer_support"),
    /** T105: the same in the middle of a ticket, which goes on; what is free now is said, no price. */
    CUSTOMER_SUPPORT_MEANWHILE("customer_support available"),
    /** T05: this address makes no tickets; write to these. */
    PORTAL_POINTER("addresses link"),
    /** A mail was longer than is taken; its beginning was read, files may be missing. */
    MAIL_CUT_OFF(""),
    /** T06: an incident of this severity, free. */
    INCIDENT_ACCEPTED("severity"),
    /** T07: a feature request, free, reviewed, no date can be promised. */
    FEATURE_ACCEPTED(""),
    /** T104: a package of hours covers it; the time it takes is taken from the package. */
    COVERED_BY_PACKAGE("category"),
    /** T09: the answer costs this, the wallet is short. */
    SHORT_FOR_ANSWER("category tier amount available shortfall until"),
    /** T10: work starts, as agreed in advance. */
    PRE_AGREED_STARTED(Names.QUOTE + "cap available"),
    /** T11: agreed in advance, but the wallet is short. */
    PRE_AGREED_SHORT("category tier amount scope cap available shortfall until"),
    /** T12: above what was agreed in advance. */
    QUOTE_ABOVE_CAP(Names.QUOTE + Names.FUNDS + "cap"),
    /** T12: such work is never agreed in advance. */
    QUOTE_NOT_PRE_AGREEABLE(Names.QUOTE + Names.FUNDS + "cap"),
    /** T13: the quote. Yes, no, or a question? */
    QUOTE_SENT(Names.QUOTE + Names.FUNDS),
    /** T14, T73: a person needs to know something. */
    INFORMATION_ASKED(By.PERSON, "question"),
    /** T15: the specialist will not do it; no charge. */
    MODIFICATION_REFUSED(By.PERSON, "reason"),
    /** T16, T27, T58: taken back by the customer, nothing charged. */
    CANCELLED_UNPAID(""),
    /** T16: our question stayed unanswered; closed, nothing charged. */
    CLOSED_WITHOUT_INFORMATION(""),

    // ---- the open quote
    /** T20, T46, T53: reserved; who agreed, when, to which version. */
    AGREED_RECEIPT(Names.QUOTE + "available agreed_by agreed_at"),
    /** T21: agreed, thank you; the wallet is short. */
    AGREED_BUT_SHORT(Names.QUOTE + "available shortfall until agreed_by agreed_at"),
    /** T22, to a stranger: neutral, no amounts, nothing about the ticket. */
    ADDRESS_UNKNOWN(""),
    /** T22, to approvers: somebody we do not know answered the quote. */
    STRANGER_REPLIED(Names.QUOTE + "address"),
    /** T23, to a colleague: only these people may agree. */
    NEEDS_APPROVER("quote_number approvers"),
    /** T23, to approvers: a colleague answered; please decide. */
    COLLEAGUE_REPLIED(Names.QUOTE + Names.FUNDS + "colleague"),
    /** T24, to the registered address: we could not prove it was you; answer this one. */
    CONFIRM_SAFELY(Names.QUOTE + Names.FUNDS),
    /** T25: that was an older version; nothing reserved; say yes to this one. */
    STALE_VERSION(Names.QUOTE + Names.FUNDS + Names.OLD + "reason"),
    /** T26: the amount again; a yes to this message counts. */
    CONFIRM_BOUND(Names.QUOTE + Names.FUNDS),
    /** T27, T58: closed, no charge, how to re-open. */
    DECLINED("quote_number amount declined_by"),
    /** T28: a person's answer to a question about the open quote, and the quote again. */
    QUESTION_ANSWERED(By.PERSON, Names.QUOTE + "text"),
    /** T28: a person says something that is not the answer. */
    FREE_REPLY(By.PERSON, "text"),
    /** T29: the counter-offer is with the specialist; the quote stays open. */
    COUNTER_WITH_SPECIALIST(Names.QUOTE),
    /** T30: the price is from the price list; yes or no? */
    PRICE_IS_LISTED(Names.QUOTE),
    /** T31: plainly, yes or no? */
    ASK_PLAINLY(Names.QUOTE),
    /** T31, second time: a person will look at it. */
    PERSON_WILL_LOOK("quote_number"),
    /** T33: a reminder, the {@code reminder}th. */
    REMINDER(Names.QUOTE + Names.FUNDS + "reminder"),
    /** T34: expired, nothing charged; reply to get a new one. */
    QUOTE_EXPIRED("quote_number amount"),
    /** T35, T59: a corrected quote, naming the old one. */
    QUOTE_REPLACED(Names.QUOTE + Names.FUNDS + Names.OLD + "reason"),
    /** T36, T59: free after all. */
    FREE_AFTER_ALL("reason"),
    /** T32, T38: the quote again, to whoever may agree now. */
    QUOTE_AGAIN(Names.QUOTE + Names.FUNDS),

    // ---- two people, late and outdated
    /** T40: already agreed by somebody else. */
    ALREADY_AGREED("quote_number amount agreed_by agreed_at"),
    /** T41, to both: one declined, another wants to go on; confirm the new version. */
    WANTED_AFTER_ALL(Names.QUOTE + Names.FUNDS + "declined_by declined_at wanted_by"),
    /** T42, to both: before work a no wins; what was reserved is released. */
    DECLINED_BEFORE_WORK("quote_number amount agreed_by declined_by"),
    /** T45: too late for the old quote; nothing reserved; here is a fresh one. */
    QUOTE_RENEWED(Names.QUOTE + Names.FUNDS + "old_quote_number expired_at"),
    /** T45: too late and the price may have changed; we assess again. */
    ASSESSED_AGAIN_AFTER_EXPIRY("old_quote_number expired_at"),
    /** T41, T47: open again; we assess and ask. */
    REOPENED_TO_ASSESS(""),

    // ---- negotiating and funding
    /** T50: the specialist's new offer. */
    QUOTE_NEGOTIATED(Names.QUOTE + Names.FUNDS + Names.OLD + "reason"),
    /** T51: it stays at this price; valid anew. */
    PRICE_STANDS(Names.QUOTE + Names.FUNDS + "reason"),
    /** T52: such work costs at least {@code minimum}. */
    BELOW_MINIMUM(Names.QUOTE + "minimum"),
    /** T55: topped up; reserved, work starts. */
    FUNDED(Names.QUOTE + "available"),
    /** T56: topped up, still short. */
    STILL_SHORT("amount available shortfall until"),
    /** T58: the money did not come in time; no charge. */
    FUNDING_LAPSED("amount"),

    // ---- work
    /** T60: the answer, what was charged for it, what is left. */
    ANSWER(By.PERSON, "text quote_number amount available"),
    /** T60: the answer, free. */
    ANSWER_FREE(By.PERSON, "text"),
    /** T60: the answer to what a package covers; the time it took is taken from the package. */
    ANSWER_COVERED(By.PERSON, "text"),
    /** T60 after T91 or T94: the answer; the ticket is paid for. */
    ANSWER_INCLUDED(By.PERSON, "text amount"),
    /** T61, T85: it costs less; the difference is released. */
    PRICE_LOWERED(Names.QUOTE + "old_amount available reason"),
    /** T62: ours, nothing charged; sorry. */
    SET_FREE("old_amount reason"),
    /** T72: a feature request after all: free, no date. */
    BECAME_FEATURE("old_amount reason"),
    /** The product team looks at a wish; no date (P-08). */
    FEATURE_UNDER_REVIEW(By.PERSON, "reason"),
    /** A wish is wanted; no date (P-08). */
    FEATURE_PLANNED(By.PERSON, "reason"),
    /** A wish is not wanted, or not now. */
    FEATURE_NOT_PLANNED(By.PERSON, "reason"),
    /** A wish can be had. */
    FEATURE_DELIVERED(By.PERSON, "reason"),
    /** T63: it costs more, within what was agreed in advance. */
    PRICE_RAISED_AS_AGREED(Names.QUOTE + "old_amount difference cap available reason"),
    /** T64, T65, T84, T93: a higher total; work is paused. */
    RAISE_OFFERED(Names.QUOTE + Names.FUNDS + "old_amount difference reason"),
    /** T67: taken back before work; released. */
    CANCELLED_RELEASED("amount"),
    /** T43, T68: we tell you what is due, at most {@code amount}. */
    CANCEL_IN_REVIEW("amount cancelled_by"),
    /** T69: what is charged, what is given back, and the right to dispute. */
    CANCELLATION_SETTLED("charged released reason"),
    /** T70: we cannot do it after all; {@code returned} is given back; sorry. */
    TAKEN_BACK("returned reason"),
    /** T71: this question became a ticket of its own with its own price. */
    SPLIT_OFF("child"),
    /** T73: we still need an answer to go on. */
    DATA_REMINDER(""),
    /** T73: still no answer; shall we close it? Without an answer it is closed at {@code closes_at}. */
    CANCEL_OFFERED("closes_at"),
    /** T74: part of ticket {@code target} now; one charge. {@code returned}: given back here. */
    MERGED_INTO("target returned"),
    /** T76: not a fault of ours but a customisation; nothing retroactive; the quote. */
    BECAME_CHARGEABLE(Names.QUOTE + Names.FUNDS + "reason"),

    // ---- the raise
    /** T80: the new total is reserved. */
    RAISE_AGREED(Names.QUOTE + "old_amount available agreed_by agreed_at"),
    /** T81: agreed, thank you; the wallet is short. */
    RAISE_AGREED_BUT_SHORT(Names.QUOTE + "old_amount available shortfall until agreed_by agreed_at"),
    /** T82: that version was agreed already; the open question is this one. */
    OLD_VERSION_AGREED(Names.QUOTE + Names.FUNDS + "old_quote_number old_amount"),
    /** T83: not agreed to; a person decides whether we finish within {@code old_amount} or stop. */
    RAISE_NOT_AGREED("quote_number amount old_amount"),
    /** T83: we finish within the agreed amount. */
    FINISHING_WITHIN(By.PERSON, "amount reason"),
    /** T83: we stop; what is due, at most {@code amount}, follows. */
    STOPPING(By.PERSON, "amount reason"),

    // ---- minutes over a package
    /** T106, T84: the package does not suffice; so many minutes over it. Yes, no, or a question? */
    OVERAGE_OFFERED(Names.QUOTE),
    /** T80: so many minutes over may be billed, on this ticket alone. */
    OVERAGE_AGREED(Names.QUOTE + "agreed_by agreed_at"),
    /** T83: not wanted; nothing over is worked on. */
    OVERAGE_DECLINED("quote_number amount contract declined_by"),
    /** T83: nobody said yes in time, or the cycle is over. */
    OVERAGE_LAPSED("quote_number amount contract"),
    /** T83: we ask no more. */
    OVERAGE_WITHDRAWN(By.PERSON, "quote_number amount reason"),
    /** T107: agreed to, but the contract does not allow it any more: its cap is reached, or it has ended. */
    OVERAGE_NOT_POSSIBLE("quote_number amount contract"),
    /** T108: a yes to a question that is not open any more bills nothing. */
    OVERAGE_NOT_OPEN("quote_number"),

    // ---- after the answer
    /** T90: closed; how was it? {@code reopen_until_at}: until when the same issue goes on for free. */
    CLOSED_AFTER_ANSWER("reopen_until_at"),
    /** T92: charged too much; given back. */
    PRICE_REFUNDED("refunded charged reason"),
    /** T94: open again, no second charge. */
    REOPENED_INCLUDED(""),
    /** T96: the dispute is noted and decided by this date, by somebody who did not price it. */
    DISPUTE_RECEIVED("amount decided_by_at"),
    /** T101: nothing was charged; {@code reserved} is only reserved, empty if nothing is; a person reads it. */
    NOTHING_CHARGED("reserved"),
    /** T102: the dispute about {@code amount} is open already; what was said now is added to it. */
    DISPUTE_IS_OPEN("amount"),
    /** T97: the decision. */
    DISPUTE_DECIDED(By.PERSON, "refunded charged reason"),

    // ---- packages, to everybody who may agree to charges
    /** A package was ordered on invoice; it is to be paid by {@code until}. */
    ORDER_PLACED("order amount price until"),
    /** Paid; {@code amount} more credits are there. */
    ORDER_PAID("order amount price available"),
    /** Fewer than {@code limit} are free; told once after each purchase. */
    LOW_BALANCE("available limit"),
    /** {@code amount} unspent credits of the order were taken back; {@code price} is paid back for them. */
    MONEY_BACK("order amount price available"),
    /** T99: the order's payment was charged back; nothing new can be agreed until it is settled. */
    PAYMENT_CHARGED_BACK("order amount price"),
    /** Packages are bought automatically from now on; on what terms, and who agreed to that. */
    PURCHASES_ON("limit amount price per_day per_month agreed_by agreed_at"),
    /** No packages are bought automatically any more. */
    PURCHASES_OFF("reason"),
    /** An automatic purchase failed: none any more until somebody agrees anew. */
    PURCHASES_PAUSED("amount price reason"),
    /** As many automatic purchases were made as were agreed to: {@code orders}; none before {@code until}. */
    PURCHASES_HELD_BACK("orders until"),

    // ---- hours, to everybody who may agree to charges
    /** H-12: {@code percent} of the hours of a cycle are used; once each. */
    HOURS_USED("contract percent amount available until"),
    /** H-12: the hours are used up; from here on each is billed, at most {@code cap} more (empty: no limit). */
    HOURS_OVERAGE_BEGINS("contract amount price cap until"),
    /** H-12: the hours are used up, and nothing is billed without a yes. */
    HOURS_OVERAGE_ASKED("contract amount price until"),
    /** H-12: as many hours over as may be billed; work stops until the next cycle. */
    HOURS_CAP_REACHED("contract amount cap until"),

    /** H-09: what the account manager plans for a month; {@code link}: where to agree to it (empty: no page). */
    PLAN_PROPOSED("contract month amount tasks link"),
    /** H-09: the plan was agreed to; the number behind each task is its ticket. */
    PLAN_AGREED("contract month amount tasks agreed_by agreed_at"),

    // ---- points, to everybody who may agree to charges
    /** P-19: the {@code amount} points a quote lacked were bought for {@code price}. */
    POINTS_BOUGHT("quote_number amount price agreed_by agreed_at"),

    // ---- reviews
    /** C-26: the link by which its reader logs in, until {@code until}. */
    REVIEW_LOGIN("link until"),
    /** The reader's review is not shown any more. */
    REVIEW_HIDDEN("reason"),

    // ---- to staff
    /** H-09: a customer agreed to the plan of a month. */
    STAFF_PLAN_AGREED("contract customer month amount agreed_by agreed_at"),
    /** P-19: a customer bought extra points; write the invoice. */
    STAFF_POINTS_BOUGHT("customer quote_number amount price"),
    /** Automatic purchases of a customer stopped, or need a person. */
    STAFF_PURCHASES("customer limit amount price problem"),
    /** H-12: how far a package is used; {@code asks}: nothing more before a yes, {@code stops}: the cap is reached. */
    STAFF_HOURS("contract customer manager percent asks stops"),
    /** A customer ordered on invoice; write it. */
    STAFF_ORDERED("order customer amount price until"),
    /** Money came, or went, that does not fit the order; nothing was granted. */
    STAFF_PAYMENT("order customer amount price problem"),
    /** A message that decides nothing: a person should read it. */
    STAFF_CUSTOMER_WROTE("state speaker reading"),
    /** T22: a stranger wrote on a ticket. */
    STAFF_STRANGER_WROTE("state address"),
    /** T24: a message that would have decided came unproven. */
    STAFF_SECURITY("state speaker verdict reading"),
    /** G9: something happened that no row speaks of. */
    STAFF_UNLISTED("state event reason"),
    /** T28: the customer has a question; the quote's clock stands still at most until {@code until}. */
    STAFF_QUESTION("quote_number amount until"),
    /** T29: the customer offers {@code offered}; empty if no amount was named. */
    STAFF_COUNTER("quote_number amount offered"),
    /** T31: the customer's answer was unclear {@code times} times. */
    STAFF_UNCLEAR("quote_number amount times"),
    /** T32: mail to the customer comes back. */
    STAFF_BOUNCED("state recipient"),
    /** T32, T38: nobody is left who may agree. */
    STAFF_NO_APPROVER("quote_number amount"),
    /** T43, T68: decide what is due, at most {@code amount}; nothing by {@code until} means nothing is charged more. */
    STAFF_CANCEL_REVIEW("amount cancelled_by until"),
    /** T83: the raise was not agreed to; finish within {@code old_amount} or stop. */
    STAFF_RAISE_NOT_AGREED("quote_number amount old_amount until"),
    /** T83, T107: minutes over were not agreed to; on the package alone the ticket goes on. */
    STAFF_OVERAGE_NOT_AGREED("quote_number amount contract"),
    /** A hold is old; holds never time out. */
    STAFF_OLD_HOLD("amount held_at"),
    /** Nothing was done on a ticket for long. */
    STAFF_IDLE("state since_at"),
    /** T16, T58, T67, T69, T70, T90: the clock ended a ticket staff had left alone. */
    STAFF_CLOSED_BY_CLOCK("state since_at"),
    /** A first response is due at {@code due_at}. */
    STAFF_RESPONSE_DUE("state due_at"),
    /** No first response by {@code due_at}; {@code told}: whom the desk file names for this step. */
    STAFF_RESPONSE_LATE("state due_at told"),
    /** The answer is due at {@code due_at}. */
    STAFF_RESOLUTION_DUE("state due_at"),
    /** No answer by {@code due_at}; {@code told}: whom the desk file names for this step. */
    STAFF_RESOLUTION_LATE("state due_at told"),
    /** T99: the wallet takes no new holds. */
    STAFF_WALLET_BLOCKED("amount"),
    /** T99: a purchase was charged back while the ticket is open. */
    STAFF_CHARGED_BACK("state amount"),
    /** T96: decide a dispute. */
    STAFF_DISPUTE("amount reason decided_by_at"),
    /** T101, T102: a customer objects where nothing was charged, or once more; read it. */
    STAFF_OBJECTION("state speaker reason"),
    /** A person's mail that makes no ticket: to a personal address, without an {@code address}, an unproven forward. */
    STAFF_NO_TICKET("address subject"),
    /** T05: a customer wrote to a personal address or the form; {@code told} is empty if they know the way already. */
    STAFF_POINTED("address subject told"),
    /** A mail that {@code address} wrote and the colleague {@code by} forwarded opened this ticket. */
    STAFF_HANDED_ON("address by"),
    /** A mail from {@code address} was longer than is taken; {@code told} is empty if its sender was not told. */
    STAFF_MAIL_CUT_OFF("address told"),
    /** The text {@code what} was not sent to {@code address}: a limit against loops was reached. */
    STAFF_NOT_SENT("what address limit"),
    /** A reply that was about to go out did not; {@code text}: what it said. */
    STAFF_REPLY_HELD_BACK("author problem text");

    private final boolean automatic;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> fields;

    Template(String fields) {
        this(By.DESK, fields);
    }

    Template(By author, String fields) {
        this.automatic = author == By.DESK;
        this.fields = fields.isEmpty() ? Set.of() : Set.of(fields.split(" "));
    }

    /** True if no person wrote it: such mail carries Auto-Submitted (RFC 3834). */
    public boolean automatic() {
        return automatic;
    }

    /** True if it is for the desk's own people. */
    public boolean forStaff() {
        return name().startsWith("STAFF_");
    }

    /** The names a text may use besides those every text has: ticket, subject, name, desk. */
    public Set<String> fields() {
        return fields;
    }

    /** Whose words a text mainly carries. */
    private enum By {
        DESK,
        PERSON
    }

    /** Fields that go together; each group ends in a blank. */
    private interface Names {
        /** The quote: its number and version, what for, how much in total, until when, over which package if any. */
        String QUOTE = "quote_number version category tier amount scope expires contract ";

        /** The wallet now, and with this quote agreed to. */
        String FUNDS = "balance available available_after shortfall ";

        /** The version it takes the place of. */
        String OLD = "old_quote_number old_amount ";
    }
}
