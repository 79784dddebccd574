package dev.parley.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second opinion: the same contract, run against the npm package {@code emulate@0.11.2}. Skipped unless the
 * environment variable {@code PARLEY_EMULATE} names a folder in which {@code npm install emulate@0.11.2} was run.
 */
class EmulateContractTest implements WebApiContract {

    private static final String TOKEN = "xoxb-local-test";
    private static final Duration START_WITHIN = Duration.ofSeconds(20);
    private static final String SEED = """
        {"slack":{"team":{"name":"Acme","domain":"acme"},
          "users":[{"name":"ada","real_name":"Ada Admin","email":"ada@acme.example"}],
          "channels":[{"name":"triage","topic":""}],"bots":[{"name":"desk"}]}}
        """;

    private static Optional<Process> server = Optional.empty();
    private static Optional<Slack> slack = Optional.empty();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        String installed = Optional.ofNullable(System.getenv("PARLEY_EMULATE")).orElse("");
        assumeTrue(
                !installed.isEmpty(),
                "skipped: PARLEY_EMULATE names no folder in which npm install emulate@0.11.2 was run");
        Path script = Path.of(installed, "node_modules", "emulate", "dist", "index.js");
        assumeTrue(Files.exists(script), "skipped: there is no " + script);
        Path seed = Files.writeString(folder.resolve("seed.yaml"), SEED);
        int port = freePort();
        server = Optional.of(new ProcessBuilder(
                        "node", script.toString(), "--service", "slack", "--port", "" + port, "--seed", seed.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("emulate.log").toFile())
                .start());
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix("http://127.0.0.1:" + port + "/api/");
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        slack = Optional.of(Slack.getInstance(config));
        awaitStart();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitStart() {
        long until = System.nanoTime() + START_WITHIN.toNanos();
        boolean answers = false;
        while (!answers && System.nanoTime() < until) {
            answers = answers();
            Thread.onSpinWait();
        }
        assertThat(answers).as("emulate answers within " + START_WITHIN).isTrue();
    }

    private static boolean answers() {
        try {
            return slack.orElseThrow().methods(TOKEN).authTest(test -> test).isOk();
        } catch (Exception notYet) {
            return false;
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.ifPresent(Process::destroy);
        if (slack.isPresent()) {
            slack.get().close();
        }
    }

    @Override
    public MethodsClient client() {
        return slack.orElseThrow().methods(TOKEN);
    }
}
