package dev.parley.app.bot;

import dev.parley.core.port.ChannelSender;
import dev.parley.core.port.ChannelSender.Result;
import dev.parley.core.port.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the outbox holds, each message by its channel, with growing pauses after passing failures. */
final class OutboxStep implements Loop.Step {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxStep.class);

    /** Messages claimed at once by one loop. */
    private static final int BATCH = 8;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");

    private static final Duration RETRY_FIRST = Duration.ofSeconds(10);
    private static final int DOUBLINGS_MAX = 10;

    private final Outbox outbox;
    private final Map<String, ChannelSender> senders;
    private final Worker worker;

    OutboxStep(Outbox outbox, Map<String, ChannelSender> senders, Worker worker) {
        this.outbox = outbox;
        this.senders = Map.copyOf(senders);
        this.worker = worker;
    }

    @Override
    public boolean run() {
        List<Outbox.Claim> claims = outbox.claim(
                worker.name(), BATCH, worker.lease(), worker.clock().instant());
        claims.forEach(this::send);
        return !claims.isEmpty();
    }

    private void send(Outbox.Claim claim) {
        ChannelSender sender = senders.get(claim.message().channel());
        Result result = sender == null
                ? new Result.Later("this bot has no channel " + claim.message().channel())
                : sender.send(claim.message());
        worker.counters().sent(result);
        Instant now = worker.clock().instant();
        switch (result) {
            case Result.Sent sent -> {
                outbox.sent(claim, sent.providerId(), now);
                LOG.info(
                        "Sent message {} of ticket {}",
                        claim.id(),
                        claim.message().ticket());
            }
            case Result.Later later -> {
                outbox.retry(claim, later.why(), now.plus(pause(claim.tries())));
                LOG.warn(
                        "Message {} of ticket {} not sent at try {}: {}",
                        claim.id(),
                        claim.message().ticket(),
                        claim.tries(),
                        withoutAddresses(later.why()));
            }
            case Result.Never never -> {
                outbox.dead(claim, never.why(), now);
                LOG.warn(
                        "Message {} of ticket {} cannot be sent: {}",
                        claim.id(),
                        claim.message().ticket(),
                        withoutAddresses(never.why()));
            }
        }
    }

    /** Mail servers like to repeat the recipient. Whole it stands on the ticket. */
    private static String withoutAddresses(String why) {
        return ADDRESS.matcher(why).replaceAll("(address)");
    }

    private static Duration pause(int tries) {
        return RETRY_FIRST.multipliedBy(1L << Math.min(Math.max(0, tries - 1), DOUBLINGS_MAX));
    }
}
