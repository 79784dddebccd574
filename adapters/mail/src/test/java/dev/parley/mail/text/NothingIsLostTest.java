package dev.parley.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mails shuffled together from the lines of all the others, by a fixed seed. */
class NothingIsLostTest {

    private static final int MAILS = 3000;
    private static final int MOST_LINES = 25;

    private static List<String> pool() throws Exception {
        List<String> pool = new ArrayList<>(List.of("", "", "", "> quoted", ">> deeper", "New text.", "yes"));
        for (String mail : MailsTest.mails()) {
            if (mail.endsWith(".txt")) {
                pool.addAll(Resource.read("mails/" + mail).lines().toList());
            }
        }
        Stream.concat(IntroductionTest.introductions().stream(), IntroductionTest.ownWords().stream())
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .forEach(pool::add);
        return pool;
    }

    @Test
    void everyLineIsInTheReplyTheHistoryOrTheSignature() throws Exception {
        List<String> pool = pool();
        Random random = new Random(20241108);

        for (int i = 0; i < MAILS; i++) {
            String text = shuffled(pool, random);
            SplitText split = ReplyText.ofPlain(text);

            assertThat(LostLines.of(text, split)).as(text).isEmpty();
        }
    }

    @Test
    void noQuotedLineIsInAReplyThatMayDecide() throws Exception {
        List<String> pool = pool();
        Random random = new Random(8112024);

        for (int i = 0; i < MAILS; i++) {
            String text = shuffled(pool, random);
            SplitText split = ReplyText.ofPlain(text);

            assertThat(split.replyWithoutClosing().lines().filter(line -> line.startsWith("> ")))
                    .as(text)
                    .isEmpty();
        }
    }

    private static String shuffled(List<String> pool, Random random) {
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(MOST_LINES);
        for (int i = 0; i < lines; i++) {
            text.append(pool.get(random.nextInt(pool.size()))).append('\n');
        }
        return text.toString();
    }
}
