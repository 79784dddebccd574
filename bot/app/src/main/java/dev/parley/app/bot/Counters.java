package dev.parley.app.bot;

import dev.parley.core.desk.Accepted;
import dev.parley.core.port.ChannelSender.Result;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What the loops count, under names operators find in docs/operating.md. */
final class Counters {
    private final MeterRegistry registry;

    Counters(MeterRegistry registry) {
        this.registry = registry;
    }

    void accepted(Accepted accepted) {
        registry.counter("parley.messages.accepted", "outcome", name(accepted)).increment();
    }

    void failed() {
        registry.counter("parley.messages.failed").increment();
    }

    void sent(Result result) {
        registry.counter("parley.messages.sent", "result", name(result)).increment();
    }

    void due() {
        registry.counter("parley.tickets.due").increment();
    }

    private static String name(Object outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
