package dev.parley.core.servicelevel;

import static dev.parley.core.servicelevel.Logs.DESK;
import static dev.parley.core.servicelevel.Logs.at;
import static dev.parley.core.servicelevel.Logs.log;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.servicelevel.Look.Notice;
import dev.parley.core.servicelevel.Look.Notice.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookTest {
    private static final String NINE = "2026-03-02T09:00";
    private static final String KEY = "resolution/1/incident/2/package/";

    @Test
    void warningsComeBeforeTheTargetAndTheNextLookIsTheNextStep() {
        assertThat(look(log(2, NINE), NINE)).isEqualTo(new Look(List.of(), at("2026-03-02T13:00")));
        Look first = look(log(2, NINE), "2026-03-02T13:00");
        assertThat(first.due())
                .containsExactly(new Notice(KEY + "warning/50", Kind.WARNING, "", at("2026-03-02T13:00")));
        assertThat(first.next()).isEqualTo(at("2026-03-02T15:00"));
    }

    @Test
    void afterTheTargetPeopleAreToldInOrderAndNobodyIsWarned() {
        Look at = look(log(2, NINE), "2026-03-02T17:00");
        Notice lead = new Notice(KEY + "escalation/PT0S/lead", Kind.ESCALATION, "lead", at("2026-03-02T17:00"));
        assertThat(at.due()).containsExactly(lead);
        assertThat(at.next()).as("two open hours later").isEqualTo(at("2026-03-03T11:00"));
        Look late = look(log(2, NINE), "2026-03-05T10:00");
        assertThat(late.due())
                .containsExactly(
                        lead,
                        new Notice(
                                KEY + "escalation/PT2H/manager", Kind.ESCALATION, "manager", at("2026-03-03T11:00")));
        assertThat(late.next()).isNull();
    }

    @Test
    void whileWeWaitNothingMoreBecomesDue() {
        TicketLog log = log(2, NINE, "2026-03-02T14:00 paused MONEY");
        Look look = look(log, "2026-03-30T14:00");
        assertThat(look.due()).extracting(Notice::key).containsExactly(KEY + "warning/50");
        assertThat(look.next()).isNull();
    }

    @Test
    void whatIsDoneIsNotTalkedOf() {
        assertThat(look(log(2, NINE, "2026-03-04T09:00 answered"), "2026-03-05T09:00"))
                .isEqualTo(new Look(List.of(), null));
        assertThat(look(log(2, NINE, "2026-03-04T09:00 closed"), "2026-03-05T09:00"))
                .isEqualTo(new Look(List.of(), null));
    }

    @Test
    void anotherLevelAndAnotherRoundHaveKeysOfTheirOwn() {
        assertThat(look(log(2, NINE, "2026-03-02T12:00 level 3"), "2026-03-09T09:00")
                        .due())
                .extracting(Notice::key)
                .allMatch(key -> key.startsWith("resolution/1/incident/3/package/"))
                .isNotEmpty();
        TicketLog again = log(2, NINE, "2026-03-02T12:00 closed", "2026-03-03T09:00 reopened");
        assertThat(look(again, "2026-03-09T09:00").due())
                .extracting(Notice::key)
                .allMatch(key -> key.startsWith("resolution/2/incident/2/package/"))
                .isNotEmpty();
        assertThat(DESK.latest(log(2, NINE), Promise.FIRST_RESPONSE, at("2026-03-02T10:00"))
                        .orElseThrow()
                        .look()
                        .due())
                .extracting(Notice::key)
                .containsExactly("first-response/1/incident/2/package/warning/50");
    }

    private static Look look(TicketLog log, String now) {
        return DESK.latest(log, Promise.RESOLUTION, at(now)).orElseThrow().look();
    }
}
