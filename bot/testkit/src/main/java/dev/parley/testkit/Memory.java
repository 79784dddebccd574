package dev.parley.testkit;

import dev.parley.core.contract.ContractId;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.customer.SiteId;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Invoice;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.message.MessageKey;
import dev.parley.core.points.PointsContract;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Demands;
import dev.parley.core.port.Features;
import dev.parley.core.port.Levels;
import dev.parley.core.port.MissedMail;
import dev.parley.core.port.Notice;
import dev.parley.core.port.Orders;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Plans;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.Staff.Person;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.TicketReads.Delivery;
import dev.parley.core.port.TicketReads.Said;
import dev.parley.core.port.TicketReads.Step;
import dev.parley.core.port.TicketReads.Unseen;
import dev.parley.core.port.TimeBook;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.port.Tries;
import dev.parley.core.purchase.Lot;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.review.Review;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.HeldReply;
import dev.parley.core.triage.Triage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything the in-memory store knows, under one lock; what a failing step did is undone. */
final class Memory {
    /** The first ticket number of a desk. */
    private static final long FIRST_TICKET = 1001;

    private static final Set<StateName> CLOSED = Set.of(StateName.CLOSED, StateName.CLOSED_UNPAID, StateName.MERGED);

    final UndoLog undo = new UndoLog();
    final LotLedger ledger = new LotLedger(undo);
    final Table<TicketId, Ticket> tickets = new Table<>(undo);
    final Table<TicketId, Instant> dueLeases = new Table<>(undo);
    final Table<Long, InMemoryLevels.Reached> reached = new Table<>(undo);
    final Table<Long, InMemoryLevels.Found> found = new Table<>(undo);
    final Table<TicketId, InMemoryLevels.Look> looks = new Table<>(undo);
    final Table<String, Levels.Told> told = new Table<>(undo);
    final Table<TicketId, TicketId> parents = new Table<>(undo);
    final Table<Long, Kept> messages = new Table<>(undo);
    final Table<Long, Done> steps = new Table<>(undo);
    final Table<Long, Wished> features = new Table<>(undo);
    final Table<Long, AuditLine> audit = new Table<>(undo);
    final Table<Long, Shown> notices = new Table<>(undo);
    final Table<CustomerId, Customer> customers = new Table<>(undo);
    final Table<ContactId, Contact> contacts = new Table<>(undo);
    final Table<SiteId, Site> sites = new Table<>(undo);
    final Table<ContractId, PointsContract> points = new Table<>(undo);
    final Table<ContractId, HoursContract> hours = new Table<>(undo);
    final Table<Long, Entered> entries = new Table<>(undo);
    final Table<Long, Yes> yeses = new Table<>(undo);
    final Table<String, Instant> hourNotices = new Table<>(undo);
    final Table<InvoiceKey, Invoice> hourInvoices = new Table<>(undo);
    final Table<InvoiceKey, Instant> hourInvoiced = new Table<>(undo);
    final Table<Long, WorksBy> calendars = new Table<>(undo);
    final Table<Long, InMemoryDemands.Billed> demandBilled = new Table<>(undo);
    final Table<Long, Demands.Made> demandInvoices = new Table<>(undo);
    final Table<Long, InMemorySessions.Opened> sessions = new Table<>(undo);
    final Table<Long, Review> reviews = new Table<>(undo);
    final Table<TicketId, Triage> triage = new Table<>(undo);
    final Table<Long, HeldReply> heldReplies = new Table<>(undo);
    final Table<Long, HeldReply.Outcome> settledReplies = new Table<>(undo);
    final Table<Long, Plans.Kept> plans = new Table<>(undo);
    final Table<String, Running> timers = new Table<>(undo);
    final Table<ContractId, Wound> clocks = new Table<>(undo);
    final Table<Long, Acknowledged> acknowledged = new Table<>(undo);
    final Table<Long, Automatic> automatic = new Table<>(undo);
    final Table<Long, Recorded> inbox = new Table<>(undo);
    final Table<String, byte[]> files = new Table<>(undo);
    final Table<Long, Absent> missed = new Table<>(undo);
    final Table<Arrival, Long> arrivals = new Table<>(undo);
    final Table<String, TicketId> providerIds = new Table<>(undo);
    final Table<Long, Queued> outbox = new Table<>(undo);
    final Table<String, Lease> leases = new Table<>(undo);
    final Table<String, Employed> staff = new Table<>(undo);
    final Table<Ordered, Purchase> orders = new Table<>(undo);
    final Table<Ordered, StandingOrder> standing = new Table<>(undo);
    final Table<Ordered, Wound> standingClocks = new Table<>(undo);
    final Table<String, Orders.TakenBack> takenBack = new Table<>(undo);
    final Table<String, Lot> paidLots = new Table<>(undo);
    final Table<String, Long> unitsBack = new Table<>(undo);
    final Table<String, Instant> toldOnce = new Table<>(undo);
    final Table<String, String> checkpoints = new Table<>(undo);
    final InstantSource clock;
    final Tries tries;
    private final ReentrantLock lock = new ReentrantLock();
    private long next = 1;
    private long nextTicket = FIRST_TICKET;

