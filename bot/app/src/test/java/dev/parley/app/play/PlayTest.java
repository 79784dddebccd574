package dev.parley.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.demo.Demo;
import dev.parley.app.demo.DemoDesk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./parley demo --play}: every scene, over real SMTP and IMAP, on a durable PostgreSQL. */
class PlayTest {

    @Test
    void everySceneComesOutAsTheRulesSay(@TempDir Path directory) throws IOException {
        Demo.Settings settings = Demo.Settings.all(directory, Path.of("../../desks"), false);
        try (Demo demo = Demo.start(settings, _ -> {})) {
            for (DemoDesk desk : DemoDesk.ALL) {
                StringWriter transcript = new StringWriter();
                boolean asTheRulesSay = new Play(demo, desk, new PrintWriter(transcript)).run();
                assertThat(asTheRulesSay).as(transcript.toString()).isTrue();
                assertThat(transcript.toString()).containsPattern("(?m)^\\d{2,} checks");
            }
        }
    }
}
