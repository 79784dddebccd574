package dev.parley.mail.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Date headers (RFC 5322 section 3.3 and its obsolete forms) without minding order, commas or a missing zone. */
public final class MailDates {

    private static final int DATE_CHARS_MAX = 100;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> ZONES = Map.of(
            "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7, "JST", 9, "CET", 1);

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private int[] time = {0, 0, 0};
    private int offsetMinutes;

    private MailDates() {}

    /** The instant a Date header names, or null when it names none. */
    public static @Nullable Instant parse(String value) {
        String text = withoutComment(value).strip();
        if (text.isEmpty() || text.length() > DATE_CHARS_MAX) {
            return null;
        }
        try {
            if (text.length() > 10 && Character.isDigit(text.charAt(0)) && text.charAt(4) == '-') {
                return iso(text);
            }
            MailDates date = new MailDates();
            for (String word : text.split("[\\s,]+", -1)) {
                date.take(word);
            }
            return date.instant();
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static String withoutComment(String value) {
        int open = value.indexOf('(');
        return open > 0 ? value.substring(0, open) : value;
    }

    private static @Nullable Instant iso(String text) {
        String[] parts = text.replace('T', ' ').split("\\s+", -1);
        String zone = parts.length > 2 ? parts[2] : "Z";
        try {
            return OffsetDateTime.parse(text.replaceFirst("\\s+", "T")).toInstant();
        } catch (DateTimeParseException e) {
            MailDates date = new MailDates();
            String[] days = parts[0].split("-", -1);
            date.year = Integer.parseInt(days[0]);
            date.month = Integer.parseInt(days[1]);
            date.day = Integer.parseInt(days[2]);
            date.take(parts.length > 1 ? parts[1].replace("Z", "") : "0:00");
            date.take(zone);
            return date.instant();
        }
    }

    private void take(String word) {
        if (word.indexOf(':') > 0 && Character.isDigit(word.charAt(0))) {
            String[] parts = word.split("[:.]", -1);
            for (int i = 0; i < Math.min(3, parts.length); i++) {
                time[i] = Integer.parseInt(parts[i]);
            }
        } else if (word.startsWith("+") || word.startsWith("-")) {
            zone(word);
        } else if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
            number(word);
        } else {
            name(word);
        }
    }

    private void number(String word) {
        String[] parts = word.split("[-/]", -1);
        if (parts.length == 3) {
            for (String part : parts) {
                take(part);
            }
            return;
        }
        int value = Integer.parseInt(word.replaceAll("\\D+$", ""));
        if (day < 0 && value <= 31 && word.length() <= 2) {
            day = value;
        } else if (year < 0) {
            year = value < 50 ? 2000 + value : value < 1000 ? 1900 + value : value;
        }
    }

    private void name(String word) {
        String start = word.length() < 3 ? "" : word.substring(0, 3).toLowerCase(Locale.ROOT);
        int at = start.isEmpty() ? -1 : MONTHS.indexOf(start);
        if (month < 0 && at >= 0 && at % 3 == 0) {
            month = at / 3 + 1;
        } else if (word.startsWith("GMT") || word.startsWith("UTC")) {
            if (word.length() > 4) {
                zone(word.substring(3));
            }
        } else {
            offsetMinutes = 60 * ZONES.getOrDefault(word, offsetMinutes / 60);
        }
    }

    private void zone(String word) {
        String digits = word.substring(1).replace(":", "");
        if (digits.length() < 3 || digits.length() > 4 || !digits.chars().allMatch(Character::isDigit)) {
            return;
        }
        int value = Integer.parseInt(digits);
        int minutes = value / 100 * 60 + value % 100;
        if (minutes <= 18 * 60) {
            offsetMinutes = word.startsWith("-") ? -minutes : minutes;
        }
    }

    private @Nullable Instant instant() {
        if (day < 0 || month < 0 || year < 0) {
            return null;
        }
        return LocalDateTime.of(year, month, day, time[0], time[1], Math.min(time[2], 59))
                .toInstant(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
    }
}