    Memory(InstantSource clock, Tries tries) {
        this.clock = clock;
        this.tries = tries;
    }

    /** Runs {@code work} alone; all of what it changed stays, or nothing. */
    <T> T atomically(Supplier<T> work) {
        return alone(work, true);
    }

    /** Runs {@code work} alone; {@code keep}: whether what it changed stays. */
    <T> T alone(Supplier<T> work, boolean keep) {
        lock.lock();
        int mark = undo.mark();
        boolean kept = false;
        try {
            T result = work.get();
            kept = keep;
            return result;
        } finally {
            if (!kept) {
                undo.rollbackTo(mark);
            }
            if (lock.getHoldCount() == 1) {
                undo.forget();
            }
            lock.unlock();
        }
    }

    long nextId() {
        return next++;
    }

    long nextTicket() {
        return nextTicket++;
    }

    Optional<Contact> contact(String desk, String address) {
        return contacts.rows()
                .filter(c -> c.id().desk().equals(desk) && c.address().equalsIgnoreCase(address))
                .findFirst();
    }

    List<Site> sitesOf(CustomerId customer) {
        return sites.rows()
                .filter(site -> site.id().customer().equals(customer))
                .sorted(Comparator.comparingLong(site -> site.id().number()))
                .toList();
    }

    /** Longest agreed first. */
    List<TicketId> waitingForFunds(WalletKey wallet) {
        return tickets.rows()
                .filter(t -> t.wallet().filter(wallet::equals).isPresent() && t.agreedAt() != null)
                .sorted(Comparator.comparing((Ticket t) -> Objects.requireNonNull(t.agreedAt()))
                        .thenComparingLong(t -> t.id().number()))
                .map(Ticket::id)
                .toList();
    }

    /** The customer's tickets that are not closed, by number. */
    List<TicketId> openTickets(CustomerId customer) {
        return tickets.rows()
                .filter(t -> t.customer().equals(customer) && !CLOSED.contains(StateName.of(t.state())))
                .map(Ticket::id)
                .sorted(Comparator.comparingLong(TicketId::number))
                .toList();
    }

    static Ticket saved(Ticket t, CustomerId customer, long version) {
        return new Ticket(
                t.id(),
                customer,
                t.requester(),
                t.subject(),
                t.payer(),
                t.type(),
                t.mode(),
                t.state(),
                t.quotes(),
                t.disputed(),
                t.createdAt(),
                t.firstResponseAt(),
                t.dueAt(),
                version);
    }

    /** The database's guard against prices and gifts by those who sell nothing (P-23, P-24). */
    void requireBilling(String desk, Actor actor) {
        if (actor instanceof Actor.Staff(var login)
                && staff.rows()
                        .filter(Employed::active)
                        .map(Employed::person)
                        .noneMatch(p -> p.desk().equals(desk)
                                && p.login().equals(login)
                                && p.roles().contains(Role.BILLING))) {
            throw new IllegalStateException(login + " may not write this: that needs the role billing");
        }
    }

    /** A message on a ticket or on none. {@code key}: evidence of an inbound one; {@code sent}: an outgoing one. */
    record Kept(
            String desk,
            @Nullable TicketId ticket,
            Said said,
            @Nullable String key,
            @Nullable OutgoingMessage sent) {
        boolean isAside(String ofDesk) {
            return desk.equals(ofDesk) && ticket == null;
        }
    }

    record Done(TicketId ticket, Step step) {}

    record Wished(TicketId ticket, Features.Step step) {}

    /** What became of the wish of this ticket, oldest first. */
    Stream<Features.Step> features(TicketId ticket) {
        return features.rows().filter(wished -> wished.ticket.equals(ticket)).map(Wished::step);
    }

    /** A notice on the list. */
    record Shown(long id, Notice notice, int times, boolean seen) {
        boolean isSame(Notice other) {
            return !seen
                    && notice.desk().equals(other.desk())
                    && notice.ticket() == other.ticket()
                    && notice.about().equals(other.about())
                    && notice.what() == other.what();
        }

        Unseen unseen() {
            return new Unseen(id, notice, times);
        }
    }

