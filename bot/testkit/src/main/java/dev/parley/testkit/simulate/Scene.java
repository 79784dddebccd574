package dev.parley.testkit.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/** When a walk begins and where its contracts are at home: moments and zones in which calendars are easily wrong. */
record Scene(Instant start, ZoneId zone, int months) {
    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-02T09:00:00Z"),
            Instant.parse("2026-03-28T22:55:00Z"), // the night in which an hour is skipped
            Instant.parse("2026-10-24T21:30:00Z"), // the night in which an hour comes twice
            Instant.parse("2028-02-27T12:00:00Z"), // a leap day is near
            Instant.parse("2026-12-30T23:30:00Z"),
            Instant.parse("2027-01-30T09:50:00Z")); // from a 31st into February
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Pacific/Kiritimati"), // +14
            ZoneId.of("-12:00"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"), // half an hour of daylight saving
            ZoneId.of("Asia/Kathmandu"), // +5:45
            ZoneId.of("-14:00"));
    private static final int SHORT_TERM_MONTHS = 3;
    private static final int YEAR_MONTHS = 12;

    /** The scene of {@code seed}. */
    static Scene of(long seed) {
        int number = Math.floorMod(seed, STARTS.size() * ZONES.size() * 2);
        return new Scene(
                Move.pick(STARTS, number),
                Move.pick(ZONES, number / STARTS.size()),
                number % 2 == 0 ? YEAR_MONTHS : SHORT_TERM_MONTHS);
    }

    /** The first day of a contract on points: the first of a month, two months before. */
    LocalDate firstOfMonth() {
        return twoMonthsBefore().atDay(1);
    }

    /** The first day of a package: the last of a month, so that shorter months have no such day. */
    LocalDate lastOfMonth() {
        return twoMonthsBefore().atEndOfMonth();
    }

    private YearMonth twoMonthsBefore() {
        return YearMonth.from(start.atZone(zone)).minusMonths(2);
    }
}
