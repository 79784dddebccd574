package dev.parley.core.hours;

import static dev.parley.core.hours.Contracts.APRIL;
import static dev.parley.core.hours.Contracts.MARCH;
import static dev.parley.core.hours.Contracts.WORK;
import static dev.parley.core.hours.Contracts.allowed;
import static dev.parley.core.hours.Contracts.group;
import static dev.parley.core.hours.Contracts.refused;
import static dev.parley.core.hours.Contracts.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.CycleCalendar;
import dev.parley.core.contract.Term;
import dev.parley.core.customer.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H-14 and H-18: whole minutes, and whose cycle they belong to. */
class TimeEntryTest {
    private static final Instant NEVER_INVOICED = Instant.EPOCH;
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-20T10:00:00Z, 2026-03-20T10:25:00Z, 25",
        "2026-03-20T10:00:59Z, 2026-03-20T10:25:00Z, 25",
        "2026-03-20T10:00:00Z, 2026-03-20T10:25:59.9Z, 25",
        "2026-03-20T10:00:59Z, 2026-03-20T10:01:00Z, 1",
        "2026-03-20T10:00:00Z, 2026-03-21T10:00:59Z, 1440"
    })
    void h18AStopwatchCountsFromMinuteToMinute(Instant started, Instant stopped, long minutes) {
        var entry = allowed(TimeEntry.stopped(WORK, started, stopped));
        assertThat(entry.minutes()).isEqualTo(minutes);
        assertThat(entry.start()).isEqualTo("2026-03-20T10:00:00Z");
    }

    @Test
    void h18StoppingAndGoingOnAtOnceNeitherAddsNorLosesAMinute() {
        var random = new Random(18);
        for (var i = 0; i < 5_000; i++) {
            var start = Instant.ofEpochSecond(random.nextLong(2_000_000_000), random.nextInt(1_000_000_000));
            var middle = start.plusMillis(60_000 + random.nextLong(36_000_000));
            var end = middle.plusMillis(60_000 + random.nextLong(36_000_000));
            assertThat(minutes(start, middle) + minutes(middle, end)).isEqualTo(minutes(start, end));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10:00:00, 09:00:00, it was stopped before it was started, check the two times",
        "10:00:01, 10:00:59, it was stopped within a minute, enter by hand what was worked before"
    })
    void h18AStopwatchWithoutAMinuteIsRefused(String started, String stopped, String wrong, String right) {
        assertThat(TimeEntry.stopped(
                        WORK,
                        Instant.parse("2026-03-20T" + started + "Z"),
                        Instant.parse("2026-03-20T" + stopped + "Z")))
                .isEqualTo(refused(wrong, right));
    }

    @Test
    void aForgottenStopwatchIsNotWork() {
        var refused = refused(
                "1441 minutes are more than a day", "enter what was really worked, at most 1440 minutes at once");
        assertThat(TimeEntry.stopped(
                        WORK, Instant.parse("2026-03-20T10:00:00Z"), Instant.parse("2026-03-21T10:01:00Z")))
                .isEqualTo(refused);
        assertThat(TimeEntry.byHand(WORK, Instant.parse("2026-03-20T10:00:00Z"), 1_441, NOW))
                .isEqualTo(refused);
    }

    @Test
    void h18TimeByHandIsWholeMinutesOfThePast() {
        var start = Instant.parse("2026-03-20T10:00:30Z");
        var entry = allowed(TimeEntry.byHand(WORK, start, 90, Instant.parse("2026-03-20T11:30:00Z")));
        assertThat(entry).isEqualTo(new TimeEntry(WORK, Instant.parse("2026-03-20T10:00:00Z"), 90));
        assertThat(entry.end()).isEqualTo("2026-03-20T11:30:00Z");
        assertThat(TimeEntry.byHand(WORK, start, 90, Instant.parse("2026-03-20T11:29:59Z")))
                .isEqualTo(refused("the work would end after now", "enter time once it was worked"));
        assertThat(TimeEntry.byHand(WORK, start, 0, NOW))
                .isEqualTo(refused("0 minutes are no time", "enter 1 minute or more"));
    }

    @Test
    void anEntryThatMakesNoSenseCannotBeMade() {
        var start = Instant.parse("2026-03-20T10:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeEntry(WORK, start, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeEntry(WORK, start, 1_441));
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeEntry(WORK, start.plusSeconds(1), 1));
    }

    @Test
    void h14AnEntryOverTheEndOfACycleIsSplitThere() {
        var contract = Contracts.of(terms(600), 12);
        var entry = entry("2026-04-14T21:30:00Z", 75);
        assertThat(Piece.of(contract, entry, NOW, NEVER_INVOICED))
                .containsExactly(
                        new Piece(in(contract, "2026-03-20T10:00:00Z", MARCH), entry.start(), 30, false),
                        new Piece(
                                in(contract, "2026-04-20T10:00:00Z", APRIL),
                                Instant.parse("2026-04-14T22:00:00Z"),
                                45,
                                false));
    }

    @Test
    void h14InAGroupTheCyclesAreSplitAndTheHoursAreThoseOfBoth() {
        var contract = allowed(Contracts.of(terms(600), 12).grouped(group(MARCH, "2026-03-20T10:00:00Z")));
        var pieces = Piece.of(contract, entry("2026-04-14T21:30:00Z", 75), NOW, NEVER_INVOICED);
        assertThat(pieces)
                .extracting(Piece::place)
                .containsExactly(
                        in(contract, "2026-03-20T10:00:00Z", MARCH), in(contract, "2026-03-20T10:00:00Z", APRIL));
    }

    @Test
    void h05WorkBeforeAndAfterTheContractIsOnDemand() {
        var contract = Contracts.of(terms(600), 1);
        var onDemand = new Place.OnDemand("contract C-1 does not run at that time");
        assertThat(Piece.of(contract, entry("2026-03-14T22:50:00Z", 30), NOW, NEVER_INVOICED))
                .containsExactly(
                        new Piece(onDemand, Instant.parse("2026-03-14T22:50:00Z"), 10, false),
                        new Piece(
                                in(contract, "2026-03-20T10:00:00Z", MARCH),
                                Instant.parse("2026-03-14T23:00:00Z"),
                                20,
                                false));
        assertThat(Piece.of(contract, entry("2026-04-14T21:50:00Z", 30), NOW, NEVER_INVOICED))
                .last()
                .isEqualTo(new Piece(onDemand, Instant.parse("2026-04-14T22:00:00Z"), 20, false));
    }

    @Test
    void h14TimeOfAnInvoicedCycleGoesToTheCurrentOneAsAnAdjustment() {
        var contract = Contracts.of(terms(600), 12);
        var invoiced = Instant.parse("2026-04-14T22:00:00Z");
        var now = Instant.parse("2026-05-20T10:00:00Z");
        var may = in(contract, "2026-05-20T10:00:00Z", YearMonth.of(2026, 5));
        assertThat(Piece.of(contract, entry("2026-04-14T21:30:00Z", 75), now, invoiced))
                .containsExactly(
                        new Piece(may, Instant.parse("2026-04-14T21:30:00Z"), 30, true),
                        new Piece(in(contract, "2026-04-20T10:00:00Z", APRIL), invoiced, 45, false));
    }

    @Test
    void h14h05WhatIsEnteredAfterTheLastInvoiceOfAContractIsOnDemand() {
        var contract = Contracts.of(terms(600), 1);
        var end = contract.contract().end().orElseThrow();
        assertThat(Piece.of(contract, entry("2026-03-20T10:00:00Z", 30), NOW, end))
                .containsExactly(new Piece(
                        new Place.OnDemand("contract C-1 has ended, and its last cycle is invoiced"),
                        Instant.parse("2026-03-20T10:00:00Z"),
                        30,
                        true));
    }

    @Test
    void h01LateWorkThatThePackageDoesNotIncludeStaysOnDemand() {
        var contract = Contracts.of(terms(600, Set.of(WorkKind.TRAINING)), 12);
        assertThat(Piece.of(
                        contract,
                        entry("2026-03-20T10:00:00Z", 30),
                        Instant.parse("2026-05-20T10:00:00Z"),
                        Instant.parse("2026-04-14T22:00:00Z")))
                .containsExactly(new Piece(
                        new Place.OnDemand("contract C-1 does not include this kind of work"),
                        Instant.parse("2026-03-20T10:00:00Z"),
                        30,
                        false));
    }

    @Test
    void h14NoMinuteOfAnEntryIsLostOrCountedTwice() {
        var random = new Random(14);
        var zones = List.of("Europe/Berlin", "America/St_Johns", "+14:00", "-14:00", "Asia/Kathmandu");
        for (var i = 0; i < 5_000; i++) {
            var first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
            var contract = Contracts.active(Contract.begin(
                    "C-1",
                    new CustomerId("packages", 7),
                    new CycleCalendar(1 + random.nextInt(31), ZoneId.of(zones.get(random.nextInt(zones.size())))),
                    new Term(first, 1 + random.nextInt(3)),
                    terms(600)));
            var start = contract.contract().start().plusSeconds(60L * random.nextLong(-2_000, 120_000));
            var entry = new TimeEntry(WORK, start, 1 + random.nextLong(1_440));
            var at = start;
            for (var piece : Piece.of(contract, entry, NOW, NEVER_INVOICED)) {
                assertThat(piece.start()).isEqualTo(at);
                var last = at.plusSeconds(60 * piece.minutes() - 1);
                assertThat(contract.placeOf(WORK.kind(), at)).isEqualTo(piece.place());
                assertThat(contract.placeOf(WORK.kind(), last)).isEqualTo(piece.place());
                at = last.plusSeconds(1);
            }
            assertThat(at).isEqualTo(entry.end());
        }
    }

    @Test
    void h18AMinuteCutByTheEndOfACycleGoesWholeToTheNext() {
        var contract = Contracts.active(Contract.begin(
                "C-1",
                new CustomerId("packages", 7),
                new CycleCalendar(15, ZoneId.of("+00:00:30")),
                new Term(LocalDate.of(2026, 3, 15), null),
                terms(600)));
        assertThat(contract.contract().calendar().cycle(APRIL).start()).isEqualTo("2026-04-14T23:59:30Z");
        assertThat(Piece.of(contract, entry("2026-04-14T23:59:00Z", 1), NOW, NEVER_INVOICED))
                .containsExactly(new Piece(
                        in(contract, "2026-04-20T10:00:00Z", APRIL), Instant.parse("2026-04-14T23:59:30Z"), 1, false));
    }

    private static Place in(HoursContract contract, String poolAt, YearMonth month) {
        return new Place.InPackage(contract.poolAt(Instant.parse(poolAt)).orElseThrow(), month);
    }

    private static TimeEntry entry(String start, long minutes) {
        return new TimeEntry(WORK, Instant.parse(start), minutes);
    }

    private static long minutes(Instant from, Instant to) {
        return allowed(TimeEntry.stopped(WORK, from, to)).minutes();
    }
}
