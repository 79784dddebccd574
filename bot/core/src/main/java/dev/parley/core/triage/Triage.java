package dev.parley.core.triage;

import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How staff hold a ticket. Nothing of it changes what a ticket costs or what was promised.
 *
 * @param owner the log-in of the one agent answerable for it; null if nobody is yet
 * @param ownedSince null if nobody has it
 * @param snoozedUntil until when it stays out of the lists of work; null if it does not
 */
public record Triage(
        TicketId ticket,
        @Nullable String owner,
        @Nullable Instant ownedSince,
        @Nullable Instant snoozedUntil) {

    public Triage {
        if ((owner == null) != (ownedSince == null)) {
            throw new IllegalArgumentException("owner " + owner + " since " + ownedSince);
        }
    }

    /** Nobody has it, and it is in every list. */
    public static Triage untouched(TicketId ticket) {
        return new Triage(ticket, null, null, null);
    }

    /** The same, with {@code login} answerable from now on. */
    public Triage ownedBy(String login, Instant now) {
        return login.equals(owner) ? this : new Triage(ticket, login, now, snoozedUntil);
    }

    /** The same, with nobody answerable. */
    public Triage released() {
        return new Triage(ticket, null, null, snoozedUntil);
    }

    /** The same, out of the lists until {@code until}; null brings it back. */
    public Triage snoozed(@Nullable Instant until) {
        return new Triage(ticket, owner, ownedSince, until);
    }

    /** Whether it stays out of the lists at {@code now}. */
    public boolean sleeps(Instant now) {
        return snoozedUntil != null && now.isBefore(snoozedUntil);
    }
}
