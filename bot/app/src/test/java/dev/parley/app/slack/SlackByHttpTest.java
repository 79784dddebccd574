package dev.parley.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.demo.DemoServers;
import dev.parley.slack.loopback.Message;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Slack calls the bot, only what Slack signed is heard. */
class SlackByHttpTest {
    @Test
    void slackIsHeardByHttpAndNobodyElseIs(@TempDir Path directory) throws IOException, InterruptedException {
        try (SlackStage stage = SlackStage.openForCalls(directory)) {
            String subject = "By HTTP";
            stage.mail(DemoServers.ALICE, "Alice").write("support@desk.example", subject, "Please look.");
            Message card = stage.card(subject, "to be assessed");
            assertThat(stage.ann().click(card, "parley:claim").acknowledged()).isTrue();
            stage.card(subject, "*Has it*\nagent");
            stage.ann().reply(card, "a note by HTTP");
            Await.until(
                    "the note",
                    () -> stage.ticket(subject).messages().stream()
                            .anyMatch(said -> said.content().text().equals("a note by HTTP")));
            long number = stage.ticket(subject).ticket().id().number();
            assertThat(forged(stage, number)).isEqualTo(401);
            assertThat(stage.ticket(subject).triage().owner()).isEqualTo("agent");
        }
    }

    /** A click nobody signed, or signed with what Bolt takes for a secret where there is none. */
    private static int forged(SlackStage stage, long ticket) throws IOException, InterruptedException {
        String click = """
            {"type":"block_actions","team":{"id":"T1"},"user":{"id":"UANN"},
             "actions":[{"action_id":"parley:release","action_ts":"1.1","value":"%d"}]}\
            """.formatted(ticket);
        HttpRequest request = HttpRequest.newBuilder(stage.calledAt())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", Long.toString(Instant.now().getEpochSecond()))
                .header("X-Slack-Signature", "v0=0000000000000000000000000000000000000000000000000000000000000000")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "payload=" + URLEncoder.encode(click, StandardCharsets.UTF_8)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
