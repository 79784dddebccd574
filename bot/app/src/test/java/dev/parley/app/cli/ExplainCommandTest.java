package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What {@code ./parley explain} prints, as scripts read it. */
class ExplainCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void eachReplyOfAFileGetsItsDecisionInOrder() throws IOException {
        var replies = Files.writeString(
                directory.resolve("replies.txt"),
                "Yes, go ahead.\nNo, thank you.\n\nWhat is included?\nYes.\\nThanks!\n");
        assertThat(run("--reply", replies.toString())).isEqualTo(ExitCode.OK);
        assertThat(lines())
                .extracting(line -> line.at("/decision/kind").asString())
                .containsExactly("YES", "NO", "OTHER", "QUESTION", "YES");
        assertThat(lines().getLast().at("/reply").asString()).isEqualTo("Yes.\nThanks!");
        assertThat(lines().getFirst().at("/decision/rule").asString()).isEqualTo("plain-yes");
    }

    @Test
    void anAmountIsTheQuotesOrACounterOffer() throws IOException {
        var replies = Files.writeString(directory.resolve("replies.txt"), "Yes, 10 credits are fine.\n");
        run("--reply", replies.toString(), "--amount", "10");
        assertThat(lines().getFirst().at("/decision/kind").asString()).isEqualTo("YES");
        out.getBuffer().setLength(0);
        run("--reply", replies.toString(), "--amount", "20");
        assertThat(lines().getFirst().at("/decision/kind").asString()).isNotEqualTo("YES");
    }

    @Test
    void aFileOfRepliesThatIsNotThereIsAUsageError() {
        assertThat(run("--reply", directory.resolve("none.txt").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("none.txt").doesNotContain("\tat ");
    }

    private ExitCode run(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "explain";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Parley.run(new PrintWriter(out), new PrintWriter(err), all);
    }

    private List<JsonNode> lines() {
        var json = new ObjectMapper();
        return out.toString().lines().map(json::readTree).toList();
    }
}
