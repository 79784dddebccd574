package dev.parley.app.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.demo.DemoServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code kill -9} of the bot at any moment of a conversation: nothing is lost, nothing happens twice. */
class CrashTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SEED = 20_261_122;
    private static final int DELAY_MS_MAX = 400;

    /** What a JVM ends with after its shutdown hooks have run, whatever they did (128 + 15). */
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private static Path directory;

    private static Stage stage;

    @BeforeAll
    static void servers() throws IOException {
        stage = Stage.open(directory);
    }

    @AfterAll
    static void noServers() throws IOException {
        stage.close();
    }

    @Test
    void oneBotKilledAtEveryStepLosesAndRepeatsNothing() throws Exception {
        try (OneBot bot = new OneBot(stage, () -> {})) {
            new Conversation(stage, DemoServers.ALICE, "Order mails").hold(bot);
            carriesNumbersAndNoWords(bot.log());
        }
    }

    /**
     * At INFO: which message and which ticket, and nothing that somebody wrote, nor who. The line of the yes may be
     * missing: its bot is killed as soon as the yes holds.
     */
    private static void carriesNumbersAndNoWords(List<String> log) {
        assertThat(log)
                .anyMatch(line -> line.matches(".* Message \\d+ of desk pro-support: Opened\\[.*number=\\d+.*"))
                .anyMatch(line -> line.matches(".* Sent message \\d+ of ticket .*\\d+.*"));
        for (String said : List.of("Order mails", "stopped working", "go ahead", "works again", ".example")) {
            assertThat(log).as(said).noneMatch(line -> line.contains(said));
        }
    }

    @Test
    void oneBotKilledAtRandomMomentsLosesAndRepeatsNothing() throws Exception {
        Random delays = new Random(SEED);
        Runnable anyMoment = () -> LockSupport.parkNanos(delays.nextInt(DELAY_MS_MAX) * 1_000_000L);
        try (OneBot bot = new OneBot(stage, anyMoment)) {
            new Conversation(stage, DemoServers.CAROL, "Stock").hold(bot);
        }
    }

    @Test
    void twoBotsGoOnForEachOther() throws Exception {
        try (TwoBots bots = new TwoBots(stage)) {
            new Conversation(stage, DemoServers.BOB, "Coupons").hold(bots);
        }
    }

    @Test
    void aBotThatIsAskedToStopGivesItsMailboxToTheOther() {
        Map<String, String> slow = Map.of("PARLEY_DESKS_0_MAILBOX_LEASE", "45s");
        try (BotProcess first = BotProcess.start(stage.config(), "leaving", slow)) {
            first.url();
            Await.until("leaving reads the mailbox", () -> stage.reader().equals("leaving"));
            try (BotProcess second = BotProcess.start(stage.config(), "staying", asJson(slow))) {
                second.url();
                long before = System.nanoTime();
                assertThat(first.terminate()).isEqualTo(ENDED_BY_SIGTERM);
                Await.until("staying reads the mailbox", () -> stage.reader().equals("staying"));
                assertThat((System.nanoTime() - before) / 1_000_000).as("ms").isLessThan(20_000);
                assertThat(second.terminate())
                        .as("the next test finds the mailbox free")
                        .isEqualTo(ENDED_BY_SIGTERM);
                assertThat(second.log()).hasSizeGreaterThan(5).allSatisfy(line -> {
                    JsonNode event = JSON.readTree(line);
                    assertThat(event.path("message").asString("")).as(line).isNotEmpty();
                    assertThat(event.path("log").path("level").asString(""))
                            .as(line)
                            .isNotEmpty();
                });
            }
        }
    }

    private static Map<String, String> asJson(Map<String, String> environment) {
        Map<String, String> more = new HashMap<>(environment);
        more.put("LOGGING_CONFIG", "classpath:logback-json.xml");
        return more;
    }
}
