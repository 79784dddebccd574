package dev.parley.core.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A deadline in sentences. Minutes are cut off from the sum, not from each line, so that the lines add up. */
record Explanation(Deadline deadline) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(head());
        int told = 0;
        Duration sum = Duration.ZERO;
        for (Stretch stretch : deadline.stretches()) {
            told = changes(told, stretch.from(), lines);
            Duration after = sum.plus(stretch.counted());
            lines.add(line(stretch, Duration.ofMinutes(after.toMinutes() - sum.toMinutes())));
            sum = after;
        }
        changes(told, Instant.MAX, lines);
        lines.add(foot());
        return lines;
    }

    private String head() {
        Terms terms = deadline.terms();
        String hours = terms.aroundTheClock() ? " around the clock" : " of open hours";
        String round = deadline.round() == 1 ? "" : ", round " + deadline.round();
        return terms.promise().words() + " of " + terms.matter() + round + ": within " + Words.of(terms.target())
                + hours + "; times in " + zone();
    }

    /** Those up to {@code until} that were not told; returns how many have been then. */
    private int changes(int told, Instant until, List<String> lines) {
        int next = told;
        for (; next < deadline.changes().size(); next++) {
            Change change = deadline.changes().get(next);
            if (change.at().isAfter(until)) {
                break;
            }
            lines.add("changed " + Words.of(change.at(), zone()) + " from " + change.from() + " to " + change.to()
                    + ": " + change.reason() + "; counted from the beginning");
        }
        return next;
    }

    private String line(Stretch stretch, Duration counted) {
        String span = Words.span(stretch.from(), stretch.to(), zone());
        String from = Words.of(stretch.from(), zone());
        return switch (stretch.stand()) {
            case Stand.Running _ -> "running " + span + ": " + Words.of(counted) + " counted";
            case Stand.Paused(Wait why) -> "paused " + span + " while " + why.words();
            case Stand.Answered _ -> "answered " + from;
            case Stand.Closed _ -> "closed " + from;
        };
    }

    private String foot() {
        String counted = Words.of(deadline.elapsed()) + " of "
                + Words.of(deadline.terms().target()) + " counted";
        String due = Words.of(deadline.dueAt(), zone());
        return switch (deadline.verdict()) {
            case ON_TRACK -> counted + ", " + due(due);
            case WARNED -> counted + ", " + due(due);
            case BREACHED -> counted + ", too late since " + due;
            case MET -> counted + ", kept: it was due " + due;
            case DROPPED -> counted + ", closed before it was due";
        };
    }

    private String due(String due) {
        return deadline.stand() instanceof Stand.Running
                ? "due " + due + " if nothing pauses it"
                : "standing still: due " + due + " if it ran from now on";
    }

    private ZoneId zone() {
        return deadline.terms().calendar().zone();
    }
}
