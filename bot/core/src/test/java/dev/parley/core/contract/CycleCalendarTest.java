package dev.parley.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H-14 and P-16: where a contract's months begin and end. */
class CycleCalendarTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC,
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Africa/Cairo"),
            ZoneId.of("Asia/Beirut"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Pacific/Kiritimati"),
            ZoneOffset.ofHours(14),
            ZoneOffset.ofHours(-14));

    @ParameterizedTest
    @CsvSource({
        "31, 2026-01, 2026-01-31",
        "31, 2026-02, 2026-02-28",
        "31, 2028-02, 2028-02-29",
        "31, 2026-03, 2026-03-31",
        "31, 2026-04, 2026-04-30",
        "30, 2026-02, 2026-02-28",
        "30, 2026-03, 2026-03-30",
        "29, 2027-02, 2027-02-28",
        "29, 2028-02, 2028-02-29",
        "29, 2100-02, 2100-02-28",
        "1, 2026-02, 2026-02-01"
    })
    void h14AMonthTooShortForTheAnchorDayBeginsOnItsLastDay(int anchor, String month, String day) {
        assertThat(new CycleCalendar(anchor, ZoneOffset.UTC).firstDay(YearMonth.parse(month)))
                .isEqualTo(LocalDate.parse(day));
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks forward on 29 March: the month is an hour short. Back on 25 October: an hour long.
        "Europe/Berlin, 15, 2026-03, 2026-03-14T23:00:00Z, 2026-04-14T22:00:00Z",
        "Europe/Berlin, 15, 2026-10, 2026-10-14T22:00:00Z, 2026-11-14T23:00:00Z",
        "Europe/Berlin, 29, 2026-03, 2026-03-28T23:00:00Z, 2026-04-28T22:00:00Z",
        "Europe/Berlin, 25, 2026-10, 2026-10-24T22:00:00Z, 2026-11-24T23:00:00Z",
        "America/New_York, 8, 2026-03, 2026-03-08T05:00:00Z, 2026-04-08T04:00:00Z",
        "Pacific/Kiritimati, 31, 2026-02, 2026-02-27T10:00:00Z, 2026-03-30T10:00:00Z",
        "-14:00, 1, 2026-02, 2026-02-01T14:00:00Z, 2026-03-01T14:00:00Z",
        // There was no midnight on that day: clocks went from 23:59:59 to 01:00.
        "America/Sao_Paulo, 4, 2018-11, 2018-11-04T03:00:00Z, 2018-12-04T02:00:00Z",
        // There was no such day at all: the islands changed sides of the date line.
        "Pacific/Apia, 30, 2011-12, 2011-12-30T10:00:00Z, 2012-01-29T10:00:00Z"
    })
    void h14CyclesBeginAtTheFirstInstantOfTheirDay(String zone, int anchor, String month, Instant start, Instant end) {
        var cycle = new CycleCalendar(anchor, ZoneId.of(zone)).cycle(YearMonth.parse(month));
        assertThat(cycle).isEqualTo(new Cycle(YearMonth.parse(month), start, end));
    }

    @Test
    void h14AMonthThatBeganStaysBegunWhenTheClockGoesBackOverMidnight() {
        // At 00:01 of the 1st the clocks there went back to 23:01 of the 31st.
        var calendar = new CycleCalendar(1, ZoneId.of("America/St_Johns"));
        var november = calendar.cycle(YearMonth.of(2009, 11));
        assertThat(november.start()).isEqualTo(Instant.parse("2009-11-01T02:30:00Z"));
        var showsOctober = Instant.parse("2009-11-01T02:45:00Z");
        assertThat(LocalDate.ofInstant(showsOctober, calendar.zone())).isEqualTo("2009-10-31");
        assertThat(calendar.cycleAt(showsOctober)).isEqualTo(november);
    }

    @Test
    void p16AMonthOfPointsIsACalendarMonthInTheContractsZone() {
        var calendar = CycleCalendar.calendarMonths(ZoneId.of("Pacific/Auckland"));
        assertThat(calendar.cycleAt(Instant.parse("2026-06-30T11:59:59Z")).month())
                .isEqualTo(YearMonth.of(2026, 6));
        assertThat(calendar.cycleAt(Instant.parse("2026-06-30T12:00:00Z")).month())
                .isEqualTo(YearMonth.of(2026, 7));
    }

    @Test
    void h14CyclesTileTheTimeLine() {
        for (var zone : ZONES) {
            for (var anchor = 1; anchor <= 31; anchor++) {
                var calendar = new CycleCalendar(anchor, zone);
                var month = YearMonth.of(2008, 1);
                for (var i = 0; i < 12 * 24; i++, month = month.plusMonths(1)) {
                    var cycle = calendar.cycle(month);
                    assertThat(cycle.end())
                            .isEqualTo(calendar.cycle(month.plusMonths(1)).start());
                    assertThat(calendar.cycleAt(cycle.start())).isEqualTo(cycle);
                    assertThat(calendar.cycleAt(cycle.end().minusNanos(1))).isEqualTo(cycle);
                }
            }
        }
    }

    @Test
    void h14EveryInstantLiesInExactlyOneCycle() {
        var random = new Random(14);
        var from = Instant.parse("2005-01-01T00:00:00Z").getEpochSecond();
        var to = Instant.parse("2045-01-01T00:00:00Z").getEpochSecond();
        for (var i = 0; i < 50_000; i++) {
            var calendar = new CycleCalendar(1 + random.nextInt(31), ZONES.get(random.nextInt(ZONES.size())));
            var at = Instant.ofEpochSecond(random.nextLong(from, to), random.nextInt(1_000_000_000));
            var cycle = calendar.cycleAt(at);
            assertThat(cycle.contains(at))
                    .as("%s in %s of %s", at, cycle, calendar)
                    .isTrue();
            assertThat(cycle).isEqualTo(calendar.cycle(cycle.month()));
            assertThat(calendar.cycle(cycle.month().minusMonths(1)).contains(at))
                    .isFalse();
            assertThat(calendar.cycle(cycle.month().plusMonths(1)).contains(at)).isFalse();
        }
    }

    @Test
    void aCycleOrAnchorThatMakesNoSenseCannotBeMade() {
        var at = Instant.EPOCH;
        assertThatIllegalArgumentException().isThrownBy(() -> new CycleCalendar(0, ZoneOffset.UTC));
        assertThatIllegalArgumentException().isThrownBy(() -> new CycleCalendar(32, ZoneOffset.UTC));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cycle(YearMonth.of(2026, 1), at, at));
    }
}
