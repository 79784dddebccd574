package dev.parley.core.servicelevel;

import static dev.parley.core.servicelevel.Logs.DESK;
import static dev.parley.core.servicelevel.Logs.at;
import static dev.parley.core.servicelevel.Logs.log;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    /** One example that has everything: {@code docs/service-levels.md} explains it line by line. */
    @Test
    void theExampleOfTheDocumentationIsWhatIsSaid() throws IOException {
        TicketLog log = log(
                3,
                "2026-03-02T08:12",
                "2026-03-02T14:02 paused YES",
                "2026-03-02T16:30 resumed",
                "2026-03-03T10:15 level 2",
                "2026-03-03T11:20 answered");
        String page = Files.readString(Path.of("..", "..", "docs", "service-levels.md"));
        String example = page.substring(page.indexOf("```\n") + 4, page.lastIndexOf("```"));
        assertThat(lines(log, "2026-03-03T12:00"))
                .hasSize(8)
                .containsExactlyElementsOf(example.lines().toList());
    }

    @Test
    void aClockThatRunsOrStandsSaysWhenItIsDue() {
        TicketLog log = log(2, "2026-03-02T09:00", "2026-03-02T12:00 paused DATA");
        assertThat(lines(log, "2026-03-02T10:00")).last().asString().endsWith("17:00 if it ran from now on");
        assertThat(lines(log(2, "2026-03-02T09:00"), "2026-03-02T10:00"))
                .last()
                .isEqualTo("1 h of 8 h counted, due 2026-03-02 17:00 if nothing pauses it");
        assertThat(lines(log(2, "2026-03-02T09:00"), "2026-03-02T15:00"))
                .last()
                .isEqualTo("6 h of 8 h counted, due 2026-03-02 17:00 if nothing pauses it");
    }

    @Test
    void whatWasTooLateOrNoLongerWantedSaysSo() {
        assertThat(lines(log(2, "2026-03-02T09:00"), "2026-03-03T10:00"))
                .last()
                .isEqualTo("9 h of 8 h counted, too late since 2026-03-02 17:00");
        assertThat(lines(log(2, "2026-03-02T09:00", "2026-03-02T10:00 closed"), "2026-03-03T10:00"))
                .endsWith("closed 2026-03-02 10:00", "1 h of 8 h counted, closed before it was due");
    }

    @Test
    void aSecondRoundAndHoursAroundTheClockAreNamed() {
        TicketLog log = log(
                1,
                "2026-03-02T09:00",
                "2026-03-02T10:00 closed",
                "2026-03-07T10:00 reopened",
                "2026-03-07T10:30 level 2");
        assertThat(lines(log, "2026-03-07T10:30"))
                .containsExactly(
                        "resolution of incident, level 2, package, round 2: within 8 h of open hours;"
                                + " times in Europe/Berlin",
                        "running 2026-03-07 10:00–10:30: 0 min counted",
                        "changed 2026-03-07 10:30 from incident, level 1, package to incident, level 2, package:"
                                + " orders fail; counted from the beginning",
                        "running 2026-03-07 10:30–10:30: 0 min counted",
                        "0 min of 8 h counted, due 2026-03-09 17:00 if nothing pauses it");
        assertThat(lines(log(1, "2026-03-07T10:00"), "2026-03-07T11:00"))
                .first()
                .asString()
                .contains("within 4 h around the clock");
    }

    @Test
    void anHourTheClocksShowTwiceHasItsOffset() {
        assertThat(lines(log(1, "2026-10-25T01:30"), "2026-10-25T02:30"))
                .contains("running 2026-10-25 01:30–02:30+02:00: 1 h counted");
        TicketLog log = log(1, "2026-10-25T01:30");
        Deadline deadline = DESK.latest(
                        log, Promise.RESOLUTION, at("2026-10-25T02:30").plusSeconds(3600))
                .orElseThrow();
        assertThat(deadline.explain()).contains("running 2026-10-25 01:30–02:30+01:00: 2 h counted");
    }

    @Test
    void secondsAreCutOffTheSumAndNotEachLine() {
        TicketLog log = log(
                2,
                "2026-03-02T09:00:00",
                "2026-03-02T09:00:40 paused DATA",
                "2026-03-02T09:10:00 resumed",
                "2026-03-02T09:10:40 paused DATA",
                "2026-03-02T09:20:00 resumed");
        assertThat(lines(log, "2026-03-02T09:20:45"))
                .filteredOn(line -> line.startsWith("running"))
                .extracting(line -> line.substring(line.indexOf(": ") + 2))
                .containsExactly("0 min counted", "1 min counted", "1 min counted");
    }

    private static List<String> lines(TicketLog log, String now) {
        return DESK.latest(log, Promise.RESOLUTION, at(now)).orElseThrow().explain();
    }
}
