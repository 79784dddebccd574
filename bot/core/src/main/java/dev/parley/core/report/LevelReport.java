package dev.parley.core.report;

import dev.parley.core.servicelevel.Deadline;
import dev.parley.core.servicelevel.Matter;
import dev.parley.core.servicelevel.Stand;
import dev.parley.core.servicelevel.Verdict;
import dev.parley.core.standing.History;
import dev.parley.core.standing.Promises;
import dev.parley.core.standing.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Response and resolution against what was promised, in working time. */
public final class LevelReport {
    private static final int MEDIAN = 50;
    private static final int MOST = 90;

    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final LongStream.Builder minutes = LongStream.builder();
    private final Duration target;

    private LevelReport(Duration target) {
        this.target = target;
    }

    /** The deadlines of {@code histories} that began to run in {@code month}, as they stand at {@code now}. */
    public static Report of(Stream<History> histories, Promises promises, Month month, Instant now) {
        Map<List<String>, LevelReport> groups = new TreeMap<>(Names.IN_ORDER);
        histories.forEach(history -> {
            String who = month.who().apply(history.ticket().customer());
            for (Deadline deadline : Standing.all(history, promises, now)) {
                if (month.contains(deadline.stretches().getFirst().from())) {
                    groups.computeIfAbsent(
                                    names(who, deadline, promises),
                                    _ -> new LevelReport(deadline.terms().target()))
                            .add(deadline);
                }
            }
        });
        return new Report(
                "Response and resolution against target of what began in " + month.month() + ", in working minutes",
                List.of("customer", "promise", "type", "severity", "plan"),
                List.of("kept", "late", "open", "dropped", "kept %", "median min", "90th percentile min", "target min"),
                4,
                groups.entrySet().stream()
                        .map(group ->
                                new Report.Row(group.getKey(), group.getValue().numbers()))
                        .toList());
    }

    private static List<String> names(String who, Deadline deadline, Promises promises) {
        Matter matter = deadline.terms().matter();
        String severity = matter.level() == Matter.NO_LEVEL
                ? Names.NONE
                : promises.severities().get(matter.level() - 1);
        return List.of(
                who,
                deadline.terms().promise().words(),
                matter.type(),
                severity,
                matter.plan().words());
    }

    private List<@Nullable Long> numbers() {
        long kept = count(Verdict.MET);
        long late = count(Verdict.BREACHED);
        long[] sorted = minutes.build().sorted().toArray();
        return Arrays.asList(
                kept,
                late,
                count(Verdict.ON_TRACK) + count(Verdict.WARNED),
                count(Verdict.DROPPED),
                kept + late == 0 ? null : kept * 100 / (kept + late),
                percentile(sorted, MEDIAN),
                percentile(sorted, MOST),
                target.toMinutes());
    }

    private void add(Deadline deadline) {
        verdicts.merge(deadline.verdict(), 1L, Long::sum);
        if (done(deadline)) {
            minutes.add(deadline.elapsed().toMinutes());
        }
    }

    private long count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /** Responded or answered, in time or not. */
    private static boolean done(Deadline deadline) {
        return switch (deadline.stand()) {
            case Stand.Running _ -> false;
            case Stand.Paused _ -> false;
            case Stand.Answered _ -> true;
            case Stand.Closed(boolean answered) -> answered;
        };
    }

    /** The least value that {@code percent} of all do not exceed; null of none. */
    static @Nullable Long percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? null : sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
    }
}
