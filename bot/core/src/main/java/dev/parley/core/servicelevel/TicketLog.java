package dev.parley.core.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to a ticket. A time that goes back, as clocks of two machines may, counts as that of the event before.
 *
 * @param events what came after the opening, oldest first
 */
public record TicketLog(LogEvent.Opened opened, List<LogEvent> events) {
    public TicketLog {
        events = List.copyOf(events);
        if (events.stream().anyMatch(LogEvent.Opened.class::isInstance)) {
            throw new IllegalArgumentException("a ticket is opened once");
        }
    }

    /** An event at a time that is not before that of the one before. */
    record Entry(Instant at, LogEvent event) {}

    /**
     * From the opening to the end, or from a re-opening after the end to the next end.
     *
     * @param number from 1
     * @param first what the ticket was as the round began
     */
    record Round(int number, Matter first, List<Entry> entries) {
        Instant begin() {
            return entries.getFirst().at();
        }

        Matter last() {
            List<Change> changes = changes();
            return changes.isEmpty() ? first : changes.getLast().to();
        }

        List<Change> changes() {
            List<Change> changes = new ArrayList<>();
            Matter matter = first;
            for (Entry entry : entries) {
                if (entry.event() instanceof LogEvent.Classified to
                        && !to.matter().equals(matter)) {
                    changes.add(new Change(entry.at(), matter, to.matter(), to.reason()));
                    matter = to.matter();
                }
            }
            return changes;
        }
    }

    List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        Matter first = opened.matter();
        boolean closed = false;
        for (Entry entry : entries()) {
            if (closed && entry.event() instanceof LogEvent.Reopened) {
                Round round = new Round(rounds.size() + 1, first, List.copyOf(entries));
                rounds.add(round);
                entries.clear();
                first = round.last();
                closed = false;
            }
            entries.add(entry);
            closed |= entry.event() instanceof LogEvent.Closed;
        }
        rounds.add(new Round(rounds.size() + 1, first, List.copyOf(entries)));
        return rounds;
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(opened.at(), opened));
        Instant at = opened.at();
        for (LogEvent event : events) {
            at = event.at().isAfter(at) ? event.at() : at;
            entries.add(new Entry(at, event));
        }
        return entries;
    }
}
