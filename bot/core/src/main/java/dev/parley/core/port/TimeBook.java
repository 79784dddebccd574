package dev.parley.core.port;

import dev.parley.core.contract.ContractId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.HourNotice;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.Piece;
import dev.parley.core.hours.Pool;
import dev.parley.core.hours.TimeEntry;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Time that was worked, what it used of packages, and the invoices of their cycles: a part of a transaction. Whoever
 * writes here has locked the ticket first, and then the wallet of the customer's minutes.
 */
public interface TimeBook {
    /** All packages the customer has or had, by their first day. */
    List<HoursContract> packages(CustomerId customer);

    /**
     * Grants what the pool holds; of two months grouped after the first had begun, what is left of it.
     *
     * @return false if it was granted before; nothing happens then
     */
    boolean open(HoursContract contract, Pool pool, Actor actor, Instant now);

    /** Ends what nobody used of a cycle's lot, once its time is over (H-13, P-16); false if nothing was left. */
    boolean expire(String desk, String key, Instant now);

    /** How far the pool is used, what is billed on top in the cycle of {@code month}, and what was agreed for that. */
    Used used(HoursContract contract, Pool pool, YearMonth month);

    /**
     * Keeps an entry and takes what it uses out of the wallet.
     *
     * @return its number; empty if this person's work on this ticket from this time on was entered before
     */
    Optional<Long> enter(Entry entry);

    /** The entries of a ticket, by number. */
    List<Line> entries(TicketId ticket);

    /** The ticket of an entry; empty if there is none of that number. */
    Optional<TicketId> ticketOf(String desk, long entry);

    /** Takes an entry back whole: what it used returns to where it came from. It was not taken back before. */
    void takeBack(CustomerId customer, Line entry, Correction why);

    /**
     * Lets the package pay for minutes over of a cycle, the newest first, because there is room in it again.
     *
     * @param minutes at most what is over in the cycle, and what the pool has left
     * @param cause the entry that was taken back
     */
    void shift(HoursContract contract, Pool pool, YearMonth month, long minutes, Cause cause);

    /**
     * How many more minutes over the yeses of a cycle let be billed on {@code ticket}: what is left of those given on
     * it, and of those given for the contract as a whole.
     */
    long mayGoOver(ContractId contract, YearMonth month, TicketId ticket);

    /** Keeps the customer's yes to minutes over on any ticket; false if this message said so before. */
    boolean agree(ContractId contract, YearMonth month, long minutes, Consent yes);

    /** Notes that a notice is told now; false if it was told before (H-12). */
    boolean tell(ContractId contract, HourNotice notice, Instant now);

    /**
     * Minutes charged on demand from {@code from} on, before {@code until}, less what was given back then (H-05), by
     * what an hour of them costs; those without a rate first, then the dearest.
     */
    List<Demand> demand(CustomerId customer, Instant from, Instant until);

    /** The last cycle that was invoiced. */
    Optional<YearMonth> lastInvoiced(ContractId contract);

    /** Keeps an invoice; false if that cycle has one. What is kept is never changed. */
    boolean keep(ContractId contract, Invoice invoice, Instant now);

    /** The cycles of which an entry was taken back, ascending. */
    List<YearMonth> corrected(ContractId contract);

    /** When the invoice of a cycle was made; empty if there is none. */
    Optional<Instant> invoicedAt(ContractId contract, YearMonth month);

    /** The contract's invoices by month. */
    List<Invoice> invoices(ContractId contract);

    /** What {@code login} works on just now. */
    Optional<Timer> running(String desk, String login);

    /** The stopwatches that run, by log-in. */
    List<Timer> timers(String desk);

    /** Starts a stopwatch; false if this person has one that runs. */
    boolean start(Timer timer);

    /** Takes the person's stopwatch away. */
    void stop(Timer timer);

    /**
     * A stopwatch that runs.
     *
     * @param login who works
     */
    record Timer(TicketId ticket, String login, WorkKind kind, Instant startedAt) {}

    /**
     * Work on demand at one price.
     *
     * @param rate what was agreed for an hour of it; null where no quote named a rate
     * @param minutes below 0 where more was given back than charged
     */
    record Demand(@Nullable HourlyRate rate, long minutes) {}

    /** Minutes of a pool and a cycle; {@code agreed}: what all yeses of the cycle come to. */
    record Used(long inPackage, long over, long agreed) {}

    /** What is entered. {@code pieces}: all of it, in order. */
    record Entry(CustomerId customer, TimeEntry time, List<Paid> pieces, Actor by, Instant at) {
        public Entry {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * A piece and what pays for it.
     *
     * @param contract whose package; null for work on demand
     * @param open minutes nobody pays for yet
     */
    record Paid(Piece piece, @Nullable ContractId contract, long inPackage, long over, long open) {}

    /** Why an entry was taken back, 1 to {@value #REASON_CHARS_MAX} characters; who did it and when. */
    record Correction(String reason, Actor by, Instant at) {
        /** The longest reason. */
        public static final int REASON_CHARS_MAX = 1000;

        public Correction {
            if (reason.isBlank() || reason.length() > REASON_CHARS_MAX) {
                throw new IllegalArgumentException("a correction for ‘" + reason + "’");
            }
        }
    }

    /** The entry that was taken back, and by whom. */
    record Cause(long entry, Actor by, Instant at) {}

    /**
     * An entry as it was kept.
     *
     * @param corrected why it does not count any more; null if it does
     */
    record Line(
            long id,
            TimeEntry time,
            List<Part> parts,
            Instant enteredAt,
            @Nullable Correction corrected) {
        public Line {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A piece of an entry with what pays for it now; of an entry that was taken back what paid before.
     *
     * @param contract the number of the contract, null for work on demand
     * @param month the cycle that pays for it, null for work on demand
     */
    record Part(
            Instant start,
            long minutes,
            @Nullable String contract,
            @Nullable YearMonth month,
            long inPackage,
            long over,
            long open,
            boolean adjustment) {}
}
