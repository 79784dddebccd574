package dev.parley.core.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a desk works. It is open at a moment exactly if a clock on the wall in {@code zone} then shows open hours: an
 * hour the clocks skip is never worked, one they show twice is worked twice.
 *
 * @param week what a day of the week has; one that is missing is closed
 * @param holidays days that have other hours than their weekday; none: closed
 */
public record BusinessCalendar(
        ZoneId zone, Map<DayOfWeek, List<OpenHours>> week, Map<LocalDate, List<OpenHours>> holidays) {
    /** The least a week is open, in minutes: with less, a promise of hours would end in another decade. */
    public static final int WEEK_OPEN_MINUTES_MIN = 60;

    /** The most days that can have hours of their own: ten years and more of them. */
    public static final int HOLIDAYS_MAX = 1_000;

    /** How far ahead is looked, in days: a hundred years. */
    public static final int HORIZON_DAYS = 36_525;

    public BusinessCalendar {
        Map<DayOfWeek, List<OpenHours>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> days.put(day, OpenHours.sorted(hours)));
        Map<LocalDate, List<OpenHours>> dates = new TreeMap<>();
        holidays.forEach((date, hours) -> dates.put(date, OpenHours.sorted(hours)));
        week = Map.copyOf(days);
        holidays = Map.copyOf(dates);
        Stream.concat(days.values().stream(), dates.values().stream())
                .flatMap(hours -> OpenHours.overlap(hours).stream())
                .findFirst()
                .ifPresent(overlap -> refuse(overlap));
        if (days.values().stream().mapToInt(OpenHours::minutes).sum() < WEEK_OPEN_MINUTES_MIN) {
            refuse("a week has less than " + WEEK_OPEN_MINUTES_MIN + " open minutes");
        }
        if (dates.size() > HOLIDAYS_MAX) {
            refuse(dates.size() + " holidays are more than " + HOLIDAYS_MAX);
        }
    }

    /** Day and night, every day. */
    public static BusinessCalendar always(ZoneId zone) {
        return new BusinessCalendar(
                zone,
                Stream.of(DayOfWeek.values())
                        .collect(Collectors.toMap(Function.identity(), _ -> List.of(OpenHours.ALL_DAY))),
                Map.of());
    }

    /** True if a clock on the wall shows open hours. */
    public boolean isOpen(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        int second = local.toLocalTime().toSecondOfDay();
        return on(local.toLocalDate()).stream().anyMatch(hours -> hours.contains(second));
    }

    /** The first open moment not before {@code at}: {@code at} itself while open. */
    public Instant nextOpening(Instant at) {
        return new OpenSpans(this, at, horizon(at)).next().from();
    }

    /** The working time from {@code from} to {@code to}, which must not be earlier nor beyond the horizon. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from) || to.isAfter(horizon(from))) {
            throw new IllegalArgumentException("cannot count from " + from + " to " + to);
        }
        Duration sum = Duration.ZERO;
        for (OpenSpans spans = new OpenSpans(this, from, to); spans.hasNext(); ) {
            sum = sum.plus(spans.next().length());
        }
        return sum;
    }

    /**
     * The first moment by which {@code work} of working time has passed since {@code from}: the end of the day rather
     * than the next morning.
     *
     * @param work not negative, and done within {@link #HORIZON_DAYS}
     */
    public Instant add(Instant from, Duration work) {
        if (work.isNegative()) {
            throw new IllegalArgumentException("cannot add " + work);
        }
        if (work.isZero()) {
            return from;
        }
        Duration left = work;
        for (OpenSpans spans = new OpenSpans(this, from, horizon(from)); spans.hasNext(); ) {
            OpenSpans.Span span = spans.next();
            if (span.length().compareTo(left) >= 0) {
                return span.from().plus(left);
            }
            left = left.minus(span.length());
        }
        throw new IllegalArgumentException(work + " of open hours are not within " + HORIZON_DAYS + " days");
    }

    List<OpenHours> on(LocalDate date) {
        return holidays.getOrDefault(date, week.getOrDefault(date.getDayOfWeek(), List.of()));
    }

    private static Instant horizon(Instant from) {
        return from.plus(Duration.ofDays(HORIZON_DAYS));
    }

    private static void refuse(String why) {
        throw new IllegalArgumentException(why);
    }
}