    /** True if nobody was shown the same since somebody looked. */
    boolean show(Notice notice) {
        Optional<Shown> before =
                notices.rows().filter(shown -> shown.isSame(notice)).findFirst();
        long id = before.map(Shown::id).orElseGet(this::nextId);
        int times = before.map(Shown::times).orElse(0) + 1;
        notices.put(id, new Shown(id, notice, times, false));
        return before.isEmpty();
    }

    /** What nobody on the desk has seen, newest first. */
    Stream<Unseen> unseen(String desk) {
        return notices.rows()
                .filter(shown -> !shown.seen && shown.notice.desk().equals(desk))
                .map(Shown::unseen)
                .sorted(Comparator.comparing((Unseen u) -> u.notice().at())
                        .thenComparingLong(Unseen::id)
                        .reversed());
    }

    record Entered(TicketId ticket, TimeBook.Line line) {}

    /** A customer's yes to minutes over. */
    record Yes(
            ContractId contract,
            YearMonth month,
            long minutes,
            String message,
            @Nullable TicketId ticket) {}

    record InvoiceKey(ContractId contract, YearMonth month) {}

    record Running(TimeBook.Timer timer, boolean runs) {}

    /** When a contract is looked at next; {@code done}: until when nothing is left to do. */
    record Wound(
            Instant dueAt, Instant leasedUntil, @Nullable Instant done) {
        Wound(Instant dueAt, Instant leasedUntil) {
            this(dueAt, leasedUntil, null);
        }

        boolean free(Instant now) {
            return !dueAt.isAfter(now) && !leasedUntil.isAfter(now);
        }
    }

    /** Whose hours count for a customer from a moment on. */
    record WorksBy(CustomerId customer, String calendar, Instant since) {}

    String calendar(CustomerId customer, Instant at) {
        return calendars
                .rows()
                .filter(row -> row.customer.equals(customer) && !row.since.isAfter(at))
                .reduce((_, later) -> later)
                .map(WorksBy::calendar)
                .orElse("");
    }

    /** A message a machine may have brought about. */
    record Automatic(String desk, String address, Instant at) {}

    Transaction.Trail trail(TicketId ticket) {
        List<Said> said = messages.rows()
                .filter(m -> ticket.equals(m.ticket()))
                .map(Kept::said)
                .filter(s -> s.visibility() == Transaction.Visibility.PUBLIC && s.messageId() != null)
                .toList();
        List<String> ids =
                said.stream().map(s -> Objects.requireNonNull(s.messageId())).toList();
        String last = said.stream()
                .filter(s -> s.direction() == TicketReads.Direction.IN)
                .reduce((_, b) -> b)
                .map(Said::messageId)
                .orElse(null);
        return new Transaction.Trail(ids, last);
    }

    /** The cap that is reached, so that nothing is counted; empty once it is. */
    Optional<AcknowledgementCap> acknowledge(Acknowledged one, List<AcknowledgementCap> caps) {
        Optional<AcknowledgementCap> reached = caps.stream()
                .filter(cap -> acknowledged
                                .rows()
                                .filter(other -> other.countsWith(one, cap))
                                .count()
                        >= cap.count())
                .findFirst();
        if (reached.isEmpty()) {
            acknowledged.insert(nextId(), one);
        }
        return reached;
    }

    /** An acknowledgement to somebody nobody could prove. */
    record Acknowledged(String desk, String address, Instant at) {
        boolean countsWith(Acknowledged later, AcknowledgementCap cap) {
            return desk.equals(later.desk) && at.isAfter(later.at.minus(cap.within())) && inScope(later, cap.of());
        }

        private boolean inScope(Acknowledged later, AcknowledgementCap.Scope scope) {
            return switch (scope) {
                case ADDRESS -> address.equals(later.address);
                case DOMAIN -> domain().equals(later.domain());
                case DESK -> true;
            };
        }

        private String domain() {
            return address.substring(address.lastIndexOf('@') + 1);
        }
    }

    record Arrival(String desk, MessageKey key) {}

    record Recorded(long id, RawMessage message, boolean open, int tries, Instant free, String why) {}

    /** Mail that was not handed over. {@code wanted}: staff asked for it; {@code came}: it was recorded after all. */
    record Absent(long id, MissedMail.Missed mail, boolean wanted, boolean came) {}

    record Queued(
            long id, OutgoingMessage message, Delivery delivery, Instant queuedAt, Instant free, long messageRow) {
        Queued with(Delivery now, Instant nextTry) {
            return new Queued(id, message, now, queuedAt, nextTry, messageRow);
        }
    }

    record Lease(String worker, Instant until) {}

    /** An order's number in its desk. */
    record Ordered(String desk, long number) {}

    record Employed(Person person, boolean active) {}
}
