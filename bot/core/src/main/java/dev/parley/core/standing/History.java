package dev.parley.core.standing;

import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a ticket, as far as its deadlines are concerned.
 *
 * @param ticket as it is now
 * @param steps every transition, oldest first
 * @param classified what staff found it to be, oldest first
 * @param packages when its customer had a package, earliest first, without overlaps
 * @param calendar the desk's calendar the customer had when the ticket was made; "" for the desk's own hours
 */
public record History(
        Ticket ticket, List<Step> steps, List<Classified> classified, List<Cover> packages, String calendar) {
    public History {
        steps = List.copyOf(steps);
        classified = List.copyOf(classified);
        packages = List.copyOf(packages);
    }

    /** A history in the desk's own hours. */
    public History(Ticket ticket, List<Step> steps, List<Classified> classified, List<Cover> packages) {
        this(ticket, steps, classified, packages, "");
    }

    /** A transition. {@code after}: the state it led to. */
    public record Step(Instant at, TicketState after) {}

    /**
     * What the ticket is from now on.
     *
     * @param severity a level of the desk file, "" for none; null if it stays what it was
     * @param reason why, in plain words; "" if none was given
     */
    public record Classified(
            Instant at, RequestType type, @Nullable String severity, String reason) {}

    /**
     * A time with a package, from {@code from} (included) to {@code until} (excluded, null: open end).
     *
     * @param manager the account manager (H-09)
     */
    public record Cover(Instant from, @Nullable Instant until, String manager) {
        boolean at(Instant moment) {
            return !moment.isBefore(from) && (until == null || moment.isBefore(until));
        }
    }

    /** The severity now, a level of the desk file; "" if nobody set one. */
    public String severity() {
        String severity = "";
        for (Classified each : classified) {
            severity = each.severity == null ? severity : each.severity;
        }
        return severity;
    }

    /** The account manager at {@code moment} (H-09); "" without a package. */
    public String manager(Instant moment) {
        return packages.stream()
                .filter(cover -> cover.at(moment))
                .map(Cover::manager)
                .findFirst()
                .orElse("");
    }

    boolean covered(Instant moment) {
        return packages.stream().anyMatch(cover -> cover.at(moment));
    }
}
