package dev.parley.core.hours;

import static dev.parley.core.hours.Contracts.APRIL;
import static dev.parley.core.hours.Contracts.FREELY;
import static dev.parley.core.hours.Contracts.MARCH;
import static dev.parley.core.hours.Contracts.RATE;
import static dev.parley.core.hours.Contracts.group;
import static dev.parley.core.hours.Contracts.pool;
import static dev.parley.core.hours.Contracts.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.hours.HourNotice.Kind;
import dev.parley.core.hours.Meter.Next;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H-10 to H-13 and H-17: package first, then overage as agreed, and what is told when. */
class MeterTest {
    private static final Overage ASKED = new Overage(RATE, null, true);
    private static final Overage CAPPED = new Overage(RATE, 60L, false);
    private static final Overage ASKED_AND_CAPPED = new Overage(RATE, 60L, true);

    @Test
    void h10MoreThanThePackageIsPossibleAndBilledByItself() {
        var charge = meter(FREELY, 600).add(90);
        assertThat(charge.inPackage()).isZero();
        assertThat(charge.over()).isEqualTo(90);
        assertThat(charge.open()).isZero();
        assertThat(charge.after().over()).isEqualTo(90);
    }

    @Test
    void h11AnEntryThatCrossesTheRemainderIsSplit() {
        var charge = meter(FREELY, 580).add(50);
        assertThat(charge.inPackage()).isEqualTo(20);
        assertThat(charge.over()).isEqualTo(30);
        assertThat(charge.after().left()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 479, ''",
        "0, 480, USED_80",
        "479, 1, USED_80",
        "480, 89, ''",
        "480, 90, USED_95",
        "569, 1, USED_95",
        "570, 29, ''",
        "570, 30, USED_100",
        "599, 90, USED_100",
        "600, 90, ''",
        "0, 600, USED_80 USED_95 USED_100",
        "470, 120, USED_80 USED_95"
    })
    void h12ANoticeIsDueAtEightyNinetyFiveAndAHundredPercent(long used, long minutes, String kinds) {
        assertThat(meter(FREELY, used).add(minutes).notices())
                .extracting(n -> n.kind().name())
                .containsExactly(kinds.isEmpty() ? new String[0] : kinds.split(" "));
    }

    @Test
    void h12WhatIsToBeToldSaysAlsoWhatTheNextMinuteMeans() {
        assertThat(told(FREELY, 470, 20)).containsExactly(Kind.USED_80);
        assertThat(told(FREELY, 590, 10)).containsExactly(Kind.USED_100, Kind.OVERAGE_BEGINS);
        assertThat(told(ASKED, 590, 10)).containsExactly(Kind.USED_100, Kind.OVERAGE_ASKED);
        assertThat(told(CAPPED, 590, 70)).containsExactly(Kind.USED_100, Kind.CAP_REACHED);
    }

    private static List<Kind> told(Overage overage, long used, long minutes) {
        return Meter.news(meter(overage, used).add(minutes)).stream()
                .map(news -> news.notice().kind())
                .toList();
    }

    @Test
    void h12NewsOfOneCycleAreAlikeAndOfTwoAreNot() {
        var one = Meter.news(meter(FREELY, 470).add(20)).getFirst();
        var same = Meter.news(meter(FREELY, 590).add(10)).getFirst();
        var april = new HourNotice.News(one.notice(), new Meter(pool(600), APRIL, FREELY, 0, 0, 0));
        var other = new HourNotice.News(one.notice(), new Meter(pool(700), MARCH, FREELY, 0, 0, 0));
        assertThat(one.alike(same)).isTrue();
        assertThat(one.alike(april)).isFalse();
        assertThat(one.alike(other)).isFalse();
    }

    @Test
    void h12ANoticeHasOneKeyForEachPoolAndThreshold() {
        assertThat(meter(FREELY, 0).add(600).notices())
                .extracting(HourNotice::key)
                .containsExactly("C-1:2026-03:USED_80", "C-1:2026-03:USED_95", "C-1:2026-03:USED_100");
        var grouped = Contracts.allowed(Contracts.of(terms(600), 12).grouped(group(MARCH, "2026-03-20T10:00:00Z")));
        var pool = grouped.poolAt(Instant.parse("2026-03-20T10:00:00Z")).orElseThrow();
        assertThat(new Meter(pool, MARCH, FREELY, 900, 0, 0).add(60).notices())
                .containsExactly(new HourNotice(Kind.USED_80, "C-1:2026-03+1:USED_80"));
    }

    @ParameterizedTest
    @CsvSource({"0, 480", "479, 1", "480, 90", "570, 30", "599, 1"})
    void h12BeforeTheNextThresholdThereIsNothingToLookAfter(long used, long look) {
        assertThat(meter(FREELY, used).next()).isEqualTo(new Next.OnPackage(600 - used, look));
        assertThat(meter(FREELY, used).add(look).notices()).hasSize(1);
        if (look > 1) {
            assertThat(meter(FREELY, used).add(look - 1).notices()).isEmpty();
        }
    }

    @Test
    void h12TheCustomerIsToldBeforeTheFirstMinuteOver() {
        assertThat(meter(FREELY, 600).next())
                .isEqualTo(new Next.Over(
                        Long.MAX_VALUE, new HourNotice(Kind.OVERAGE_BEGINS, "C-1:2026-03:2026-03:OVERAGE_BEGINS")));
    }

