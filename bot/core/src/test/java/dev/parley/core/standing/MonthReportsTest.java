package dev.parley.core.standing;

import static dev.parley.core.standing.Stories.answered;
import static dev.parley.core.standing.Stories.at;
import static dev.parley.core.standing.Stories.opened;
import static dev.parley.core.standing.Stories.quoted;
import static dev.parley.core.standing.Stories.working;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.report.LevelReport;
import dev.parley.core.report.Month;
import dev.parley.core.report.Report;
import dev.parley.core.report.TicketReport;
import dev.parley.core.ticket.RequestType;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reports made from the histories of tickets. */
class MonthReportsTest {
    private static final String NINE = "2026-03-02T09:00";
    private static final Month MARCH = Month.ofDesk(YearMonth.of(2026, 3), Stories.BERLIN);
    private static final Month APRIL = Month.ofDesk(YearMonth.of(2026, 4), Stories.BERLIN);

    private static History urgent(String answeredAt) {
        return opened(NINE)
                .to("2026-03-02T10:00", working("2026-03-02T10:00"))
                .found("2026-03-02T10:00", RequestType.INCIDENT, "urgent", "orders fail")
                .to(answeredAt, answered(answeredAt))
                .told();
    }

    private static History open() {
        return opened("2026-03-31T09:00")
                .to("2026-03-31T10:00", quoted("2026-03-31T10:00"))
                .found("2026-03-31T10:00", RequestType.PRICED, null, "")
                .told();
    }

    private static Report levels(List<History> histories, Month month) {
        return LevelReport.of(histories.stream(), Stories.DESK, month, at("2026-04-01T12:00"));
    }

    private static List<Report.Row> resolutions(Report report) {
        return report.rows().stream()
                .filter(row -> row.names().get(1).equals("resolution"))
                .toList();
    }

    @Test
    void p04WhatWasKeptAndWhatWasLateIsCountedInWorkingTime() {
        Report report = levels(List.of(urgent("2026-03-02T12:00"), urgent("2026-03-03T12:00")), MARCH);
        assertThat(resolutions(report)).singleElement().satisfies(row -> {
            assertThat(row.names()).startsWith(Month.WHOLE_DESK, "resolution", "incident", "urgent");
            assertThat(row.numbers()).startsWith(1L, 1L, 0L, 0L, 50L, 3 * 60L, 11 * 60L);
        });
    }

    @Test
    void whatIsOpenIsNeitherKeptNorLate() {
        assertThat(resolutions(levels(List.of(open()), MARCH)))
                .singleElement()
                .satisfies(row -> assertThat(row.numbers()).startsWith(0L, 0L, 1L, 0L, null, null, null));
        assertThat(levels(List.of(open()), APRIL).rows()).isEmpty();
    }

    @Test
    void ticketsAreCountedByWhatTheyAreAndWhereTheyStand() {
        Report report = TicketReport.of(Stream.of(urgent("2026-03-02T12:00"), open(), open()), MARCH);
        assertThat(report.rows())
                .containsExactly(
                        new Report.Row(List.of(Month.WHOLE_DESK, "incident", "urgent", "ANSWERED"), List.of(1L)),
                        new Report.Row(List.of(Month.WHOLE_DESK, "work", "none", "QUOTED"), List.of(2L)));
        assertThat(TicketReport.of(Stream.of(open()), APRIL).rows()).isEmpty();
    }
}
