package dev.parley.core.servicelevel;

import static java.util.Comparator.comparingInt;

import dev.parley.core.calendar.Mistake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what cannot be meant in service levels; the index of a mistake is that of the line it stands in. */
record Check(List<ServiceLevel> levels, Watch watch) {
    List<Mistake> mistakes() {
        List<Mistake> found = new ArrayList<>();
        count("levels", levels.size(), found);
        count("warnings", watch.warnings().size(), found);
        count("escalations", watch.escalations().size(), found);
        each(found);
        order(found);
        warnings(found);
        escalations(found);
        return found;
    }

    private static void count(String key, int lines, List<Mistake> found) {
        if (lines > ServiceLevels.LINES_MAX) {
            found.add(Mistake.of(key, "there are " + lines + " lines", "at most " + ServiceLevels.LINES_MAX));
        }
    }

    private void each(List<Mistake> found) {
        Set<Matter> seen = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            ServiceLevel level = levels.get(i);
            if (!seen.add(level.matter())) {
                found.add(level(i, level.matter() + " is here twice", "give each its targets once"));
            }
            targets(i, level, found);
        }
    }

    private static void targets(int index, ServiceLevel level, List<Mistake> found) {
        Duration response = level.firstResponse();
        Duration resolution = level.resolution();
        if (level.matter().type().equals(Matter.FEATURE)) {
            found.add(
                    level(index, "a feature request has a target", "no date is promised for it; leave it out (P-08)"));
        }
        if (response == null && resolution == null) {
            found.add(level(index, level.matter() + " promises nothing", "give it a target, or leave the line out"));
        }
        if (response != null && resolution != null && response.compareTo(resolution) > 0) {
            found.add(level(
                    index,
                    "the first response may take " + Words.of(response) + ", the resolution " + Words.of(resolution),
                    "the first response cannot come after the resolution"));
        }
        if (outside(response, false) || outside(resolution, false)) {
            found.add(level(index, "a target is not within the limits", limits("above 0")));
        }
    }

    /** Of one type and plan, a level is not slower than the next one that is given (H-04). */
    private void order(List<Mistake> found) {
        for (int i = 0; i < levels.size(); i++) {
            ServiceLevel mild = levels.get(i);
            ServiceLevel severe = levels.stream()
                    .filter(other -> sameKind(other.matter(), mild.matter()))
                    .filter(other -> other.matter().level() < mild.matter().level())
                    .max(comparingInt(other -> other.matter().level()))
                    .orElse(null);
            if (severe != null) {
                order(i, severe, mild, found);
            }
        }
    }

    private static boolean sameKind(Matter a, Matter b) {
        return a.type().equals(b.type()) && a.plan() == b.plan() && a.level() > Matter.NO_LEVEL;
    }

    private static void order(int index, ServiceLevel severe, ServiceLevel mild, List<Mistake> found) {
        for (Promise promise : Promise.values()) {
            Duration quick = mild.target(promise);
            Duration slow = severe.target(promise);
            if (quick != null && (slow == null || slow.compareTo(quick) > 0)) {
                String wrong = "level " + severe.matter().level() + " has " + within(slow) + " for the "
                        + promise.words() + ", level " + mild.matter().level() + " only " + Words.of(quick);
                found.add(level(index, wrong, "a more severe level is never slower (H-04)"));
            }
        }
        if (mild.aroundTheClock() && !severe.aroundTheClock()) {
            String wrong = "level " + mild.matter().level() + " counts around the clock, level "
                    + severe.matter().level() + " only open hours";
            found.add(level(index, wrong, "a more severe level is never slower (H-04)"));
        }
    }

    private static String within(@Nullable Duration target) {
        return target == null ? "any time" : Words.of(target);
    }

    private void warnings(List<Mistake> found) {
        int before = 0;
        for (int i = 0; i < watch.warnings().size(); i++) {
            int percent = watch.warnings().get(i);
            if (percent < 1 || percent > 99) {
                found.add(new Mistake("warnings", i, percent + " percent warns of nothing", "1 to 99 percent"));
            } else if (percent <= before) {
                found.add(new Mistake("warnings", i, percent + " comes after " + before, "the earliest warning first"));
            }
            before = percent;
        }
    }

    private void escalations(List<Mistake> found) {
        Duration before = Duration.ofNanos(-1);
        for (int i = 0; i < watch.escalations().size(); i++) {
            Escalation step = watch.escalations().get(i);
            if (step.to().isBlank()) {
                found.add(new Mistake("escalations", i, "nobody is named", "say who is told"));
            }
            if (outside(step.after(), true)) {
                found.add(new Mistake("escalations", i, "a time is not within the limits", limits("at least 0")));
            } else if (step.after().compareTo(before) <= 0) {
                String wrong = Words.of(step.after()) + " comes after " + Words.of(before);
                found.add(new Mistake("escalations", i, wrong, "each step later than the one before"));
            }
            before = step.after();
        }
    }

    private static boolean outside(@Nullable Duration time, boolean mayBeZero) {
        return time != null
                && (time.isNegative()
                        || (time.isZero() && !mayBeZero)
                        || time.compareTo(Duration.ofHours(ServiceLevels.TARGET_HOURS_MAX)) > 0);
    }

    private static String limits(String least) {
        return least + ", at most " + ServiceLevels.TARGET_HOURS_MAX + " hours";
    }

    private static Mistake level(int index, String wrong, String right) {
        return new Mistake("levels", index, wrong, right);
    }
}
