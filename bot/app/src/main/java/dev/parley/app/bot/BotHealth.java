package dev.parley.app.bot;

import dev.parley.app.slack.SlackDesks;
import dev.parley.core.port.Outbox;
import dev.parley.storage.PostgresStorage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the bot can do its work: the database answers, mailboxes are read, nothing waits too long to be sent. */
final class BotHealth implements HealthIndicator {
    /** Mail that should have gone this long ago means that something is wrong. */
    private static final Duration BACKLOG_MAX = Duration.ofMinutes(15);

    private static final int ANSWER_SECONDS = 3;

    private final BotLifecycle bot;
    private final Outbox outbox;
    private final SlackDesks slack;
    private final PostgresStorage storage;
    private final InstantSource clock;

    BotHealth(BotLifecycle bot, Outbox outbox, SlackDesks slack, PostgresStorage storage, InstantSource clock) {
        this.bot = bot;
        this.outbox = outbox;
        this.slack = slack;
        this.storage = storage;
        this.clock = clock;
    }

    private boolean answers() {
        try (Connection connection = storage.dataSource().getConnection()) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public Health health() {
        if (!bot.isRunning()) {
            return Health.outOfService()
                    .withDetail("bot", "starting or stopping")
                    .build();
        }
        if (!answers()) {
            return Health.down().withDetail("database", "does not answer").build();
        }
        List<String> mailboxes = bot.bot().mailboxProblems();
        List<String> sending = bot.bot().sendingProblems();
        Duration backlog = outbox.backlog(clock.instant());
        List<String> chats = slack.problems();
        boolean well =
                mailboxes.isEmpty() && sending.isEmpty() && chats.isEmpty() && backlog.compareTo(BACKLOG_MAX) <= 0;
        return (well ? Health.up() : Health.down())
                .withDetail("database", "answers")
                .withDetail("mailboxes", mailboxes.isEmpty() ? "all read" : mailboxes)
                .withDetail("sending", sending.isEmpty() ? "nothing in the way" : sending)
                .withDetail("slack", chats.isEmpty() ? "nothing in the way" : chats)
                .withDetail("outboxBacklogSeconds", backlog.toSeconds())
                .build();
    }
}
