package dev.parley.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports as functions of what they are made from. */
class ReportTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Month MARCH = Month.ofDesk(YearMonth.of(2026, 3), BERLIN);
    private static final CustomerId ALPHA = new CustomerId("shop", 1);
    private static final CustomerId BETA = new CustomerId("shop", 2);

    private static Moved moved(CustomerId customer, String site, long used) {
        return new Moved(customer, Unit.POINT, site, 0, 10, used, 1, 2, -1, 8 - used, 3, 4);
    }

    @Test
    void aMonthIsThatOfTheDesksClock() {
        assertThat(MARCH.from()).isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
        assertThat(MARCH.until()).isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
        assertThat(MARCH.contains(MARCH.from())).isTrue();
        assertThat(MARCH.contains(MARCH.until())).isFalse();
    }

    @Test
    void x04UnitsOfTheWholeDeskAreTheSumOfItsWallets() {
        Report report = UnitReport.of(List.of(moved(ALPHA, "news", 3), moved(BETA, "", 5)), MARCH);
        assertThat(report.rows())
                .containsExactly(new Report.Row(
                        List.of(Month.WHOLE_DESK, "point", "none"), List.of(0L, 20L, 8L, 2L, 4L, -2L, 8L, 6L, 8L)));
    }

    @Test
    void p14ByCustomerEachSiteIsARowOfItsOwn() {
        Month byCustomer = new Month(YearMonth.of(2026, 3), BERLIN, id -> "customer " + id.number());
        Report report = UnitReport.of(
                List.of(moved(BETA, "", 5), moved(ALPHA, "sport", 1), moved(ALPHA, "news", 3)), byCustomer);
        assertThat(report.rows())
                .extracting(Report.Row::names)
                .containsExactly(
                        List.of("customer 1", "point", "news"),
                        List.of("customer 1", "point", "sport"),
                        List.of("customer 2", "point", "none"));
    }

    @Test
    void h05EachUnitIsARowOfItsOwn() {
        Moved minutes = new Moved(ALPHA, Unit.MINUTE, "", 0, 600, 600, 0, 0, 0, 0, 0, 45);
        Moved demand = new Moved(ALPHA, Unit.DEMAND, "", 0, 6000, 120, 0, 0, 0, 5880, 60, 0);
        assertThat(UnitReport.of(List.of(minutes, demand, demand), MARCH).rows())
                .containsExactly(
                        new Report.Row(
                                List.of(Month.WHOLE_DESK, "demand", "none"),
                                List.of(0L, 12_000L, 240L, 0L, 0L, 0L, 11_760L, 120L, 0L)),
                        new Report.Row(
                                List.of(Month.WHOLE_DESK, "minute", "none"),
                                List.of(0L, 600L, 600L, 0L, 0L, 0L, 0L, 0L, 45L)));
    }

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        assertThat(LevelReport.percentile(new long[] {}, 50)).isNull();
        assertThat(LevelReport.percentile(new long[] {7}, 90)).isEqualTo(7);
        assertThat(LevelReport.percentile(new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 50))
                .isEqualTo(5);
        assertThat(LevelReport.percentile(new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 90))
                .isEqualTo(9);
    }
}
