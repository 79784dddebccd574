package dev.parley.app.bot;

import dev.parley.app.slack.SlackController;
import dev.parley.app.slack.SlackDesks;
import dev.parley.core.desk.AssessRequest;
import dev.parley.core.desk.PromiseBook;
import dev.parley.core.desk.ReadCard;
import dev.parley.core.desk.SetSeverity;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.Histories;
import dev.parley.slack.SlackChannel;
import dev.parley.slack.SlackDesk;
import dev.parley.slack.SlackPorts;
import dev.parley.storage.PostgresStorage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Triage in Slack. */
@Configuration(proxyBeanMethods = false)
@Import(SlackController.class)
class SlackConfiguration {
    /** Slack takes a message a second in a channel; so often it is looked whether one is due. */
    private static final Duration LOOK = Duration.ofMillis(250);

    @Bean
    ReadCard readCard(Histories histories, PromiseBook promises, PostgresStorage storage) {
        return new ReadCard(storage.tickets(), histories, promises, storage.wallets());
    }

    @Bean
    SlackPorts slackPorts(
            UseCases useCases, AssessRequest requests, SetSeverity severity, ReadCard read, PostgresStorage storage) {
        return new SlackPorts(
                storage.inbox(),
                storage.store(),
                useCases,
                requests,
                severity,
                read,
                storage.tickets(),
                storage.staff(),
                storage.chatPeople(),
                storage.chatCards(),
                storage.leases());
    }

    @Bean(destroyMethod = "close")
    SlackDesks slackDesks(Desks desks, AssessRequest requests, SlackPorts ports, InstantSource clock) {
        return new SlackDesks(desks.entries().stream()
                .filter(entry -> entry.settings().slack() != null)
                .map(entry -> SlackChannel.open(
                        Objects.requireNonNull(entry.settings().slack()).settings(entry.name()),
                        new SlackDesk(entry.desk().policy(), requests.kinds(entry.name())),
                        ports,
                        clock))
                .toList());
    }

    @Bean
    Chore slackChore(SlackDesks slack, BotSettings settings) {
        String worker = Workers.name(settings.worker());
        return new Chore("slack", LOOK, (lease, now) -> slack.post(worker, lease, now));
    }
}
