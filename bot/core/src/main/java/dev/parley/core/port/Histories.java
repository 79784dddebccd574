package dev.parley.core.port;

import dev.parley.core.standing.History;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened to tickets, as service levels and reports need it. Reads only, locks nothing. Streams have no limit:
 * they read some tickets at a time as they are asked for, so what changes meanwhile may or may not be in them.
 */
public interface Histories {
    /** The ticket's. */
    Optional<History> find(TicketId ticket);

    /** Who was told of the ticket's deadlines, in the order they were kept. */
    List<Levels.Told> told(TicketId ticket);

    /** Those of all tickets that have not ended, oldest first. */
    Stream<History> open(String desk);

    /**
     * Those of all tickets that were there before {@code until} and had not ended before {@code from}, or to which
     * something happened from then on, oldest first.
     */
    Stream<History> between(String desk, Instant from, Instant until);
}
