package dev.parley.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.Stage;
import dev.parley.app.demo.Demo;
import dev.parley.slack.loopback.LoopbackSlack;
import dev.parley.slack.loopback.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./parley demo --with-slack} shows. */
class DemoSlackTest {
    private static final String ROOM = "CTRIAGE";

    @TempDir
    private Path directory;

    private static List<Message> messages(LoopbackSlack slack) {
        return slack.messages(ROOM);
    }

    @Test
    void aNewcomerFindsACardAndTheDesksPeopleCanWorkOnIt() throws IOException, InterruptedException {
        try (DemoSlack slack = DemoSlack.start(false);
                Demo demo = Demo.start(
                        new Demo.Settings(directory, Stage.DESK_FILE, false).with(slack.settings()), _ -> {})) {
            slack.settle(demo);
            Await.until(
                    "Alice's mail is a card",
                    () -> messages(slack.slack()).stream()
                            .anyMatch(message -> message.shown().contains("Order mails")));
            Message card = messages(slack.slack()).getFirst();
            slack.slack().as("UAGENT").click(card, "parley:claim");
            Await.until(
                    "the card says who has it",
                    () -> messages(slack.slack()).getFirst().shown().contains("agent"));
            try (HttpClient http = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()) {
                var page = http.send(
                        HttpRequest.newBuilder(URI.create(slack.url())).build(), BodyHandlers.ofString());
                assertThat(page.body()).contains("Parley demo", "Order mails", "Reply to customer");
            }
        }
    }
}
