package dev.parley.core.port;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.customer.SiteId;
import dev.parley.core.feature.FeatureStatus;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.money.Money;
import dev.parley.core.points.PointsContract;
import dev.parley.core.purchase.Lot;
import dev.parley.core.reading.Reading;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One decision's view of the store. Locks are taken in one order everywhere: ticket rows ascending, then the wallet.
 */
public interface Transaction {

    // ---- who

    /** What is known of a message that came in; {@code address}: the sender's, "" if there is none. */
    Sighting sighting(String desk, String messageKey, String address);

    /** The contact with this mail address (any case), if known to the desk. */
    Optional<Contact> contact(String desk, String address);

    /** Everybody of the customer who may agree to charges now. */
    List<Contact> approvers(CustomerId customer);

    /** The contact by id. */
    Contact contact(ContactId id);

    Customer customer(CustomerId id);

    /** The customer's sites, by number. */
    List<Site> sites(CustomerId customer);

    /** Makes a provisional customer with one contact for a sender nobody knows; returns the contact. */
    Contact introduce(String desk, String address, String name, String language);

    // ---- contracts

    /** The contract on points of the site: the one that began last, else the next to begin; not locked. */
    Optional<PointsContract> pointsContract(SiteId site);

    /** The customer's package of hours: the one that began last, else the next to begin; not locked. */
    Optional<HoursContract> hoursContract(CustomerId customer);

    // ---- tickets

    /** The next ticket number of the desk; numbers may have gaps. */
    long nextTicketNumber(String desk);

    /** The ticket, locked until the transaction ends. */
    Optional<Ticket> lock(TicketId id);

    /** The tickets that wait for money in this wallet, longest agreed first (T57); not locked. */
    List<TicketId> waitingForFunds(WalletKey wallet);

    /** The wallet's funds, locked until the transaction ends; opens the wallet if there is none. */
    Funds lockFunds(WalletKey wallet);

    /** Stores a new ticket. */
    void create(Ticket ticket);

    /**
     * Carries out a decision on {@code ticket}: the next state, its postings in order, and the history line (row,
     * actor, before, after). Messages are queued separately with {@link #send}.
     *
     * @return what the ledger would not do; empty when all is kept. Nothing of the decision may be kept then.
     */
    Optional<LedgerRefusal> apply(Ticket ticket, Decision decision, Actor actor, Instant now);

    /** How the wish of a ticket that is locked stands; empty if it never was one. */
    Optional<FeatureStatus> feature(TicketId ticket);

    /** Keeps what became of the wish of a ticket that is locked. */
    void keepFeature(TicketId ticket, Features.Step step);

    /** Notes that {@code child} came out of {@code parent} (T71, T95). */
    void link(TicketId child, TicketId parent);

    /**
     * Pays units into the customer's wallet, once per source reference, and locks the wallet.
     *
     * @return false if this reference was paid in before; nothing happens then
     */
    boolean grant(Grant grant);

    /** The customer's tickets that are not closed, by number; not locked. */
    List<TicketId> openTickets(CustomerId customer);

    /** Time that was worked, and what it used of packages. */
    TimeBook time();

    /** What account managers plan for months of packages. */
    Plans plans();

    /** Orders of packages, and the lots they became. */
    Orders orders();

    /** Who is logged in. */
    Sessions sessions();

    /** What customers say of what they bought. */
    Reviews reviews();

    /** What of the work on demand is billed. */
    Demands demands();

    /** What deadlines are derived from, and who was told of them. */
    Levels levels();

    /** How staff organise their work. */
    TriageBook triage();

    // ---- messages

    /** The ticket of the nearest of these message ids, ours or customers'; at most 10 are looked up. */
    Optional<TicketId> ticketOfMessage(String desk, List<String> messageIds);

    /** Whether one of these was kept before without a ticket; at most 10 are looked up. */
    boolean heardAside(String desk, List<String> messageIds);

    /** Keeps an inbound message with how it was read; {@code ticket} is null when it belongs to none. */
    void keep(InboundMessage message, @Nullable TicketId ticket, @Nullable Reading reading, Visibility visibility);

    /** Keeps words of the conversation that came as no message of their own, such as a part split off to the ticket. */
    void remark(TicketId ticket, Actor author, String text, Instant at);

