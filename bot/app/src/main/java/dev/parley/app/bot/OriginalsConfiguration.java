package dev.parley.app.bot;

import dev.parley.core.desk.ReleaseMessage;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.KeptFiles;
import dev.parley.core.port.Leftovers;
import dev.parley.core.port.Originals;
import dev.parley.core.port.Quarantine;
import dev.parley.storage.PostgresStorage;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages as they came, and the chore that forgets files which stand in none any more. */
@Configuration(proxyBeanMethods = false)
class OriginalsConfiguration {
    private static final Duration LOOK = Duration.ofHours(1);
    private static final int BATCH = 100;

    /** A file stays for so long after it was last brought. */
    private static final Duration KEPT_AT_LEAST = Duration.ofDays(1);

    @Bean
    Originals originals(PostgresStorage storage) {
        return storage.originals();
    }

    @Bean
    KeptFiles keptFiles(PostgresStorage storage) {
        return storage.keptFiles();
    }

    @Bean
    Quarantine quarantine(PostgresStorage storage) {
        return storage.quarantine();
    }

    @Bean
    ReleaseMessage releaseMessage(Quarantine quarantine, UseCases useCases) {
        return new ReleaseMessage(quarantine, useCases);
    }

    /** It holds no claim: what another process collects at the same time is passed over. */
    @Bean
    Chore leftoverChore(PostgresStorage storage) {
        Leftovers leftovers = storage.leftovers();
        return new Chore("leftovers", LOOK, (_, now) -> leftovers.collect(now.minus(KEPT_AT_LEAST), BATCH) == BATCH);
    }
}
