package dev.parley.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.core.reading.ReadingScores.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class ReadingScoresTest {
    @Test
    void nothingInTheCorporaIsWronglyReadAsAYesAndPlainYesIsFound() throws IOException {
        Optional<Path> shared = SharedFolder.find();
        assumeThat(shared)
                .as("skipped: no folder shared/corpus beside the project, and parley.shared is not set")
                .isPresent();
        Map<String, Score> scores = ReadingScores.score(shared.orElseThrow());
        assertThat(scores).containsKeys("quote_replies.dev en", "sgd.dev confirm", "banking77_neg.dev");
        SoftAssertions softly = new SoftAssertions();
        scores.forEach((set, score) ->
                softly.assertThat(score.falseYes).as("false yes in %s", set).isEmpty());
        softly.assertAll();
        assertThat(recall(scores, "quote_replies.dev en")).isGreaterThan(0.93);
        assertThat(recall(scores, "quote_replies.dev de")).isGreaterThan(0.99);
        assertThat(recall(scores, "sgd.dev confirm")).isGreaterThan(0.845);
    }

    private static double recall(Map<String, Score> scores, String set) {
        Score score = scores.get(set);
        assertThat(score).as(set).isNotNull();
        return score == null ? 0 : score.recall();
    }
}
