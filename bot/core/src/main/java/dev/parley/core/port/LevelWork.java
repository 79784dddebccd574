package dev.parley.core.port;

import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Tickets whose deadlines are to be looked at: something happened to them, or something more is due by now. */
public interface LevelWork {
    /** Claims up to {@code max} such tickets of {@code desks} that nobody looks at, for {@code lease}. */
    List<TicketId> claim(Set<String> desks, int max, Duration lease, Instant now);
}
