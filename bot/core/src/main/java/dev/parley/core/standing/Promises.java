package dev.parley.core.standing;

import dev.parley.core.calendar.BusinessCalendar;
import dev.parley.core.servicelevel.Matter;
import dev.parley.core.servicelevel.Plan;
import dev.parley.core.servicelevel.ServiceLevel;
import dev.parley.core.servicelevel.ServiceLevels;
import dev.parley.core.servicelevel.Watch;
import dev.parley.core.ticket.RequestType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a desk promises, and to whom it matters first.
 *
 * @param severities its levels by name, the most urgent first
 * @param onDemandLevel1Preempts as in {@link dev.parley.core.servicelevel.QueueOrder}
 * @param calendars others than {@code openHours}, by name, that customers may have
 */
public record Promises(
        ServiceLevels levels,
        BusinessCalendar openHours,
        List<String> severities,
        boolean onDemandLevel1Preempts,
        Map<String, BusinessCalendar> calendars) {
    private static final Comparator<ServiceLevel> QUICKEST = Comparator.comparing(
                    (ServiceLevel level) -> Objects.requireNonNull(level.firstResponse()))
            .thenComparing(level -> !level.aroundTheClock());

    /** What a request is called that nobody has looked at. */
    static final String UNASSESSED = "unassessed";

    /** A request that nobody has looked at may be the most urgent of all, so it is promised the quickest response. */
    public Promises {
        severities = List.copyOf(severities);
        calendars = Map.copyOf(calendars);
        List<ServiceLevel> all = new ArrayList<>(levels.levels());
        for (Plan plan : Plan.values()) {
            levels.levels().stream()
                    .filter(level -> level.matter().plan() == plan && level.firstResponse() != null)
                    .min(QUICKEST)
                    .map(quick -> unassessed(plan, quick))
                    .filter(line ->
                            all.stream().noneMatch(level -> level.matter().equals(line.matter())))
                    .ifPresent(all::add);
        }
        levels = new ServiceLevels(all, levels.watch());
    }

    /** A desk with one calendar for everybody. */
    public Promises(
            ServiceLevels levels, BusinessCalendar openHours, List<String> severities, boolean onDemandLevel1Preempts) {
        this(levels, openHours, severities, onDemandLevel1Preempts, Map.of());
    }

    /** The hours that count for a ticket; the desk's own where its customer's calendar is gone from the desk file. */
    BusinessCalendar openHours(History history) {
        return calendars.getOrDefault(history.calendar(), openHours);
    }

    private static ServiceLevel unassessed(Plan plan, ServiceLevel quick) {
        return new ServiceLevel(
                new Matter(UNASSESSED, Matter.NO_LEVEL, plan), quick.firstResponse(), null, quick.aroundTheClock());
    }

    /** A desk that promises nothing, and knows these levels. */
    public static Promises none(ZoneId zone, List<String> severities) {
        return new Promises(new ServiceLevels(List.of(), Watch.NONE), BusinessCalendar.always(zone), severities, false);
    }

    /** True if the desk promises anything at all. */
    public boolean any() {
        return !levels.levels().isEmpty();
    }

    /** 1 for the most urgent; {@link Matter#NO_LEVEL} for "" and for what the desk no longer knows. */
    public int level(String severity) {
        return severities.indexOf(severity) + 1;
    }

    /** What a promise is looked up by; without a level where the desk promises nothing by level for this type. */
    Matter matter(RequestType type, String severity, Plan plan) {
        String key = key(type);
        boolean leveled = levels.levels().stream()
                .anyMatch(level ->
                        level.matter().type().equals(key) && level.matter().level() != Matter.NO_LEVEL);
        return new Matter(key, leveled ? level(severity) : Matter.NO_LEVEL, plan);
    }

    /** The request type as service levels and reports call it. */
    public static String key(RequestType type) {
        return switch (type) {
            case UNKNOWN -> UNASSESSED;
            case INCIDENT -> "incident";
            case FEATURE -> Matter.FEATURE;
            case PRICED -> "work";
            case COVERED -> "work";
        };
    }
}
