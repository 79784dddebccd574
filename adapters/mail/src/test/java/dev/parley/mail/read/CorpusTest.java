package dev.parley.mail.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.core.reading.OpenQuote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorpusTest {

    private static Optional<MailCorpus> corpus = Optional.empty();

    @BeforeAll
    static void findCorpus() {
        corpus = MailCorpus.find();
        assumeTrue(corpus.isPresent(), "the shared mail corpus is not on this machine: skipped");
    }

    @Test
    void everyFileIsReadAndWrittenAsOneLine() throws IOException {
        MailReader reader = new MailReader(MailReadSettings.DEFAULT);
        ReadMailJson json = new ReadMailJson(OpenQuote.unknown());
        int read = 0;
        for (Path file : corpus.orElseThrow().files()) {
            byte[] raw = Files.readAllBytes(file);
            assertThatCode(() -> assertThat(json.line(file.toString(), reader.read(raw)))
                            .doesNotContain("\n"))
                    .as("%s", file)
                    .doesNotThrowAnyException();
            read++;
        }
        assertThat(read).isGreaterThan(900);
    }

    @Test
    void scoresDoNotSink() throws IOException {
        CorpusScores scores = new CorpusScores(corpus.orElseThrow()).run();
        assertShare(scores, "sisimai | bounce found", 0.99);
        assertShare(scores, "sisimai | not taken for a bounce", 1);
        assertShare(scores, "sisimai | hard or soft", 0.96);
        assertShare(scores, "sisimai | status code", 0.97);
        assertShare(scores, "sisimai | SMTP code", 0.95);
        assertShare(scores, "sisimai | reason", 0.82);
        assertShare(scores, "sisimai | number of recipients", 0.97);
        assertShare(scores, "sisimai | automatic answer", 1);
        assertShare(scores, "sisimai | abuse report", 1);
        assertShare(scores, "sisimai | delivered", 1);
        for (String source : new String[] {"enmime", "mail-auth", "mikel-mail", "mime4j", "webklex"}) {
            assertShare(scores, source + " | not taken for a bounce", 1);
        }
        for (String source : new String[] {"enmime", "mikel-mail", "mime4j", "webklex"}) {
            assertShare(scores, source + " | no word lost", 1);
        }
    }

    private static void assertShare(CorpusScores scores, String question, double least) {
        assertThat(scores.score(question).all()).as(question).isPositive();
        assertThat(scores.score(question).share()).as(question).isGreaterThanOrEqualTo(least);
    }
}