    /** The ids of the ticket's messages, oldest first, for References; and the last one a customer sent. */
    Trail trail(TicketId ticket);

    /** Whether this address (lower case) said exactly this on the ticket, since {@code since}. */
    boolean saidBefore(TicketId ticket, String address, String text, Instant since);

    /** Queues a message in the outbox and keeps it on its ticket. */
    void send(OutgoingMessage message, Instant now);

    /** Counts a message to {@code address} that a machine may have brought about, and may answer. */
    void countAutomatic(String desk, String address, Instant now);

    /** How many such messages went to this address since {@code since}. */
    int automaticMessagesTo(String desk, String address, Instant since);

    /**
     * Counts an acknowledgement to {@code address}, unless that would be more than one of {@code caps} allows. Exact
     * among all processes: whoever counts for the same desk waits until the transaction ends.
     *
     * @return the cap that is reached, so that nothing was counted and nothing may be sent; empty if it may be sent
     */
    Optional<AcknowledgementCap> acknowledge(String desk, String address, List<AcknowledgementCap> caps, Instant now);

    /**
     * Shows staff a notice. While nobody has seen the same about the same ticket, it takes its place and is counted.
     *
     * @return true if it is new, and staff are to be told by mail or in a room
     */
    boolean notice(Notice notice);

    /** Notes that staff have seen what they were shown of a ticket, of 0 what belongs to none; how many it was. */
    int markSeen(String desk, long ticket, Actor.Staff by, Instant now);

    /** Marks a claimed inbox message as done in this same transaction. */
    void finish(Inbox.Claim claim, Outcome outcome, Instant now);

    /** Writes an audit line that is not a decision. */
    void audit(AuditLine line);

    /**
     * A purchase, gift or allowance of units.
     *
     * @param amount in units, at least 1
     * @param sourceRef the order line or contract cycle: the same one is never granted twice
     * @param cost what was paid for the whole lot (C-02); null if it was a gift or nobody knows
     * @param valid when it can be used; null for ever, as credits must (C-06)
     */
    record Grant(
            WalletKey wallet,
            long amount,
            String sourceRef,
            @Nullable Money cost,
            @Nullable Period valid,
            Actor actor,
            Instant at) {
        /** What lots are paid in where nobody says it; the first price list is in dollars. */
        private static final Currency USD = Currency.getInstance("USD");

        /** {@code costMinor}: in cents of a dollar, 0 if nothing was paid. */
        public Grant(
                WalletKey wallet,
                long amount,
                String sourceRef,
                long costMinor,
                @Nullable Period valid,
                Actor actor,
                Instant at) {
            this(wallet, amount, sourceRef, costMinor == 0 ? null : new Money(USD, costMinor), valid, actor, at);
        }

        /** A lot that was bought. */
        public static Grant of(Lot lot, WalletKey wallet, Actor actor) {
            return new Grant(wallet, lot.units(), lot.key(), lot.cost(), null, actor, lot.effectiveAt());
        }

        /** Units that never expire. */
        public Grant(WalletKey wallet, long amount, String sourceRef, long costMinor, Actor actor, Instant at) {
            this(wallet, amount, sourceRef, costMinor, null, actor, at);
        }
    }

    /** A time from {@code start} on, before {@code end}. */
    record Period(Instant start, Instant end) {
        public Period {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("a period from " + start + " to " + end);
            }
        }
    }

    /** Who did what, when, and how it was before and after. {@code subject}: e.g. {@code ticket 1042}. */
    record AuditLine(String desk, Actor actor, String subject, String what, String before, String after, Instant at) {}

    /** Who sees a kept message. */
    enum Visibility {
        /** Part of the conversation. */
        PUBLIC,
        /** Staff only: an unknown sender in a known thread, automatic mail (mail requirement 6). */
        STAFF
    }

    /** What became of an inbox message. */
    enum Outcome {
        DONE,
        QUARANTINED
    }

    /**
     * What is known of a message.
     *
     * @param seen whether it was kept before (G1)
     * @param sender the contact it comes from, if known to the desk
     */
    record Sighting(boolean seen, Optional<Contact> sender) {}

    /** The conversation's ids on its channel. */
    record Trail(List<String> messageIds, @Nullable String lastFromCustomer) {}
}
