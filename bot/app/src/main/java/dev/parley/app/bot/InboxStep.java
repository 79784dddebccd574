package dev.parley.app.bot;

import dev.parley.core.desk.AcceptMessage;
import dev.parley.core.desk.Accepted;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.port.ClaimLost;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.StoreUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes recorded messages, understands them outside any transaction, and has them accepted. */
final class InboxStep implements Loop.Step {
    private static final Logger LOG = LoggerFactory.getLogger(InboxStep.class);

    /** Messages claimed at once by one loop. Few, so that the other loops have some too and share its flush. */
    private static final int BATCH = 4;

    private static final Duration RETRY_FIRST = Duration.ofSeconds(5);

    private final Inbox inbox;
    private final Function<RawMessage, InboundMessage> parser;
    private final AcceptMessage accept;
    private final Bell incoming;
    private final Bell outgoing;
    private final Worker worker;

    InboxStep(
            Inbox inbox,
            Function<RawMessage, InboundMessage> parser,
            AcceptMessage accept,
            Bells bells,
            Worker worker) {
        this.inbox = inbox;
        this.parser = parser;
        this.accept = accept;
        this.incoming = bells.incoming;
        this.outgoing = bells.outgoing;
        this.worker = worker;
    }

    /** Who waits for what this step leaves: other loops like this one, and those that send. */
    record Bells(Bell incoming, Bell outgoing) {}

    @Override
    public boolean run() {
        List<Inbox.Claim> claims =
                inbox.claim(worker.name(), BATCH, worker.lease(), worker.clock().instant());
        if (claims.size() == BATCH) {
            incoming.ring();
        }
        claims.forEach(this::work);
        return !claims.isEmpty();
    }

    private void work(Inbox.Claim claim) {
        InstantSource clock = worker.clock();
        try {
            Accepted accepted = accept.accept(claim, parser.apply(claim.message()), clock.instant());
            LOG.info("Message {} of desk {}: {}", claim.id(), claim.message().desk(), accepted);
            worker.counters().accepted(accepted);
            outgoing.ring();
        } catch (ClaimLost e) {
            LOG.info("Message {} was taken over by another worker", claim.id());
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Message {} failed at try {}", claim.id(), claim.tries(), e);
            Duration pause = RETRY_FIRST.multipliedBy(1L << Math.min(claim.tries(), 8));
            inbox.fail(claim, e.toString(), clock.instant().plus(pause));
            worker.counters().failed();
        }
    }
}
