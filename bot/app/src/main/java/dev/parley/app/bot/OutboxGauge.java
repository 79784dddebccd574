package dev.parley.app.bot;

import dev.parley.core.port.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/** Shows how long the oldest unsent message has been waiting. */
final class OutboxGauge {
    OutboxGauge(Outbox outbox, InstantSource clock, MeterRegistry registry) {
        Gauge.builder(
                        "parley.outbox.backlog",
                        () -> outbox.backlog(clock.instant()).toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("Age of the oldest message that should have been sent")
                .register(registry);
    }
}
