package dev.parley.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A calendar as somebody wrote it.
 *
 * @param week by the English name of the day, e.g. {@code monday}; each a list of hours such as {@code 09:00-17:00}
 * @param holidays by date, e.g. {@code 2026-12-24}; none: closed all day
 */
public record CalendarDraft(ZoneId zone, Map<String, List<String>> week, Map<String, List<String>> holidays) {
    /** The most pieces a day can have. */
    public static final int HOURS_A_DAY_MAX = 12;

    private static final String DAYS_RIGHT =
            "the days are monday, tuesday, wednesday, thursday, friday, saturday, sunday";

    public CalendarDraft {
        week = Collections.unmodifiableMap(new LinkedHashMap<>(week));
        holidays = Collections.unmodifiableMap(new LinkedHashMap<>(holidays));
    }

    /** What became of a draft. */
    public sealed interface Checked {
        /** It can be worked by. */
        record Good(BusinessCalendar calendar) implements Checked {}

        /** It cannot. {@code mistakes}: at least one, in the order they were written. */
        record Wrong(List<Mistake> mistakes) implements Checked {
            public Wrong {
                mistakes = List.copyOf(mistakes);
            }
        }
    }

    /** The calendar, or everything that is wrong with it. */
    public Checked check() {
        List<Mistake> mistakes = new ArrayList<>();
        Map<DayOfWeek, List<OpenHours>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((name, texts) ->
                day(name, mistakes).ifPresent(day -> days.put(day, hours("week." + name, texts, mistakes))));
        Map<LocalDate, List<OpenHours>> dates = new TreeMap<>();
        holidays.forEach((text, texts) ->
                date(text, mistakes).ifPresent(date -> dates.put(date, hours("holidays." + text, texts, mistakes))));
        if (holidays.size() > BusinessCalendar.HOLIDAYS_MAX) {
            mistakes.add(Mistake.of(
                    "holidays",
                    "there are " + holidays.size() + " days",
                    "keep at most " + BusinessCalendar.HOLIDAYS_MAX + ", leave out those long gone"));
        }
        if (mistakes.isEmpty()) {
            seldomOpen(days).ifPresent(mistakes::add);
        }
        return mistakes.isEmpty()
                ? new Checked.Good(new BusinessCalendar(zone, days, dates))
                : new Checked.Wrong(mistakes);
    }

    private static Optional<Mistake> seldomOpen(Map<DayOfWeek, List<OpenHours>> days) {
        int open = days.values().stream().mapToInt(OpenHours::minutes).sum();
        if (open >= BusinessCalendar.WEEK_OPEN_MINUTES_MIN) {
            return Optional.empty();
        }
        String wrong = open == 0 ? "this calendar never opens" : "this calendar opens " + open + " minutes a week";
        String right = "give at least one day of the week hours such as 09:00-17:00, "
                + BusinessCalendar.WEEK_OPEN_MINUTES_MIN + " minutes in all";
        return Optional.of(Mistake.of("week", wrong, right));
    }

    private static Optional<DayOfWeek> day(String name, List<Mistake> mistakes) {
        Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
                .filter(d -> d.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
        if (day.isEmpty()) {
            mistakes.add(Mistake.of("week." + name, "‘" + name + "’ is no day of the week", DAYS_RIGHT));
        }
        return day;
    }

    private static Optional<LocalDate> date(String text, List<Mistake> mistakes) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            mistakes.add(Mistake.of(
                    "holidays." + text,
                    "‘" + text + "’ is no day of any year",
                    "write year, month and day, such as 2026-12-24"));
            return Optional.empty();
        }
    }

    private static List<OpenHours> hours(String key, List<String> texts, List<Mistake> mistakes) {
        List<OpenHours> hours = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            switch (OpenHours.parse(texts.get(i))) {
                case OpenHours.Text.Hours(var good) -> hours.add(good);
                case OpenHours.Text.Unreadable(var wrong, var right) -> mistakes.add(new Mistake(key, i, wrong, right));
            }
        }
        if (texts.size() > HOURS_A_DAY_MAX) {
            mistakes.add(Mistake.of(key, "there are " + texts.size() + " pieces", "at most " + HOURS_A_DAY_MAX));
        }
        OpenHours.overlap(hours)
                .ifPresent(overlap -> mistakes.add(
                        Mistake.of(key, overlap, "let one end where the other begins, or make one of the two")));
        return hours;
    }
}
