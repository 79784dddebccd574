package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.command.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
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

    @Test
    void aTableOfRepliesSaysWhichQuoteEachLineAnswers() throws IOException {
        var replies = Files.writeString(directory.resolve("replies.tsv"), """
            \ufeffid\tamount\tquote\tcontext\treply
            a\t10\tQ-12-1\twe asked\tYes, 10 credits are fine.
            b\t20\tQ-12-1\twe asked\tYes, 10 credits are fine.
            c\t\t\t\tYes.\\nThanks!
            d\tten
            """);
        assertThat(run("--reply", replies.toString())).isEqualTo(ExitCode.OK);
        assertThat(lines()).extracting(line -> line.at("/id").asString()).containsExactly("a", "b", "c", "d");
        assertThat(lines())
                .extracting(line -> line.at("/decision/kind").asString())
                .containsExactly("YES", "COUNTER", "YES", "OTHER");
    }

    @Test
    void aMailIsOneLineWithEveryFieldInItsOrder() throws IOException {
        assertThat(run("--json", mail("a.eml", "Yes, go ahead.\u2028\n\n> the quote")))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString().split("\\R", -1)).hasSize(2);
        assertThat(lines().getFirst().propertyNames())
                .containsExactly(
                        "file",
                        "class",
                        "from",
                        "to",
                        "cc",
                        "subject",
                        "date",
                        "messageId",
                        "inReplyTo",
                        "references",
                        "text",
                        "reply",
                        "elided",
                        "signature",
                        "attachments",
                        "forward",
                        "bounce",
                        "auth",
                        "decision",
                        "warnings");
        assertThat(lines().getFirst().at("/text").asString()).contains("\u2028");
        assertThat(lines().getFirst().at("/decision").toString())
                .isEqualTo("{\"kind\":\"YES\",\"amount\":null,\"rule\":\"plain-yes\"}");
    }

    @Test
    void aYesInTheQuotedTextIsNotAYes() throws IOException {
        run("--json", mail("a.eml", "I will ask my boss.\n\n> Yes, go ahead."));
        assertThat(lines().getFirst().at("/decision/kind").asString()).isNotEqualTo("YES");
    }

    @Test
    void aMissingFileGetsALineLikeAnyOtherAndTheRestGoesOn() throws IOException {
        var good = mail("good.eml", "Yes.");
        assertThat(run("--json", good, directory.resolve("none.eml").toString(), good))
                .isEqualTo(ExitCode.FOUND);
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(1).at("/warnings/0").asString()).isEqualTo("there is no such file");
        assertThat(lines().get(1).propertyNames())
                .containsExactlyElementsOf(lines().get(0).propertyNames());
    }

    @Test
    void bytesThatAreNoMailAreReadAllTheSame() throws IOException {
        var noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        var broken = Files.write(directory.resolve("noise.bin"), noise).toString();
        var empty = Files.write(directory.resolve("empty"), new byte[0]).toString();
        assertThat(run("--json", broken, empty, mail("good.eml", "Yes."))).isEqualTo(ExitCode.OK);
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(2).at("/decision/kind").asString()).isEqualTo("YES");
    }

    @Test
    void aDirectoryStandsForItsFilesInTheOrderOfTheirNames() throws IOException {
        for (var number = 199; number >= 100; number--) {
            mail("box/" + number % 10 + "/" + number + ".eml", "Reply " + number);
        }
        assertThat(run("--json", directory.resolve("box").toString())).isEqualTo(ExitCode.OK);
        assertThat(lines())
                .hasSize(100)
                .isSortedAccordingTo(
                        Comparator.comparing(line -> line.at("/file").asString()))
                .allSatisfy(line -> assertThat(line.at("/file").asString())
                        .endsWith(line.at("/reply").asString().replace("Reply ", "/") + ".eml"));
    }

    @Test
    void oneMailMayComeByStandardInput() {
        var before = System.in;
        System.setIn(new ByteArrayInputStream("Subject: hello\r\n\r\nNo.\r\n".getBytes(StandardCharsets.US_ASCII)));
        try {
            assertThat(run("--json", "-")).isEqualTo(ExitCode.OK);
        } finally {
            System.setIn(before);
        }
        assertThat(lines().getFirst().at("/subject").asString()).isEqualTo("hello");
        assertThat(lines().getFirst().at("/decision/kind").asString()).isEqualTo("NO");
    }

    @Test
    void aPersonReadsAFewLinesThatCannotMoveTheCursor() throws IOException {
        assertThat(run(mail("a.eml", "Yes, go \u001b[2Jahead."))).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("Read as:     human", "Subject:     Quote", "  Decides:", "| Yes, go")
                .doesNotContain("\u001b");
    }

    @Test
    void neitherMailsNorRepliesIsAUsageErrorAndSoAreBoth() throws IOException {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(run("--reply", "replies.txt", mail("a.eml", "Yes."))).isEqualTo(ExitCode.USAGE);
    }

    private String mail(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(
                        file,
                        "From: Alice <alice@customer.example>\nSubject: Quote\n"
                                + "Content-Type: text/plain; charset=utf-8\n\n" + text + "\n")
                .toString();
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
