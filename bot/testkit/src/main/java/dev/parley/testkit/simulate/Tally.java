package dev.parley.testkit.simulate;

import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.StateName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What walks came by: how often each row decided, each state was reached, and how much was checked. */
public final class Tally {
    private final Map<String, Long> rows = new TreeMap<>();
    private final Map<String, Long> states = new TreeMap<>();
    private final Map<String, Long> deeds = new TreeMap<>();
    private long steps;
    private long checks;
    private long faults;

    /** A row of the table decided, or what it says was done by a use case. */
    void saw(String row) {
        rows.merge(row, 1L, Long::sum);
    }

    /** A ticket came into this state. */
    void reached(StateName state) {
        states.merge(state.name(), 1L, Long::sum);
    }

    /** Something no row of the table is about was done. */
    void did(String what) {
        deeds.merge(what, 1L, Long::sum);
    }

    /** So many steps were taken, sentences found true, and transactions failed on purpose. */
    void walked(long more, long checked, long failed) {
        steps += more;
        checks += checked;
        faults += failed;
    }

    /** Adds all of {@code other}. */
    void add(Tally other) {
        other.rows.forEach((row, times) -> rows.merge(row, times, Long::sum));
        other.states.forEach((state, times) -> states.merge(state, times, Long::sum));
        other.deeds.forEach((what, times) -> deeds.merge(what, times, Long::sum));
        walked(other.steps, other.checks, other.faults);
    }

    /** How often each row decided. */
    public Map<String, Long> rows() {
        return Map.copyOf(rows);
    }

    /** How often was done what no row is about. */
    public Map<String, Long> deeds() {
        return Map.copyOf(deeds);
    }

    /** The rows of the table that were never reached. */
    public List<String> missing() {
        return Arrays.stream(Row.values())
                .map(Row::name)
                .filter(row -> !rows.containsKey(row))
                .toList();
    }

    /** How many moves were made. */
    public long steps() {
        return steps;
    }

    /** All of it, to be read. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(steps + " steps, " + checks + " sentences found true, " + faults + " faults injected");
        lines.add("states reached: " + listed(states));
        lines.add("rows that decided: " + listed(rows));
        lines.add("besides: " + listed(deeds));
        lines.add("rows never reached: " + (missing().isEmpty() ? "none" : String.join(" ", missing())));
        return lines;
    }

    private static String listed(Map<String, Long> counts) {
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }
}
