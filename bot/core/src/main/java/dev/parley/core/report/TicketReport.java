package dev.parley.core.report;

import dev.parley.core.standing.History;
import dev.parley.core.standing.Promises;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many tickets came, by what they are and where they stand now. */
public final class TicketReport {
    private TicketReport() {}

    /** Those of {@code histories} that came in {@code month}. */
    public static Report of(List<History> histories, Month month) {
        Map<List<String>, Long> counts = new TreeMap<>(Names.IN_ORDER);
        for (History history : histories) {
            Ticket ticket = history.ticket();
            if (month.contains(ticket.createdAt())) {
                String severity = history.severity().isEmpty() ? Names.NONE : history.severity();
                counts.merge(
                        List.of(
                                month.who().apply(ticket.customer()),
                                Promises.key(ticket.type()),
                                severity,
                                StateName.of(ticket.state()).name()),
                        1L,
                        Long::sum);
            }
        }
        List<Report.Row> rows = counts.entrySet().stream()
                .map(count -> new Report.Row(count.getKey(), List.of(count.getValue())))
                .toList();
        return new Report(
                "Tickets that came in " + month.month() + ", by what they are and where they stand now",
                List.of("customer", "type", "severity", "state"),
                List.of("tickets"),
                0,
                rows);
    }
}
