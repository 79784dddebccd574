package dev.parley.core.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a deadline finds. The same log and time give the same, so a look may be taken any number of times on
 * any number of machines: a notice whose key was seen on the ticket is not given again.
 *
 * @param due everything that is due by now, also what was given before, in order of time
 * @param next when something more will be due if nothing happens; null if never, or not before something happens
 */
public record Look(List<Notice> due, @Nullable Instant next) {
    public Look {
        due = List.copyOf(due);
    }

    /**
     * Somebody is to be told.
     *
     * @param key one of its kind on the ticket; a change of type, level or plan has keys of its own, so that a change
     *     there and back tells nobody twice
     * @param kind what it is about
     * @param to whom; empty for the ticket's owner
     * @param at when it became due, which may be long ago if nobody looked
     */
    public record Notice(String key, Kind kind, String to, Instant at) {
        /** What a notice is about. */
        public enum Kind {
            /** The promise can still be kept. */
            WARNING,
            /** It was not kept. */
            ESCALATION
        }
    }

    private record Step(Notice.Kind kind, String key, String to, Duration amount) {}

    static Look at(Deadline deadline) {
        if (deadline.stand().stopped()) {
            return new Look(List.of(), null);
        }
        List<Notice> due = new ArrayList<>();
        for (Step step : steps(deadline)) {
            deadline.reached(step.amount()).ifPresent(at -> due.add(notice(deadline, step, at)));
        }
        return new Look(due, next(deadline));
    }

    /** Once the target has passed nobody is warned of it. */
    private static List<Step> steps(Deadline deadline) {
        Watch watch = deadline.terms().watch();
        Stream<Step> warnings = watch.warnings().stream()
                .filter(_ -> !deadline.passed(deadline.terms().target()))
                .map(percent -> new Step(Notice.Kind.WARNING, "warning/" + percent, "", deadline.share(percent)));
        Stream<Step> escalations = watch.escalations().stream().map(e -> escalation(deadline, e));
        return Stream.concat(warnings, escalations).toList();
    }

    private static Step escalation(Deadline deadline, Escalation escalation) {
        return new Step(
                Notice.Kind.ESCALATION,
                "escalation/" + escalation.after() + "/" + escalation.to(),
                escalation.to(),
                deadline.terms().target().plus(escalation.after()));
    }

    private static Notice notice(Deadline deadline, Step step, Instant at) {
        Terms terms = deadline.terms();
        String promise = terms.promise().words().replace(' ', '-');
        String key = String.join(
                "/", promise, Integer.toString(deadline.round()), terms.matter().key(), step.key());
        return new Notice(key, step.kind(), step.to(), at);
    }

    private static @Nullable Instant next(Deadline deadline) {
        if (!(deadline.stand() instanceof Stand.Running)) {
            return null;
        }
        Duration elapsed = deadline.elapsed();
        return steps(deadline).stream()
                .map(step -> step.amount().minus(elapsed))
                .filter(Duration::isPositive)
                .min(Duration::compareTo)
                .map(left -> deadline.terms().calendar().add(deadline.now(), left))
                .orElse(null);
    }
}
