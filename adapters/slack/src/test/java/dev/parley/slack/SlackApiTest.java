package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.slack.loopback.LoopbackSlack;
import dev.parley.slack.loopback.Person;
import dev.parley.slack.loopback.Room;
import dev.parley.slack.loopback.SlackApp;
import dev.parley.slack.loopback.Workspace;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Calls of Slack's Web API whose answers are lost. */
class SlackApiTest {

    private static SlackSettings settings(LoopbackSlack slack) {
        return new SlackSettings(
                "desk",
                "triage",
                slack.botToken("T1"),
                slack.app().appToken(),
                "",
                "C1",
                slack.apiUrl(),
                Duration.ofSeconds(5));
    }

    @Test
    void aPostWhoseAnswerIsLostIsNotSentAgainBehindOurBack() {
        Workspace workspace = Workspace.named("T1", "Desk")
                .with(Person.member("U1", "Ann", "ann@desk.example"))
                .with(Room.open("C1", "triage", "U1"));
        try (LoopbackSlack slack = LoopbackSlack.start(SlackApp.named("Desk"), InstantSource.system(), workspace)) {
            SlackApi api = new SlackApi(settings(slack));
            api.post(new SlackApi.Post("C1", "", "first", "[]", "1"));
            slack.faults().closeAfter("chat.postMessage", 1);
            assertThat(api.post(new SlackApi.Post("C1", "", "second", "[]", "2")))
                    .isInstanceOf(Outcome.Later.class);
            assertThat(slack.messages("C1")).hasSize(2);
            api.close();
        }
    }
}
