package dev.parley.core.report;

import dev.parley.core.standing.History;
import dev.parley.core.standing.Promises;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many tickets came, by what they are and where they stand now. */
public final class TicketReport {
    private TicketReport() {}

    /** Those of {@code histories} that came in {@code month}. */
    public static Report of(Stream<History> histories, Month month) {
        Map<List<String>, Long> counts = new TreeMap<>(Names.IN_ORDER);
        histories
                .filter(history -> month.contains(history.ticket().createdAt()))
                .forEach(history -> counts.merge(names(history, month), 1L, Long::sum));
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

    private static List<String> names(History history, Month month) {
        Ticket ticket = history.ticket();
        return List.of(
                month.who().apply(ticket.customer()),
                Promises.key(ticket.type()),
                history.severity().isEmpty() ? Names.NONE : history.severity(),
                StateName.of(ticket.state()).name());
    }
}
