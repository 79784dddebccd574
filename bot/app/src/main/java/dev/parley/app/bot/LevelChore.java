package dev.parley.app.bot;

import dev.parley.core.desk.WatchLevels;
import dev.parley.core.port.LevelWork;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Looks at deadlines: warnings before, escalation after. */
final class LevelChore implements Chore.Job {
    private static final int BATCH = 20;
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final LevelWork work;
    private final WatchLevels watch;

    private LevelChore(LevelWork work, WatchLevels watch) {
        this.work = work;
        this.watch = watch;
    }

    static Chore of(LevelWork work, WatchLevels watch) {
        return new Chore("levels", LOOK, new LevelChore(work, watch));
    }

    @Override
    public boolean run(Duration lease, Instant now) {
        if (watch.desks().isEmpty()) {
            return false;
        }
        List<TicketId> tickets = work.claim(watch.desks(), BATCH, lease, now);
        tickets.forEach(ticket -> watch.look(ticket, now));
        return !tickets.isEmpty();
    }
}