    @Test
    void h12WhereWeAskFirstNoMinuteOverIsBilledWithoutAYes() {
        var full = meter(ASKED, 600);
        assertThat(full.next())
                .isEqualTo(
                        new Next.AskFirst(new HourNotice(Kind.OVERAGE_ASKED, "C-1:2026-03:2026-03:0:OVERAGE_ASKED")));
        assertThat(full.add(30).over()).isZero();
        assertThat(full.add(30).open()).isEqualTo(30);

        var agreed = full.agree(20);
        assertThat(agreed.next()).isInstanceOf(Next.Over.class);
        assertThat(agreed.add(30).over()).isEqualTo(20);
        assertThat(agreed.add(30).open()).isEqualTo(10);
        assertThat(agreed.add(20).after().next())
                .isEqualTo(
                        new Next.AskFirst(new HourNotice(Kind.OVERAGE_ASKED, "C-1:2026-03:2026-03:20:OVERAGE_ASKED")));
    }

    @Test
    void h12WorkStopsAtTheCap() {
        var charge = meter(CAPPED, 590).add(100);
        assertThat(charge.inPackage()).isEqualTo(10);
        assertThat(charge.over()).isEqualTo(60);
        assertThat(charge.open()).isEqualTo(30);
        assertThat(charge.after().next())
                .isEqualTo(new Next.Stop(new HourNotice(Kind.CAP_REACHED, "C-1:2026-03:2026-03:CAP_REACHED")));
        assertThat(charge.after().agree(30).next()).isInstanceOf(Next.Stop.class);
    }

    @Test
    void h12AYesNeverReachesBeyondTheCap() {
        var full = meter(ASKED_AND_CAPPED, 600).agree(500);
        assertThat(full.next()).isInstanceOf(Next.Over.class);
        assertThat(full.add(61).over()).isEqualTo(60);
        assertThat(full.add(60).after().next()).isInstanceOf(Next.Stop.class);
        assertThat(meter(ASKED_AND_CAPPED, 600).next()).isInstanceOf(Next.AskFirst.class);
    }

    @Test
    void h13AMeterOfTheNextCycleBeginsWithThatCyclesHoursAlone() {
        var contract = Contracts.of(terms(600), 12);
        var april = contract.poolAt(Instant.parse("2026-04-20T10:00:00Z")).orElseThrow();
        assertThat(meter(FREELY, 100).left()).isEqualTo(500);
        assertThat(new Meter(april, APRIL, FREELY, 0, 0, 0).left()).isEqualTo(600);
    }

    @Test
    void h17WhoUsedBothMonthsInTheFirstHasNothingLeftInTheSecond() {
        var contract = Contracts.allowed(Contracts.of(terms(600), 12).grouped(group(MARCH, "2026-03-20T10:00:00Z")));
        var pool = contract.poolAt(Instant.parse("2026-03-20T10:00:00Z")).orElseThrow();
        var march = new Meter(pool, MARCH, FREELY, 0, 0, 0).add(1_200);
        assertThat(march.over()).isZero();
        assertThat(contract.poolAt(Instant.parse("2026-04-20T10:00:00Z"))).contains(pool);
        var april = new Meter(pool, APRIL, FREELY, march.after().used(), 0, 0).add(45);
        assertThat(april.inPackage()).isZero();
        assertThat(april.over()).isEqualTo(45);
    }

    @Test
    void h11HoweverWorkIsCutIntoEntriesPackageAndOverageAreTheSame() {
        var random = new Random(11);
        for (var i = 0; i < 5_000; i++) {
            var overage = List.of(FREELY, ASKED, CAPPED, ASKED_AND_CAPPED).get(random.nextInt(4));
            var meter = new Meter(pool(1 + random.nextLong(900)), MARCH, overage, 0, 0, random.nextLong(90));
            var whole = meter.add(1 + random.nextLong(1_440));
            var rest = whole.inPackage() + whole.over() + whole.open();
            var told = new ArrayList<HourNotice>();
            var open = 0L;
            while (rest > 0) {
                var charge = meter.add(1 + random.nextLong(rest));
                told.addAll(charge.notices());
                open += charge.open();
                rest -= charge.inPackage() + charge.over() + charge.open();
                meter = charge.after();
            }
            assertThat(meter).isEqualTo(whole.after());
            assertThat(open).isEqualTo(whole.open());
            assertThat(told).isEqualTo(whole.notices());
            assertThat(new HashSet<>(told)).hasSameSizeAs(told);
            assertThat(whole.open() == 0
                            || !(meter.next() instanceof Next.OnPackage || meter.next() instanceof Next.Over))
                    .isTrue();
        }
    }

    @Test
    void aMeterThatMakesNoSenseCannotBeMade() {
        var pool = pool(600);
        assertThatIllegalArgumentException().isThrownBy(() -> new Meter(pool, MARCH, FREELY, 601, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Meter(pool, MARCH, FREELY, -1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Meter(pool, MARCH, FREELY, 0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Meter(pool, MARCH, FREELY, 0, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> meter(FREELY, 0).add(0));
    }

    private static Meter meter(Overage overage, long used) {
        return new Meter(pool(600), MARCH, overage, used, 0, 0);
    }
}
