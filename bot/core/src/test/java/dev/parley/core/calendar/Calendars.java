package dev.parley.core.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Calendars for tests, written down or drawn. */
final class Calendars {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Zones with every kind of trouble: half hours, a change at midnight or a minute after it, a lost day, ±14 h. */
    static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns",
            "America/Sao_Paulo",
            "America/Havana",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "Pacific/Kiritimati",
            "UTC",
            "+14:00",
            "-14:00");

    private Calendars() {}

    /** The same hours from Monday to Friday. */
    static BusinessCalendar office(ZoneId zone, String... hours) {
        return daily(zone, 5, hours);
    }

    /** The same hours on the first days of the week. */
    static BusinessCalendar daily(ZoneId zone, int days, String... hours) {
        return new BusinessCalendar(
                zone,
                Arrays.stream(DayOfWeek.values()).limit(days).collect(Collectors.toMap(d -> d, _ -> hours(hours))),
                Map.of());
    }

    static List<OpenHours> hours(String... texts) {
        return Arrays.stream(texts)
                .map(text -> ((OpenHours.Text.Hours) OpenHours.parse(text)).hours())
                .toList();
    }

    /** The moment a wall clock in {@code zone} shows {@code local}; the first of two. */
    static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    /** Any calendar, with holidays in the ten days after {@code from}. */
    static BusinessCalendar random(Random random, ZoneId zone, Instant from) {
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, hours(random));
        }
        week.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(new OpenHours(random.nextInt(60), 120)));
        Map<LocalDate, List<OpenHours>> holidays = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            holidays.put(LocalDate.ofInstant(from, zone).plusDays(random.nextInt(10)), hours(random));
        }
        return new BusinessCalendar(zone, week, holidays);
    }

    private static List<OpenHours> hours(Random random) {
        List<OpenHours> hours = new ArrayList<>();
        int minute = random.nextBoolean() ? 0 : random.nextInt(600);
        for (int i = random.nextInt(4); i > 0 && minute < 1400; i--) {
            int end = random.nextInt(4) == 0 ? 1440 : Math.min(1440, minute + 1 + random.nextInt(400));
            hours.add(new OpenHours(minute, end));
            minute = random.nextInt(3) == 0 ? end : end + random.nextInt(200);
        }
        return hours;
    }
}
