package dev.parley.app.bot;

import dev.parley.core.conversation.Marks;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.PromiseBook;
import dev.parley.core.desk.SetSeverity;
import dev.parley.core.desk.UseCases;
import dev.parley.core.desk.WatchLevels;
import dev.parley.core.port.Histories;
import dev.parley.core.port.Store;
import dev.parley.core.port.Turnover;
import dev.parley.storage.PostgresStorage;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What service levels and reports are made of. */
@Configuration(proxyBeanMethods = false)
class LevelConfiguration {
    private static final int REPLIES_BATCH = 20;
    private static final Duration REPLIES_LOOK = Duration.ofSeconds(1);

    @Bean
    Histories histories(PostgresStorage storage) {
        return storage.histories();
    }

    @Bean
    Turnover turnover(PostgresStorage storage) {
        return storage.turnover();
    }

    @Bean
    PromiseBook promiseBook(Desks desks) {
        return new PromiseBook(desks.entries().stream()
                .collect(Collectors.toMap(Desks.Entry::name, entry -> Profiles.promises(entry.desk()))));
    }

    @Bean
    SetSeverity setSeverity(Store store, PromiseBook promises) {
        return new SetSeverity(store, promises);
    }

    /** Sends the replies of staff that could be called back until now. */
    @Bean
    Chore replyChore(UseCases useCases) {
        return new Chore(
                "replies",
                REPLIES_LOOK,
                (_, now) -> useCases.holdReply().release(REPLIES_BATCH, now).size() == REPLIES_BATCH);
    }

    @Bean
    Chore levelChore(DeskBook desks, PromiseBook promises, PostgresStorage storage, Marks marks) {
        return LevelChore.of(storage.levelWork(), new WatchLevels(desks, promises, storage.store(), marks));
    }
}
