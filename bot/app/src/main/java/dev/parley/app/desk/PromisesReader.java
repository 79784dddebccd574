package dev.parley.app.desk;

import dev.parley.core.calendar.Mistake;
import dev.parley.core.servicelevel.Escalation;
import dev.parley.core.servicelevel.Matter;
import dev.parley.core.servicelevel.Plan;
import dev.parley.core.servicelevel.ServiceLevel;
import dev.parley.core.servicelevel.ServiceLevels;
import dev.parley.core.servicelevel.Watch;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads open hours and service levels. */
final class PromisesReader {
    private static final Kind<Boolean> AROUND_THE_CLOCK =
            Kind.choice(Map.of("around the clock", true, "open hours", false), false);
    private static final Kind<Plan> PLAN =
            Kind.choice(Map.of("package", Plan.PACKAGE, "on demand", Plan.ON_DEMAND), Plan.PACKAGE);

    private final Requests requests;
    private final List<ServiceLevel> levels = new ArrayList<>();
    /** In which line of the file each of {@link #levels} stands. */
    private final List<Integer> lines = new ArrayList<>();

    private PromisesReader(Requests requests) {
        this.requests = requests;
    }

    static Promises read(Section root, ZoneId zone, Requests requests) {
        var calendars = new CalendarList(root, zone);
        var section = root.section("service-levels");
        var calendar = calendars.otherwise(zone);
        if (section.has("calendar")) {
            calendar = section.get("calendar", Kind.oneOf(calendars.all(), calendar));
        }
        return new Promises(calendar, calendars.all(), new PromisesReader(requests).levels(section));
    }

    private ServiceLevels levels(Section section) {
        if (section.has("targets")) {
            var targets = section.sections("targets");
            for (var i = 0; i < targets.size(); i++) {
                target(targets.get(i), i);
            }
        }
        var watch = new Watch(section.list("warn-at", Kind.PERCENT, List.of()), escalations(section));
        if (section.sound()) {
            var told = new HashSet<String>();
            for (var mistake : ServiceLevels.mistakes(levels, watch)) {
                report(section, mistake, told);
            }
        }
        return section.sound() ? new ServiceLevels(levels, watch) : new ServiceLevels(List.of(), Watch.NONE);
    }

    private void target(Section section, int line) {
        var type = section.get("type", Kind.TYPE);
        if (section.sound() && !requests.types().contains(type)) {
            section.problem(
                    "type",
                    "this desk knows no ‘" + type.key() + "’",
                    "add it to ‘request-types’, or leave the line out");
        }
        var level = level(section);
        var plans = section.has("plan") ? List.of(section.get("plan", PLAN)) : List.of(Plan.values());
        var firstResponse = time(section, "first-response");
        var resolution = time(section, "resolution");
        var clock = section.get("counted", AROUND_THE_CLOCK, false);
        for (var plan : plans) {
            levels.add(new ServiceLevel(new Matter(type.key(), level, plan), firstResponse, resolution, clock));
            lines.add(line);
        }
    }

    private int level(Section section) {
        if (!section.has("severity")) {
            return Matter.NO_LEVEL;
        }
        var numbers = new LinkedHashMap<String, Integer>();
        requests.severities().forEach(severity -> numbers.put(severity.key(), numbers.size() + 1));
        return section.get("severity", Kind.oneOf(numbers, Matter.NO_LEVEL));
    }

    private static @Nullable Duration time(Section section, String key) {
        return section.has(key) ? section.get(key, Kind.TIME) : null;
    }

    private static List<Escalation> escalations(Section section) {
        var escalations = new ArrayList<Escalation>();
        if (section.has("escalate")) {
            for (var each : section.sections("escalate")) {
                escalations.add(new Escalation(each.get("after", Kind.AFTER), each.get("to", Kind.PERSON)));
            }
        }
        return escalations;
    }

    /** A line for both plans would tell the same twice. */
    private void report(Section section, Mistake mistake, Set<String> told) {
        var key = switch (mistake.key()) {
            case "warnings" -> "warn-at";
            case "escalations" -> "escalate";
            default -> "targets";
        };
        var index = key.equals("targets") && mistake.index() != Mistake.WHOLE
                ? lines.get(mistake.index())
                : mistake.index();
        if (!told.add(key + index + mistake.right())) {
            return;
        }
        if (index == Mistake.WHOLE) {
            section.problem(key, mistake.wrong(), mistake.right());
        } else {
            section.problem(key, index, mistake.wrong(), mistake.right());
        }
    }
}
