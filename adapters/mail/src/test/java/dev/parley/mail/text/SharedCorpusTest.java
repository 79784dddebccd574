package dev.parley.mail.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The scores reached on real mail may not fall. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedCorpusTest {

    /** Of 100 cases with a reply to check; the rest wants signatures or forwards kept in the reply, or an empty one. */
    private static final int LEAST_PERCENT = 93;

    private List<ReplyScores.Outcome> outcomes = List.of();

    @BeforeAll
    void score() throws IOException {
        var corpus = SharedCorpus.find();
        assumeTrue(corpus.isPresent(), "skipped: no folder shared with corpus/mail beside the repository");
        outcomes = new ReplyScores(corpus.orElseThrow()).outcomes();
    }

    @Test
    void repliesAreRightAsOftenAsBefore() {
        List<ReplyScores.Outcome> replies = outcomes.stream()
                .filter(outcome -> ReplyScores.subject(outcome.one()).equals("reply"))
                .toList();

        assertThat(replies).hasSizeGreaterThan(150);
        long right = replies.stream().filter(ReplyScores.Outcome::right).count();
        assertThat(right * 100 / replies.size()).isGreaterThanOrEqualTo(LEAST_PERCENT);
    }

    @Test
    void noTextIsLost() {
        assertThat(outcomes)
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.lost()).isEmpty());
    }

    @Test
    void forwardsAreReadAsOftenAsBefore() {
        long right = outcomes.stream()
                .filter(outcome -> outcome.one().kind().equals("forward") && outcome.right())
                .count();

        assertThat(right).isGreaterThanOrEqualTo(15);
    }
}
