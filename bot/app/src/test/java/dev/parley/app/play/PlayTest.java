package dev.parley.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.demo.Demo;
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
        StringWriter transcript = new StringWriter();
        Path desk = Path.of("../../desks/pro-support.yaml");
        boolean asTheRulesSay;
        try (Demo demo = Demo.start(new Demo.Settings(directory, desk, false), _ -> {})) {
            asTheRulesSay = new Play(demo, new PrintWriter(transcript)).run();
        }
        assertThat(asTheRulesSay).as(transcript.toString()).isTrue();
        assertThat(transcript.toString()).containsPattern("(?m)^\\d{2,} checks");
    }
}
