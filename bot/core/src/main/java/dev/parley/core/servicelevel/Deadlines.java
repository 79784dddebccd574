package dev.parley.core.servicelevel;

import dev.parley.core.calendar.BusinessCalendar;
import dev.parley.core.servicelevel.TicketLog.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Derives deadlines from what happened; nothing of them is stored.
 *
 * @param openHours of the customer's contract or the desk
 */
public record Deadlines(ServiceLevels levels, BusinessCalendar openHours) {

    /** The deadline of the round the ticket is in; empty if nothing is promised for what it is now. */
    public Optional<Deadline> latest(TicketLog log, Promise promise, Instant now) {
        return derive(rounds(log, promise).getLast(), promise, now);
    }

    /** The deadlines of every round that has one, oldest first. */
    public List<Deadline> all(TicketLog log, Promise promise, Instant now) {
        List<Deadline> deadlines = new ArrayList<>();
        List<Round> rounds = rounds(log, promise);
        for (int i = 0; i < rounds.size(); i++) {
            Instant end = i + 1 < rounds.size() ? rounds.get(i + 1).begin() : now;
            derive(rounds.get(i), promise, end).ifPresent(deadlines::add);
        }
        return deadlines;
    }

    /** Who asks a second time has had a first response. */
    private static List<Round> rounds(TicketLog log, Promise promise) {
        return switch (promise) {
            case FIRST_RESPONSE -> log.rounds().subList(0, 1);
            case RESOLUTION -> log.rounds();
        };
    }

    private Optional<Deadline> derive(Round round, Promise promise, Instant now) {
        return levels.terms(round.last(), promise, openHours).map(terms -> {
            List<Stretch> stretches = Stretch.of(round, promise, terms.calendar(), now);
            return new Deadline(
                    terms,
                    round.number(),
                    stretches,
                    round.changes(),
                    stretches.getLast().to());
        });
    }
}
