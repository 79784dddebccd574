package dev.parley.core.port;

import dev.parley.core.conversation.OwnPages;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.message.Attachment;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.Content;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.reading.Reading;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.HeldReply;
import dev.parley.core.triage.Triage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What staff see of tickets. Reads only, locks nothing. */
public interface TicketReads {
    /** The most lines one answer gives. */
    int PAGE_MAX = 200;

    /** Tickets, newest number first; those that need attention by their newest notice. */
    List<Line> list(Filter filter);

    /** What nobody on the desk has seen, newest first, also what belongs to no ticket. */
    List<Unseen> notices(String desk, int max);

    /** One ticket with everything that was said and done on it. */
    Optional<View> find(TicketId ticket);

    /** The newest {@code max} audit lines of the desk, of {@code subject} alone unless it is "". */
    List<AuditLine> audit(String desk, String subject, int max);

    /** Messages without a ticket: automatic mail, pointers; newest first. */
    List<Said> unattached(String desk, int max);

    /**
     * Which tickets.
     *
     * @param states none: all
     * @param customer null: everybody's
     * @param attention only those with notices nobody has seen
     * @param owner null: whoever has it; "": nobody; else this log-in
     * @param before only numbers below; {@link Long#MAX_VALUE} for the first page
     * @param max 1 to {@link #PAGE_MAX}
     */
    record Filter(
            String desk,
            Set<StateName> states,
            @Nullable CustomerId customer,
            boolean attention,
            @Nullable String owner,
            long before,
            int max) {
        /** Whoever has them. */
        public Filter(
                String desk,
                Set<StateName> states,
                @Nullable CustomerId customer,
                boolean attention,
                long before,
                int max) {
            this(desk, states, customer, attention, null, before, max);
        }

        public Filter {
            states = Set.copyOf(states);
            if (max < 1 || max > PAGE_MAX) {
                throw new IllegalArgumentException(max + " lines: 1 to " + PAGE_MAX + " can be asked for");
            }
        }

        /** The newest tickets of the desk. */
        public static Filter newest(String desk, int max) {
            return new Filter(desk, Set.of(), null, false, Long.MAX_VALUE, max);
        }
    }

    /** A notice nobody has seen. {@code times}: how often it happened since somebody looked. */
    record Unseen(long id, Notice notice, int times) {}

    /** A ticket in a list. {@code attention}: what nobody has seen of it, newest first. */
    record Line(
            TicketId id,
            String subject,
            StateName state,
            String customer,
            String requester,
            boolean disputed,
            Instant createdAt,
            @Nullable Instant dueAt,
            Triage triage,
            List<Unseen> attention) {}

    /**
     * A ticket in full.
     *
     * @param messages oldest first
     * @param history oldest first
     * @param quotes by version
     * @param parent the ticket it was split off, null if none
     * @param waiting the reply that is about to go out, null if there is none
     */
    record View(
            Ticket ticket,
            Customer customer,
            Contact requester,
            List<Said> messages,
            List<Step> history,
            List<Offer> quotes,
            Money money,
            @Nullable TicketId parent,
            List<TicketId> children,
            Triage triage,
            @Nullable HeldReply waiting) {}

    /**
     * Something said: a message in or out, or a remark of staff.
     *
     * @param content of an outgoing message without the secrets of its reader's own pages
     * @param kind null unless it came in
     * @param auth null unless it came in
     * @param reading null if it was not read as a reply to a quote
     * @param delivery of an outgoing message, else null
     */
    record Said(
            long id,
            Direction direction,
            Instant at,
            @Nullable Party from,
            List<Party> to,
            String subject,
            Content content,
            Visibility visibility,
            @Nullable MessageKind kind,
            @Nullable AuthVerdict auth,
            @Nullable Reading reading,
            @Nullable String messageId,
            @Nullable Delivery delivery,
            List<Attachment> attachments) {
        public Said {
            if (direction == Direction.OUT) {
                content = Content.plain(OwnPages.masked(content.text()));
            }
        }
    }

    /** Which way it went. */
    enum Direction {
        IN,
        OUT,
        REMARK
    }

    /** How far an outgoing message is. {@code why}: the last failure, "" if none. */
    record Delivery(Progress progress, int tries, String why) {
        /** Where it stands. */
        public enum Progress {
            PENDING,
            SENT,
            DEAD
        }
    }

    /** One decision, also those that changed nothing. {@code reason}: why not, "" for a transition. */
    record Step(Row row, Kind kind, String reason, Actor actor, StateName before, StateName after, Instant at) {
        /** What the rules answered. */
        public enum Kind {
            TRANSITION,
            REFUSED,
            IGNORED
        }
    }

    /**
     * A quote as the ledger has it.
     *
     * @param decision null while nobody decided
     * @param rate what an hour of it costs, as it was offered; null where the unit is not time
     */
    record Offer(
            int version,
            long amount,
            CategoryKey category,
            String scope,
            Status status,
            Instant offeredAt,
            Instant expiresAt,
            @Nullable Agreement decision,
            @Nullable HourlyRate rate) {
        /** A quote in units that are no time. */
        public Offer(
                int version,
                long amount,
                CategoryKey category,
                String scope,
                Status status,
                Instant offeredAt,
                Instant expiresAt,
                @Nullable Agreement decision) {
            this(version, amount, category, scope, status, offeredAt, expiresAt, decision, null);
        }

        /** Where it stands. */
        public enum Status {
            SENT,
            AUTO,
            ACCEPTED,
            DECLINED,
            EXPIRED,
            SUPERSEDED,
            WITHDRAWN
        }
    }

    /** The recorded yes or no: whose, by which message, read by which rule from which words. */
    record Agreement(boolean accepted, String contact, String message, String rule, String words, Instant receivedAt) {}

    /** What the ledger has on the ticket: reserved now, and charged less what was given back. */
    record Money(long held, long charged) {}
}
