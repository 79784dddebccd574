package dev.parley.app.bot;

import dev.parley.core.desk.BuyAutomatically;
import dev.parley.core.desk.UseCases;
import dev.parley.storage.PostgresStorage;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The chore that buys packages for customers who agreed to that. */
@Configuration(proxyBeanMethods = false)
class PurchaseConfiguration {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int BATCH = 20;

    @Bean
    Chore purchaseChore(PostgresStorage storage, UseCases useCases) {
        BuyAutomatically buy = useCases.purchases().automatically().buy();
        return new Chore("purchases", LOOK, (lease, now) -> buy.buyDue(storage.standingWork(), BATCH, lease, now) > 0);
    }
}
