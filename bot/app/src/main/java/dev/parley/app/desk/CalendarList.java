package dev.parley.app.desk;

import dev.parley.core.calendar.BusinessCalendar;
import dev.parley.core.calendar.CalendarDraft;
import dev.parley.core.calendar.Mistake;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the open hours. */
final class CalendarList {
    private static final String WEEK = "week";
    private static final String HOLIDAYS = "holidays";
    private static final Map<String, List<String>> OFFICE = week("09:00-17:00");

    private final Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();

    CalendarList(Section root, ZoneId zone) {
        if (root.has("calendars")) {
            root.sections("calendars").forEach(section -> add(section, zone));
        }
    }

    /** By key, in the order of the file. */
    Map<String, BusinessCalendar> all() {
        return calendars;
    }

    /** What counts at a desk that names no calendar: the first, or Monday to Friday from nine to five. */
    BusinessCalendar otherwise(ZoneId zone) {
        return calendars.isEmpty()
                ? checked(new CalendarDraft(zone, OFFICE, Map.of()))
                : calendars.values().iterator().next();
    }

    private void add(Section section, ZoneId zone) {
        var key = section.get("key", Kind.SLUG_NAME);
        if (calendars.containsKey(key)) {
            section.problem("key", "‘" + key + "’ is here twice", "give each calendar its own name");
        }
        var week = section.section(WEEK);
        var holidays = section.section(HOLIDAYS);
        var draft = new CalendarDraft(section.get("time-zone", Kind.ZONE, zone), hours(week), hours(holidays));
        if (!section.has(WEEK)) {
            section.problem(
                    WEEK, "this key is missing", "write the open hours of each day, such as monday: [09:00-17:00]");
        }
        calendars.put(key, BusinessCalendar.always(zone));
        if (!section.sound()) {
            return;
        }
        switch (draft.check()) {
            case CalendarDraft.Checked.Good(var calendar) -> calendars.put(key, calendar);
            case CalendarDraft.Checked.Wrong(var mistakes) ->
                mistakes.forEach(mistake -> report(mistake, section, week, holidays));
        }
    }

    private static Map<String, List<String>> hours(Section section) {
        var hours = new LinkedHashMap<String, List<String>>();
        section.keys().forEach(day -> hours.put(day, section.list(day, Kind.LINE, List.of())));
        return hours;
    }

    /** The keys of a mistake are {@code week.monday}, {@code holidays.2026-12-24}, {@code week} or {@code holidays}. */
    private static void report(Mistake mistake, Section section, Section week, Section holidays) {
        var at = mistake.key().split("\\.", 2);
        if (at.length == 1) {
            section.problem(at[0], mistake.wrong(), mistake.right());
            return;
        }
        var part = at[0].equals(WEEK) ? week : holidays;
        if (mistake.index() == Mistake.WHOLE) {
            part.problemOfKey(at[1], mistake.wrong(), mistake.right());
        } else {
            part.problem(at[1], mistake.index(), mistake.wrong(), mistake.right());
        }
    }

    private static BusinessCalendar checked(CalendarDraft draft) {
        return switch (draft.check()) {
            case CalendarDraft.Checked.Good(var calendar) -> calendar;
            case CalendarDraft.Checked.Wrong(var mistakes) -> throw new IllegalStateException(mistakes.toString());
        };
    }

    private static Map<String, List<String>> week(String hours) {
        var week = new LinkedHashMap<String, List<String>>();
        for (var day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
            week.put(day, List.of(hours));
        }
        return week;
    }
}
