package dev.parley.core.port;

import dev.parley.core.standing.History;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to tickets, as service levels and reports need it. Reads only, locks nothing. */
public interface Histories {
    /** The most tickets one answer looks at; a desk with more open at once has other worries than their order. */
    int TICKETS_MAX = 20_000;

    /** The ticket's. */
    Optional<History> find(TicketId ticket);

    /** Who was told of the ticket's deadlines, in the order they were kept. */
    List<Levels.Told> told(TicketId ticket);

    /** Those of all tickets that have not ended, oldest first. */
    List<History> open(String desk);

    /**
     * Those of all tickets that were there before {@code until} and had not ended before {@code from}, or to which
     * something happened from then on, oldest first.
     */
    List<History> between(String desk, Instant from, Instant until);
}
