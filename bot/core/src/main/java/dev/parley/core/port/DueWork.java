package dev.parley.core.port;

import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tickets whose {@code dueAt} has come. */
public interface DueWork {
    /** Claims up to {@code max} due tickets nobody works on, for {@code lease}. */
    List<TicketId> claim(String worker, int max, Duration lease, Instant now);
}
