package dev.parley.core.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a day by the clock on the wall, its end not included.
 *
 * @param from in minutes after midnight, 0 to 1439
 * @param to in minutes after midnight, above {@code from}; 1440 is the midnight that ends the day
 */
public record OpenHours(int from, int to) {
    /** The last minute a day can end at by the wall clock: 24:00. */
    public static final int DAY_MINUTES = 24 * 60;

    /** The whole day. */
    public static final OpenHours ALL_DAY = new OpenHours(0, DAY_MINUTES);

    private static final Pattern TEXT = Pattern.compile("(\\d\\d):(\\d\\d) ?[-–] ?(\\d\\d):(\\d\\d)");

    public OpenHours {
        if (from < 0 || to > DAY_MINUTES || from >= to) {
            throw new IllegalArgumentException("no hours: minutes " + from + " to " + to);
        }
    }

    /** What a text such as {@code 09:00-17:30} says. */
    public sealed interface Text {
        /** It says hours. */
        record Hours(OpenHours hours) implements Text {}

        /** It does not. {@code wrong}: what does not fit; {@code right}: what would. */
        record Unreadable(String wrong, String right) implements Text {}
    }

    /** Reads hours as a desk file has them. */
    public static Text parse(String text) {
        Matcher match = TEXT.matcher(text.strip());
        if (!match.matches()) {
            return new Text.Unreadable("‘" + shortened(text) + "’ are no hours", "write them as 09:00-17:00");
        }
        int from = minute(match.group(1), match.group(2));
        int to = minute(match.group(3), match.group(4));
        if (from < 0 || to < 0) {
            return new Text.Unreadable(
                    "‘" + text.strip() + "’ is no time of day", "hours go from 00:00 to 24:00, minutes from 00 to 59");
        }
        return from < to ? new Text.Hours(new OpenHours(from, to)) : backwards(from, to);
    }

    private static Text backwards(int from, int to) {
        String text = clock(from) + "-" + clock(to);
        if (from == to) {
            return new Text.Unreadable(
                    text + " is empty", "let it end later; 00:00-24:00 is the whole day, [] is closed");
        }
        return new Text.Unreadable(
                text + " ends before it begins",
                to == 0
                        ? "the midnight that ends a day is 24:00: write " + clock(from) + "-24:00"
                        : "hours past midnight are two: " + clock(from) + "-24:00 on this day, 00:00-" + clock(to)
                                + " on the next");
    }

    /** The minute of the day, below 0 if there is no such time. */
    private static int minute(String hours, String minutes) {
        int minute = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        return Integer.parseInt(minutes) < 60 && minute <= DAY_MINUTES ? minute : -1;
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    /** The first of {@code hours}, by their begin, that begins before the one before it has ended. */
    static Optional<String> overlap(List<OpenHours> hours) {
        List<OpenHours> sorted = sorted(hours);
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from < sorted.get(i - 1).to) {
                return Optional.of(sorted.get(i - 1) + " and " + sorted.get(i) + " overlap");
            }
        }
        return Optional.empty();
    }

    static List<OpenHours> sorted(List<OpenHours> hours) {
        return hours.stream()
                .sorted(Comparator.comparingInt(OpenHours::from).thenComparingInt(OpenHours::to))
                .toList();
    }

    static int minutes(List<OpenHours> hours) {
        return hours.stream().mapToInt(h -> h.to - h.from).sum();
    }

    boolean contains(int secondOfDay) {
        return from * 60 <= secondOfDay && secondOfDay < to * 60;
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    /** As a desk file has it, e.g. {@code 09:00-17:30}. */
    @Override
    public String toString() {
        return clock(from) + "-" + clock(to);
    }
}
