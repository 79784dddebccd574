package dev.parley.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every calendar, zone and moment; around the days on which clocks change more often than not. */
class AnyCalendarTest {
    private static final int CALENDARS = 400;

    /** Around these the clocks of some zone change, a month or a leap day ends, or a date is skipped. */
    private static final List<String> TROUBLE = List.of(
            "2026-03-28T12:00:00Z",
            "2026-10-24T12:00:00Z",
            "2026-03-07T12:00:00Z",
            "2026-10-31T12:00:00Z",
            "2010-11-06T12:00:00Z",
            "2018-02-17T12:00:00Z",
            "2018-11-03T12:00:00Z",
            "2026-04-04T00:00:00Z",
            "2011-12-29T12:00:00Z",
            "2028-02-28T00:00:00Z",
            "2026-02-28T00:00:00Z",
            "2026-12-31T00:00:00Z");

    private final Random random = new Random(20260322);

    @Test
    void workingTimeIsTheMinutesTheWallClockShowsOpen() {
        forAll((calendar, from) -> {
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(4_000)));
            long open = 0;
            for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
                open += calendar.isOpen(at) ? 1 : 0;
            }
            assertThat(calendar.between(from, to)).isEqualTo(Duration.ofMinutes(open));
        });
    }

    @Test
    void piecesAddUpToTheWhole() {
        forAll((calendar, from) -> {
            Instant at = from;
            Duration sum = Duration.ZERO;
            for (int i = 0; i < 20; i++) {
                Instant next = at.plusNanos(random.nextLong(36_000_000_000_000L));
                sum = sum.plus(calendar.between(at, next));
                at = next;
            }
            assertThat(sum).isEqualTo(calendar.between(from, at));
        });
    }

    @Test
    void countingUndoesAdding() {
        forAll((calendar, from) -> {
            Duration work = work();
            Instant end = calendar.add(from, work);
            assertThat(calendar.between(from, end)).isEqualTo(work);
            assertThat(calendar.isOpen(end.minusNanos(1)))
                    .as("the first such moment")
                    .isTrue();
        });
    }

    @Test
    void addingUndoesCountingUpToHoursThatAreClosed() {
        forAll((calendar, from) -> {
            Instant to = from.plusNanos(random.nextLong(400_000_000_000_000L));
            Instant end = calendar.add(from, calendar.between(from, to));
            assertThat(end).isBeforeOrEqualTo(to);
            assertThat(calendar.between(end, to)).isEqualTo(Duration.ZERO);
        });
    }

    @Test
    void workInTwoPiecesEndsWhenTheWholeDoes() {
        forAll((calendar, from) -> {
            Duration first = work();
            Duration second = work();
            assertThat(calendar.add(calendar.add(from, first), second))
                    .isEqualTo(calendar.add(from, first.plus(second)));
        });
    }

    @Test
    void moreWorkEndsLaterAndALaterBeginNeverEndsEarlier() {
        forAll((calendar, from) -> {
            Duration work = work();
            Instant end = calendar.add(from, work);
            assertThat(calendar.add(from, work.plusNanos(1))).isAfter(end);
            assertThat(calendar.add(from.plusNanos(random.nextLong(90_000_000_000_000L)), work))
                    .isAfterOrEqualTo(end);
        });
    }

    @Test
    void nothingIsWorkedBeforeTheNextOpening() {
        forAll((calendar, from) -> {
            Instant opening = calendar.nextOpening(from);
            assertThat(calendar.isOpen(opening)).isTrue();
            assertThat(calendar.between(from, opening)).isEqualTo(Duration.ZERO);
            assertThat(calendar.isOpen(from)).isEqualTo(opening.equals(from));
        });
    }

    private Duration work() {
        return Duration.ofNanos(1 + random.nextLong(100_000_000_000_000L));
    }

    private void forAll(BiConsumer<BusinessCalendar, Instant> property) {
        for (int i = 0; i < CALENDARS; i++) {
            ZoneId zone = ZoneId.of(Calendars.ZONES.get(i % Calendars.ZONES.size()));
            Instant from = Instant.parse(TROUBLE.get(random.nextInt(TROUBLE.size())))
                    .plus(Duration.ofMinutes(random.nextInt(-1_440, 1_440)));
            property.accept(Calendars.random(random, zone, from), from);
        }
    }
}
