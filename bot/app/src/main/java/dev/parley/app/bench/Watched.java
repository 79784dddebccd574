package dev.parley.app.bench;

import dev.parley.core.message.InboundMessage;
import dev.parley.core.port.Outbox;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Looks at the bot's ports from outside and tells when a mail is done: a new one when its acknowledgement was handed
 * over and noted as sent, a reply when its decision is committed.
 */
final class Watched {
    private final Map<String, Runnable> waiting = new ConcurrentHashMap<>();
    private final Map<String, Runnable> waitingForCommit = new ConcurrentHashMap<>();
    private final Queue<BenchMail.Ticket> tickets = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<List<String>> current = ThreadLocal.withInitial(ArrayList::new);

    /** {@code done} runs once, when the acknowledgement of the mail with this id is out. */
    void whenAcknowledged(String id, Runnable done) {
        waiting.put(id, done);
    }

    /** {@code done} runs once, when the mail with this id is worked in. */
    void whenAccepted(String id, Runnable done) {
        waitingForCommit.put(id, done);
    }

    /** The next ticket to reply to; it comes again when all others had their turn. */
    BenchMail.Ticket nextTicket() {
        BenchMail.Ticket ticket = tickets.poll();
        if (ticket == null) {
            throw new IllegalStateException("there are no tickets to reply to");
        }
        tickets.add(ticket);
        return ticket;
    }

    Function<RawMessage, InboundMessage> parser(Function<RawMessage, InboundMessage> parser) {
        return raw -> {
            current.get().add(raw.key().nativeId());
            return parser.apply(raw);
        };
    }

    Store store(Store store) {
        return new WatchedStore(store);
    }

    Outbox outbox(Outbox outbox) {
        return new WatchedOutbox(outbox);
    }

    private static void ring(Map<String, Runnable> bells, String id) {
        Runnable done = bells.remove(id);
        if (done != null) {
            done.run();
        }
    }

    private final class WatchedStore implements Store {
        private final Store store;

        WatchedStore(Store store) {
            this.store = store;
        }

        @Override
        public <T> T transact(Function<Transaction, T> work) {
            T result = store.transact(work);
            current.get().forEach(id -> ring(waitingForCommit, id));
            current.get().clear();
            return result;
        }

        @Override
        public <T> Rehearsal<T> rehearse(Function<Transaction, T> work) {
            return store.rehearse(work);
        }
    }

    private final class WatchedOutbox implements Outbox {
        private final Outbox outbox;

        WatchedOutbox(Outbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public List<Claim> claim(String worker, int max, Duration lease, Instant now) {
            return outbox.claim(worker, max, lease, now);
        }

        @Override
        public void sent(Claim claim, String providerId, Instant now) {
            outbox.sent(claim, providerId, now);
            OutgoingMessage message = claim.message();
            String answered = message.inReplyTo();
            if (answered != null) {
                String customer = message.to().getFirst().address();
                tickets.add(new BenchMail.Ticket(customer, message.replyTo(), message.messageId()));
                ring(waiting, answered);
            }
        }

        @Override
        public void retry(Claim claim, String why, Instant retryAt) {
            outbox.retry(claim, why, retryAt);
        }

        @Override
        public void dead(Claim claim, String why, Instant now) {
            outbox.dead(claim, why, now);
        }

        @Override
        public Duration backlog(Instant now) {
            return outbox.backlog(now);
        }
    }
}
