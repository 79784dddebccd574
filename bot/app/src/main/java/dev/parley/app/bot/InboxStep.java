package dev.parley.app.bot;

import dev.parley.app.shop.StripeController;
import dev.parley.core.desk.AcceptMessage;
import dev.parley.core.desk.AcceptMessage.Arrival;
import dev.parley.core.desk.Accepted;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.port.ClaimLost;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes recorded messages, understands them outside any transaction, and has them accepted. */
final class InboxStep implements Loop.Step {
    private static final Logger LOG = LoggerFactory.getLogger(InboxStep.class);

    private static final Duration RETRY_FIRST = Duration.ofSeconds(5);

    /** Channels of chats begin with it. */
    private static final String CHAT = "slack:";

    private final Inbox inbox;
    private final Function<RawMessage, InboundMessage> parser;
    private final AcceptMessage accept;
    private final int claimed;
    private final Map<String, BiConsumer<Inbox.Claim, Instant>> others;
    private final Bell incoming;
    private final Bell outgoing;
    private final Worker worker;

    InboxStep(Inbox inbox, Function<RawMessage, InboundMessage> parser, Together together, Bells bells, Worker worker) {
        this.inbox = inbox;
        this.parser = parser;
        this.accept = together.accept;
        this.claimed = together.max;
        this.others = together.others;
        this.incoming = bells.incoming;
        this.outgoing = bells.outgoing;
        this.worker = worker;
    }

    /**
     * Decides what was claimed at once, {@code max} messages at most, in one transaction; a lone one does not wait.
     *
     * @param others who understands what is no mail, and finishes the claim, by channel
     */
    record Together(AcceptMessage accept, int max, Map<String, BiConsumer<Inbox.Claim, Instant>> others) {
        Together {
            others = Map.copyOf(others);
        }

        Together(AcceptMessage accept, int max) {
            this(accept, max, Map.of());
        }
    }

    /** Who waits for what this step leaves: other loops like this one, and those that send. */
    record Bells(Bell incoming, Bell outgoing) {}

    @Override
    public boolean run() {
        List<Inbox.Claim> claims = inbox.claim(
                worker.name(), claimed, worker.lease(), worker.clock().instant());
        if (claims.size() == claimed) {
            incoming.ring();
        }
        claims.stream().filter(claim -> !isMail(claim)).forEach(this::hear);
        List<Arrival> arrivals = claims.stream()
                .filter(this::isMail)
                .map(this::understand)
                .flatMap(Optional::stream)
                .toList();
        if (arrivals.size() < 2 || !together(arrivals)) {
            arrivals.forEach(this::alone);
        }
        return !claims.isEmpty();
    }

    /** What payment providers and chats told is not: not even where this bot no longer knows them. */
    private boolean isMail(Inbox.Claim claim) {
        String channel = claim.message().key().channel();
        return !others.containsKey(channel) && !channel.equals(StripeController.CHANNEL) && !channel.startsWith(CHAT);
    }

    private void hear(Inbox.Claim claim) {
        String channel = claim.message().key().channel();
        try {
            BiConsumer<Inbox.Claim, Instant> other = others.get(channel);
            if (other == null) {
                throw new IllegalStateException("this bot has no channel " + channel);
            }
            other.accept(claim, worker.clock().instant());
            LOG.info(
                    "Message {} of {} of desk {} was heard",
                    claim.id(),
                    channel,
                    claim.message().desk());
            outgoing.ring();
        } catch (ClaimLost e) {
            LOG.info("Message {} of {} was taken over by another worker", claim.id(), channel);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            failed(claim, e);
        }
    }

    private Optional<Arrival> understand(Inbox.Claim claim) {
        try {
            return Optional.of(new Arrival(claim, parser.apply(claim.message())));
        } catch (RuntimeException e) {
            failed(claim, e);
            return Optional.empty();
        }
    }

    /** All in one transaction, which costs one commit; false if that failed and nothing of it was kept. */
    private boolean together(List<Arrival> arrivals) {
        List<Accepted> accepted;
        try {
            accepted = accept.accept(arrivals, worker.clock().instant());
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.info("{} messages failed together and are tried one by one: {}", arrivals.size(), e.toString());
            return false;
        }
        for (int i = 0; i < arrivals.size(); i++) {
            done(arrivals.get(i).claim(), accepted.get(i));
        }
        return true;
    }

    private void alone(Arrival arrival) {
        Inbox.Claim claim = arrival.claim();
        try {
            done(claim, accept.accept(arrival, worker.clock().instant()));
        } catch (ClaimLost e) {
            LOG.info("Message {} was taken over by another worker", claim.id());
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            failed(claim, e);
        }
    }

    private void done(Inbox.Claim claim, Accepted accepted) {
        LOG.info("Message {} of desk {}: {}", claim.id(), claim.message().desk(), accepted);
        worker.counters().accepted(accepted);
        outgoing.ring();
    }

    private void failed(Inbox.Claim claim, RuntimeException e) {
        LOG.error("Message {} failed at try {}", claim.id(), claim.tries(), e);
        Duration pause = RETRY_FIRST.multipliedBy(1L << Math.min(claim.tries(), 8));
        inbox.fail(claim, e.toString(), worker.clock().instant().plus(pause));
        worker.counters().failed();
    }
}
