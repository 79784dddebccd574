package dev.parley.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Stage;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small brother of {@code ./parley bench kills}: 10,000 mails and 50 kills. */
class KillRunTest {
    private static final int MAILS = 100;
    private static final int KILLS = 3;

    @Test
    void eachMailMakesOneTicketHoweverOftenTheBotIsKilled(@TempDir Path directory) throws Exception {
        try (Bench bench = Bench.start(directory, Stage.DESK_FILE)) {
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            KillRun.Counts counts = KillRun.run(bench, new KillRun.Plan(MAILS, KILLS), out);

            assertThat(counts).isEqualTo(new KillRun.Counts(MAILS, MAILS, MAILS, 0, 0));
        }
    }
}
