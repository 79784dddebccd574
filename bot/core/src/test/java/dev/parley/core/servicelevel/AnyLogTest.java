package dev.parley.core.servicelevel;

import static dev.parley.core.servicelevel.Logs.DESK;
import static dev.parley.core.servicelevel.Logs.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every log and moment; among them the weekends on which the clocks change. */
class AnyLogTest {
    private static final int LOGS = 300;
    private static final List<String> BEGINS =
            List.of("2026-03-27T16:30", "2026-10-23T16:30", "2026-01-30T10:00", "2028-02-28T10:00", "2026-12-31T23:59");

    private final Random random = new Random(7);

    @Test
    void stretchesTileTheRoundAndAddUpToWhatElapsed() {
        forAll((log, now) -> {
            for (Deadline deadline : deadlines(log, now)) {
                List<Stretch> stretches = deadline.stretches();
                for (int i = 1; i < stretches.size(); i++) {
                    assertThat(stretches.get(i).from())
                            .isEqualTo(stretches.get(i - 1).to());
                }
                assertThat(stretches.getLast().to()).isEqualTo(deadline.now());
                assertThat(deadline.elapsed())
                        .isLessThanOrEqualTo(deadline.terms()
                                .calendar()
                                .between(stretches.getFirst().from(), deadline.now()));
                assertThat(deadline.elapsed())
                        .isEqualTo(deadline.terms()
                                .target()
                                .minus(deadline.remaining())
                                .plus(deadline.overdue()));
            }
        });
    }

    @Test
    void whatElapsedNeverShrinksWhileNothingHappens() {
        forAll((log, now) -> {
            Instant later = now.plusNanos(random.nextLong(400_000_000_000_000L));
            for (Promise promise : Promise.values()) {
                Deadline before = DESK.latest(log, promise, now).orElseThrow();
                Deadline after = DESK.latest(log, promise, later).orElseThrow();
                assertThat(after.elapsed()).isGreaterThanOrEqualTo(before.elapsed());
                if (before.verdict() == Verdict.BREACHED) {
                    assertThat(after.verdict()).isEqualTo(Verdict.BREACHED);
                    assertThat(after.dueAt()).isEqualTo(before.dueAt());
                }
            }
        });
    }

    @Test
    void whatRunsIsLateExactlyFromTheMomentItIsDue() {
        forAll((log, now) -> {
            for (Promise promise : Promise.values()) {
                Deadline deadline = DESK.latest(log, promise, now).orElseThrow();
                if (deadline.stand() instanceof Stand.Running && deadline.verdict() != Verdict.BREACHED) {
                    Instant due = deadline.dueAt();
                    assertThat(verdict(log, promise, due)).isEqualTo(Verdict.BREACHED);
                    assertThat(verdict(log, promise, due.minusNanos(1))).isNotEqualTo(Verdict.BREACHED);
                }
            }
        });
    }

    @Test
    void looksAtAnyTimesAnyNumberOfTimesGiveTheSameAsOne() {
        forAll((log, now) -> {
            Look once = look(log, now);
            Set<Look.Notice> told = new HashSet<>();
            for (int i = 0; i < 5; i++) {
                told.addAll(look(log, now).due());
            }
            assertThat(told).containsExactlyInAnyOrderElementsOf(once.due());
            assertThat(once.due()).extracting(Look.Notice::key).doesNotHaveDuplicates();
            assertThat(once.due()).extracting(Look.Notice::at).isSorted();
            assertThat(once.due()).allMatch(notice -> !notice.at().isAfter(end(log, now)));
        });
    }

    @Test
    void theNextLookFindsSomethingAndAMomentEarlierDoesNot() {
        forAll((log, now) -> {
            Look look = look(log, now);
            Instant next = look.next();
            if (next != null) {
                assertThat(next).isAfter(now);
                assertThat(look(log, next.minusNanos(1)).due()).isEqualTo(look.due());
                assertThat(new ArrayList<>(look(log, next).due())).isNotEqualTo(look.due());
            }
        });
    }

    @Test
    void theLinesOfAnExplanationAddUpToItsSum() {
        forAll((log, now) -> {
            for (Deadline deadline : deadlines(log, now)) {
                List<String> lines = deadline.explain();
                long sum = lines.stream()
                        .filter(line -> line.startsWith("running"))
                        .mapToLong(AnyLogTest::minutes)
                        .sum();
                assertThat(lines.getLast()).startsWith(Words.of(Duration.ofMinutes(sum)) + " of ");
            }
        });
    }

    private static long minutes(String line) {
        String counted = line.substring(line.lastIndexOf(": ") + 2, line.lastIndexOf(" counted"));
        long minutes = 0;
        String[] words = counted.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            minutes += Long.parseLong(words[i]) * (words[i + 1].equals("h") ? 60 : 1);
        }
        return minutes;
    }

    private static List<Deadline> deadlines(TicketLog log, Instant now) {
        List<Deadline> deadlines = new ArrayList<>(DESK.all(log, Promise.RESOLUTION, now));
        deadlines.addAll(DESK.all(log, Promise.FIRST_RESPONSE, now));
        return deadlines;
    }

    private static Verdict verdict(TicketLog log, Promise promise, Instant now) {
        return DESK.latest(log, promise, now).orElseThrow().verdict();
    }

    private static Look look(TicketLog log, Instant now) {
        return DESK.latest(log, Promise.RESOLUTION, now).orElseThrow().look();
    }

    private static Instant end(TicketLog log, Instant now) {
        return DESK.latest(log, Promise.RESOLUTION, now).orElseThrow().now();
    }

    private void forAll(BiConsumer<TicketLog, Instant> property) {
        for (int i = 0; i < LOGS; i++) {
            Instant from = at(BEGINS.get(random.nextInt(BEGINS.size())));
            TicketLog log = Logs.random(random, from);
            Instant last =
                    log.events().isEmpty() ? from : log.events().getLast().at();
            property.accept(log, last.plusNanos(random.nextLong(200_000_000_000_000L)));
        }
    }
}
