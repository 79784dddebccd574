package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.slack.SlackDoctor.Finding;
import dev.parley.slack.loopback.LoopbackSlack;
import dev.parley.slack.loopback.Person;
import dev.parley.slack.loopback.Room;
import dev.parley.slack.loopback.SlackApp;
import dev.parley.slack.loopback.Workspace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each thing that can be missing is found, and the way to mend it is told. */
class SlackDoctorTest {
    private static final SlackApp APP = SlackApp.fromManifest(Manifest.json());
    private static final Room TRIAGE = Room.closed("CTRIAGE", "triage", "UANN");

    private static List<Finding> look(SlackApp app, Room room, String token, String appToken) {
        Workspace workspace = Workspace.named("T1", "Desk")
                .with(Person.member("UANN", "Ann", "ann@desk.example"))
                .with(room);
        try (LoopbackSlack slack = LoopbackSlack.start(app, InstantSource.system(), workspace);
                SlackDoctor doctor = new SlackDoctor(new SlackSettings(
                        "desk",
                        "triage",
                        token.isEmpty() ? slack.botToken("T1") : token,
                        appToken.isEmpty() ? app.appToken() : appToken,
                        "",
                        "CTRIAGE",
                        slack.apiUrl(),
                        Duration.ofSeconds(5)))) {
            return doctor.look();
        }
    }

    private static String wrong(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.well())
                .map(finding -> finding.what() + " -> " + finding.mend())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void anAppMadeFromOurManifestLacksNothing() {
        List<Finding> findings = look(APP, TRIAGE, "", "");
        assertThat(wrong(findings)).isEmpty();
        assertThat(findings).hasSize(5);
    }

    @Test
    void aWrongTokenIsNamed() {
        assertThat(wrong(look(APP, TRIAGE, "xoxb-wrong", ""))).contains("bot token is refused", "OAuth & Permissions");
        assertThat(wrong(look(APP, TRIAGE, "", "xapp-wrong"))).contains("Socket Mode is refused", "connections:write");
    }

    @Test
    void missingScopesAreNamed() {
        assertThat(wrong(look(APP.withoutScopes("groups:history", "users:read.email"), TRIAGE, "", "")))
                .contains("lacks groups:history, users:read.email", "Reinstall", "mail addresses cannot be read");
    }

    @Test
    void aChannelThatDoesNotServeIsNamed() {
        assertThat(wrong(look(APP, Room.open("CTRIAGE", "triage").withoutBot(), "", "")))
                .contains("not in #triage", "/invite @Parley");
        assertThat(wrong(look(APP, Room.closed("COTHER", "other", "UANN"), "", "")))
                .contains("no channel CTRIAGE", "View channel details");
        assertThat(wrong(look(APP, TRIAGE.sharedWith("T2"), "", ""))).contains("shared with another company");
        assertThat(wrong(look(APP, TRIAGE.archived(), "", ""))).contains("archived");
    }
}
