package dev.parley.core.port;

import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of a desk's tickets stands in a chat room, one card a ticket, and which cards lag behind their ticket. */
public interface ChatCards {
    /** From now on every change of the desk's tickets makes their cards stale; new cards go to {@code room}. */
    void watch(String desk, String room);

    /** Claims up to {@code max} stale cards of the desk nobody works on, those that waited longest first. */
    List<Entry> claim(String desk, int max, Duration lease, Instant now);

    /** Keeps how far work on a claimed card is; false if somebody else works on it now, and nothing was kept. */
    boolean save(Entry entry);

    /** The card shows its ticket as it was when it was claimed; stale again at once if that changed since. */
    void done(Entry entry);

    /** Not now: it is claimed again after {@code retryAt}. */
    void later(Entry entry, String why, Instant retryAt);

    /** The card of this ticket, if there is one. */
    Optional<Entry> find(TicketId ticket);

    /** Whose card or list the message {@code ts} in {@code room} is. */
    Optional<TicketId> at(String desk, String room, String ts);

    /**
     * A card.
     *
     * @param ts the id of its message in the room, "" while there is none
     * @param list the id of the message that lists it with others, "" if none does
     * @param shown stands for what it shows, "" while there is nothing
     * @param mirrored the last message of the ticket that stands in the card's thread, 0 for none
     * @param begun what is being posted just now, "" for nothing; looked for before it is posted again
     * @param begunAt when that began
     * @param changes counts what happened to the ticket
     * @param turn counts claims: of two workers the first loses
     */
    record Entry(
            TicketId ticket,
            String room,
            String ts,
            String list,
            String shown,
            long mirrored,
            String begun,
            @Nullable Instant begunAt,
            long changes,
            long turn) {

        /** About to be posted. */
        public Entry begins(String what, Instant now) {
            return new Entry(ticket, room, ts, list, shown, mirrored, what, now, changes, turn);
        }

        /** The card's message stands, and shows this. */
        public Entry shows(String message, String what) {
            return new Entry(ticket, room, message, list, what, mirrored, "", null, changes, turn);
        }

        /** The ticket's messages up to this one stand in the thread. */
        public Entry mirrors(long message) {
            return new Entry(ticket, room, ts, list, shown, message, "", null, changes, turn);
        }

        /** It stands in a list with others. */
        public Entry listed(String message) {
            return new Entry(ticket, room, ts, message, shown, mirrored, "", null, changes, turn);
        }

        /** True if it stands in a list with others. */
        public boolean isListed() {
            return !list.isEmpty();
        }

        /** True if it stands in the room. */
        public boolean posted() {
            return !ts.isEmpty();
        }
    }
}
