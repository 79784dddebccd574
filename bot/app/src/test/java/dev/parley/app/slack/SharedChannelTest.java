package dev.parley.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.demo.DemoServers;
import dev.parley.slack.loopback.Room;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where people of another company read, nothing of ours is shown (D3). */
class SharedChannelTest {
    @Test
    void nothingInternalIsPostedWhereAnotherCompanyReads(@TempDir Path directory) throws IOException {
        Room shared =
                Room.open(SlackStage.ROOM, "with-customers", SlackStage.ANN).sharedWith("T2");
        try (SlackStage stage = SlackStage.open(directory, shared)) {
            stage.mail(DemoServers.ALICE, "Alice").write("support@desk.example", "A secret", "Please look.");
            Await.until("the ticket", () -> !stage.tickets().isEmpty());
            Await.until(
                    "it is said",
                    () -> stage.problems().stream().anyMatch(problem -> problem.contains("another company")));
            assertThat(stage.slack().messages(SlackStage.ROOM)).isEmpty();
            assertThat(stage.slack().calls("chat.postMessage")).isEmpty();
        }
    }
}
