package dev.parley.core.calendar;

import static dev.parley.core.calendar.Calendars.BERLIN;
import static dev.parley.core.calendar.Calendars.at;
import static dev.parley.core.calendar.Calendars.daily;
import static dev.parley.core.calendar.Calendars.hours;
import static dev.parley.core.calendar.Calendars.office;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {
    private static final BusinessCalendar OFFICE = office(BERLIN, "09:00-12:00", "13:00-17:00");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:59:59, false",
        "2026-03-02T09:00:00, true",
        "2026-03-02T11:59:59, true",
        "2026-03-02T12:00:00, false",
        "2026-03-02T13:00:00, true",
        "2026-03-02T17:00:00, false",
        "2026-03-07T10:00:00, false"
    })
    void theBeginIsOpenAndTheEndIsNot(String local, boolean open) {
        assertThat(OFFICE.isOpen(at(BERLIN, local))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00, PT1H, 2026-03-02T10:00",
        "2026-03-02T11:30, PT1H, 2026-03-02T13:30",
        "2026-03-02T09:00, PT7H, 2026-03-02T17:00",
        "2026-03-06T16:00, PT2H, 2026-03-09T10:00",
        "2026-03-07T16:00, PT0S, 2026-03-07T16:00",
        "2026-03-06T16:59:59, PT1.5S, 2026-03-09T09:00:00.5"
    })
    void workingTimeIsAddedOverBreaksNightsAndWeekends(String from, Duration work, String to) {
        assertThat(OFFICE.add(at(BERLIN, from), work)).isEqualTo(at(BERLIN, to));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00, 2026-03-02T18:00, PT7H",
        "2026-03-02T12:10, 2026-03-02T12:50, PT0S",
        "2026-03-06T16:00, 2026-03-09T10:00, PT2H",
        "2026-03-02T10:00, 2026-03-02T10:00, PT0S"
    })
    void onlyOpenHoursCount(String from, String to, Duration work) {
        assertThat(OFFICE.between(at(BERLIN, from), at(BERLIN, to))).isEqualTo(work);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 2026-03-02T10:00",
        "2026-03-02T12:00, 2026-03-02T13:00",
        "2026-03-06T17:00, 2026-03-09T09:00"
    })
    void theNextOpeningIsNowWhileOpen(String from, String opening) {
        assertThat(OFFICE.nextOpening(at(BERLIN, from))).isEqualTo(at(BERLIN, opening));
    }

    @Test
    void aHolidayIsClosedOrHasItsOwnHours() {
        BusinessCalendar calendar = new BusinessCalendar(
                BERLIN,
                OFFICE.week(),
                Map.of(
                        LocalDate.parse("2026-12-24"), hours("09:00-11:00"),
                        LocalDate.parse("2026-12-25"), List.of(),
                        LocalDate.parse("2026-12-27"), hours("10:00-11:00")));
        assertThat(calendar.add(at(BERLIN, "2026-12-24T08:00"), Duration.ofHours(4)))
                .as("two hours on the 24th, none on the 25th and 26th, one on Sunday, one on Monday")
                .isEqualTo(at(BERLIN, "2026-12-28T10:00"));
        assertThat(calendar.isOpen(at(BERLIN, "2026-12-25T10:00"))).isFalse();
    }

    // ---- the clocks go forward: 2026-03-29, 02:00 is 03:00

    @ParameterizedTest
    @CsvSource({
        "02:00-03:00, PT0S",
        "02:10-02:50, PT0S",
        "02:30-04:00, PT1H",
        "01:30-02:30, PT30M",
        "01:00-04:00, PT2H",
        "00:00-24:00, PT23H"
    })
    void anHourTheClocksSkipIsNotWorked(String hours, Duration work) {
        assertThat(sunday(hours, "2026-03-29")).isEqualTo(work);
    }

    // ---- the clocks go back: 2026-10-25, 03:00 is 02:00

    @ParameterizedTest
    @CsvSource({
        "02:00-03:00, PT2H",
        "02:10-02:50, PT1H20M",
        "02:30-04:00, PT2H",
        "01:30-02:30, PT1H30M",
        "01:00-04:00, PT4H",
        "00:00-24:00, PT25H"
    })
    void anHourTheClocksShowTwiceIsWorkedTwice(String hours, Duration work) {
        assertThat(sunday(hours, "2026-10-25")).isEqualTo(work);
    }

    private static Duration sunday(String hours, String date) {
        BusinessCalendar calendar = daily(BERLIN, 7, hours);
        LocalDate day = LocalDate.parse(date);
        return calendar.between(
                day.atStartOfDay(BERLIN).toInstant(),
                day.plusDays(1).atStartOfDay(BERLIN).toInstant());
    }

    @Test
    void workThatEndsInTheSkippedHourEndsByTheClockThatIsShown() {
        BusinessCalendar night = daily(BERLIN, 7, "00:00-06:00");
        assertThat(night.add(at(BERLIN, "2026-03-29T00:00"), Duration.ofMinutes(150)))
                .isEqualTo(at(BERLIN, "2026-03-29T03:30"));
        assertThat(night.add(at(BERLIN, "2026-10-25T00:00"), Duration.ofMinutes(210)))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void hoursThatMeetAtMidnightAreOneShift() {
        BusinessCalendar night = daily(BERLIN, 7, "22:00-24:00", "00:00-06:00");
        assertThat(night.between(at(BERLIN, "2026-03-02T12:00"), at(BERLIN, "2026-03-03T12:00")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(night.add(at(BERLIN, "2026-03-02T23:00"), Duration.ofHours(2)))
                .isEqualTo(at(BERLIN, "2026-03-03T01:00"));
        assertThat(night.isOpen(at(BERLIN, "2026-03-03T00:00"))).isTrue();
    }

    @Test
    void aChangeAMinuteAfterMidnightGoesBackToTheDayBefore() {
        ZoneId zone = ZoneId.of("America/St_Johns");
        BusinessCalendar late = daily(zone, 7, "23:00-24:00");
        assertThat(late.between(at(zone, "2010-11-06T12:00"), at(zone, "2010-11-07T12:00")))
                .as("23:00 to 24:00, a minute of the next day, and 59 minutes of 23 o'clock again")
                .isEqualTo(Duration.ofMinutes(119));
    }

    @Test
    void aDateThatAZoneSkipsIsNotWorked() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        BusinessCalendar daily = daily(apia, 7, "09:00-17:00");
        assertThat(daily.between(at(apia, "2011-12-29T00:00"), at(apia, "2012-01-01T00:00")))
                .as("the 29th and the 31st; there was no 30th")
                .isEqualTo(Duration.ofHours(16));
    }

    @Test
    void monthsEndWhereTheyEnd() {
        BusinessCalendar daily = daily(BERLIN, 7, "09:00-10:00");
        assertThat(daily.between(at(BERLIN, "2028-02-01T00:00"), at(BERLIN, "2028-03-01T00:00")))
                .as("a leap year")
                .isEqualTo(Duration.ofHours(29));
        assertThat(daily.between(at(BERLIN, "2026-02-01T00:00"), at(BERLIN, "2026-03-01T00:00")))
                .isEqualTo(Duration.ofHours(28));
        assertThat(daily.add(at(BERLIN, "2026-01-31T09:30"), Duration.ofHours(1)))
                .isEqualTo(at(BERLIN, "2026-02-01T09:30"));
        assertThat(daily.add(at(BERLIN, "2028-02-28T09:30"), Duration.ofHours(1)))
                .isEqualTo(at(BERLIN, "2028-02-29T09:30"));
    }

    @Test
    void zonesAsFarApartAsTheyGetAreOnDifferentDays() {
        BusinessCalendar east = office(ZoneId.of("+14:00"), "09:00-17:00");
        BusinessCalendar west = office(ZoneId.of("-14:00"), "09:00-17:00");
        Instant sunday = Instant.parse("2026-03-01T19:00:00Z");
        assertThat(east.isOpen(sunday)).as("Monday 09:00 there").isTrue();
        assertThat(west.nextOpening(sunday)).isEqualTo(sunday.plus(Duration.ofHours(28)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "UTC", "+14:00", "-14:00", "America/Sao_Paulo"})
    void aroundTheClockWorkingTimeIsTime(String zone) {
        BusinessCalendar always = BusinessCalendar.always(ZoneId.of(zone));
        Instant from = Instant.parse("2017-01-31T23:59:59.123456789Z");
        Duration time = Duration.ofDays(1_000).plusNanos(7);
        assertThat(always.add(from, time)).isEqualTo(from.plus(time));
        assertThat(always.between(from, from.plus(time))).isEqualTo(time);
        assertThat(always.nextOpening(from)).isEqualTo(from);
    }

    @Test
    void aCalendarThatNeverOpensIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar(BERLIN, Map.of(), Map.of(LocalDate.EPOCH, hours("00:00-24:00"))))
                .withMessage("a week has less than 60 open minutes");
        assertThatIllegalArgumentException().isThrownBy(() -> daily(BERLIN, 1, "09:00-09:59"));
        assertThat(daily(BERLIN, 1, "09:00-10:00").isOpen(at(BERLIN, "2026-03-02T09:00")))
                .isTrue();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office(BERLIN, "12:00-14:00", "09:00-12:01"))
                .withMessage("09:00-12:01 and 12:00-14:00 overlap");
        Map<LocalDate, List<OpenHours>> holidays = LongStream.rangeClosed(0, BusinessCalendar.HOLIDAYS_MAX)
                .boxed()
                .collect(Collectors.toMap(LocalDate::ofEpochDay, _ -> List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar(BERLIN, OFFICE.week(), holidays))
                .withMessage("1001 holidays are more than 1000");
        Instant now = Instant.EPOCH;
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.between(now, now.minusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.between(now, now.plus(Duration.ofDays(36_526))));
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.add(now, Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.add(now, Duration.ofDays(36_525)))
                .withMessageContaining("not within 36525 days");
    }

    @Test
    void piecesMayBeWrittenInAnyOrder() {
        assertThat(office(BERLIN, "13:00-17:00", "09:00-12:00")).isEqualTo(OFFICE);
        assertThat(OFFICE.week().get(DayOfWeek.MONDAY)).hasToString("[09:00-12:00, 13:00-17:00]");
    }
}
