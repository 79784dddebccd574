package dev.parley.app.bot;

import dev.parley.core.desk.AcceptMessage;
import dev.parley.core.desk.UseCases;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.port.ChannelSender;
import dev.parley.core.port.Checkpoints;
import dev.parley.core.port.DueWork;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Leases;
import dev.parley.core.port.MissedMail;
import dev.parley.core.port.Outbox;
import dev.parley.core.port.RawMessage;
import dev.parley.mail.wire.MailboxReader;
import dev.parley.mail.wire.MailboxSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot while it runs. Three kinds of loops do all work, each at its own pace; nothing that matters lives in them, so
 * any of them may die at any moment and any other process may go on.
 */
public final class Bot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    /** How long everything that is under way may take to finish, all together, when the bot stops. */
    private static final Duration GOODBYE = Duration.ofSeconds(20);

    /** How long a message another process recorded may lie until it is looked at. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration LOOK_DUE = Duration.ofSeconds(5);

    private final List<Loop> loops = new ArrayList<>();
    private final List<MailboxReader> readers = new ArrayList<>();
    private final List<Thread> readerThreads = new ArrayList<>();
    private final Map<String, ChannelSender> senders;
    private final Bell incoming = new Bell();
    private final Bell outgoing = new Bell();
    private final Inbox inbox;

    /** What the bot keeps its work in. */
    public record Ports(
            Inbox inbox, MissedMail missed, Outbox outbox, DueWork due, Leases leases, Checkpoints checkpoints) {}

    /**
     * What it works with.
     *
     * @param parser understands a raw message; may throw for what is beyond understanding
     * @param senders by channel
     * @param mailboxes to read
     * @param chores what comes with time, each in a loop of its own
     * @param others understands and works on what is no mail, and finishes the claim, by channel
     */
    public record Parts(
            UseCases useCases,
            Function<RawMessage, InboundMessage> parser,
            Map<String, ChannelSender> senders,
            List<MailboxSettings> mailboxes,
            List<Chore> chores,
            Map<String, BiConsumer<Inbox.Claim, Instant>> others) {
        /** Of a bot that hears of nothing but mail. */
        public Parts(
                UseCases useCases,
                Function<RawMessage, InboundMessage> parser,
                Map<String, ChannelSender> senders,
                List<MailboxSettings> mailboxes,
                List<Chore> chores) {
            this(useCases, parser, senders, mailboxes, chores, Map.of());
        }
    }

    /**
     * How it works.
     *
     * @param worker its name in leases, different for every process
     * @param inboxLoops how many messages are worked on at once
     * @param outboxLoops how many messages are sent at once
     * @param together how many messages are decided in one transaction at most
     * @param workLease how long a message being worked on, or a ticket that is due, stays with a process that died
     * @param sendLease the same for a message being sent
     */
    public record Pace(
            String worker, int inboxLoops, int outboxLoops, int together, Duration workLease, Duration sendLease) {}

    /** Starts everything. */
    public static Bot start(Ports ports, Parts parts, Pace pace, InstantSource clock, MeterRegistry registry) {
        Bot bot = new Bot(ports, parts);
        Counters counters = new Counters(registry);
        bot.startWork(ports, parts, pace, new Worker(pace.worker(), pace.workLease(), clock, counters));
        bot.startSending(
                ports.outbox(), pace.outboxLoops(), new Worker(pace.worker(), pace.sendLease(), clock, counters));
        bot.startReaders(ports, parts, pace.worker(), clock);
        return bot;
    }

    private Bot(Ports ports, Parts parts) {
        this.senders = parts.senders();
        this.inbox = new RingingInbox(ports.inbox(), incoming);
    }

    /** The inbox; what is recorded through it is worked on at once. */
    public Inbox inbox() {
        return inbox;
    }

    /** There may be something to send. */
    public void ringOutgoing() {
        outgoing.ring();
    }

    /** What is wrong with the mailboxes just now, a line each; empty if all is well. */
    public List<String> mailboxProblems() {
        return readers.stream()
                .map(MailboxReader::problem)
                .filter(problem -> !problem.isEmpty())
                .toList();
    }

    /** Why nothing goes out just now, a line each channel; empty if all is well. */
    public List<String> sendingProblems() {
        return senders.values().stream()
                .map(ChannelSender::problem)
                .filter(problem -> !problem.isEmpty())
                .toList();
    }

    /** Takes nothing new, finishes what is under way, gives back the leases. */
    @Override
    public void close() {
        readers.forEach(MailboxReader::close);
        loops.forEach(Loop::stop);
        long until = System.nanoTime() + GOODBYE.toNanos();
        loops.forEach(loop -> loop.awaitEnd(until - System.nanoTime()));
        readerThreads.forEach(thread -> awaitEnd(thread, until - System.nanoTime()));
        senders.values().stream()
                .filter(AutoCloseable.class::isInstance)
                .map(AutoCloseable.class::cast)
                .forEach(Bot::closeQuietly);
    }

    private void startWork(Ports ports, Parts parts, Pace pace, Worker worker) {
        AcceptMessage accept = parts.useCases().acceptMessage();
        InboxStep.Bells bells = new InboxStep.Bells(incoming, outgoing);
        for (int i = 0; i < pace.inboxLoops(); i++) {
            Loop.Step step = new InboxStep(
                    inbox,
                    parts.parser(),
                    new InboxStep.Together(accept, pace.together(), parts.others()),
                    bells,
                    worker);
            loops.add(new Loop("inbox-" + i, step, incoming, LOOK));
        }
        Loop.Step due = new DueStep(ports.due(), parts.useCases().actOnTicket(), outgoing, worker);
        loops.add(new Loop("due", due, new Bell(), LOOK_DUE));
        parts.chores().forEach(chore -> loops.add(loop(chore, worker)));
    }

    private Loop loop(Chore chore, Worker worker) {
        Loop.Step step = () -> {
            boolean done = chore.job().run(worker.lease(), worker.clock().instant());
            if (done) {
                outgoing.ring();
            }
            return done;
        };
        return new Loop(chore.name(), step, new Bell(), chore.look());
    }

    private void startSending(Outbox outbox, int outboxLoops, Worker worker) {
        for (int i = 0; i < outboxLoops; i++) {
            loops.add(new Loop("outbox-" + i, new OutboxStep(outbox, senders, worker), outgoing, LOOK));
        }
    }

    private void startReaders(Ports ports, Parts parts, String worker, InstantSource clock) {
        for (MailboxSettings mailbox : parts.mailboxes()) {
            MailboxReader.Ports forReading =
                    new MailboxReader.Ports(inbox, ports.missed(), ports.leases(), ports.checkpoints());
            MailboxReader reader = new MailboxReader(mailbox, forReading, worker, clock);
            readers.add(reader);
            readerThreads.add(
                    Thread.ofVirtual().name("mailbox " + mailbox.channel()).start(reader::run));
        }
    }

    /** Waits {@code nanos} at most, then interrupts; what the thread held is taken over when its lease ends. */
    static void awaitEnd(Thread thread, long nanos) {
        try {
            boolean ended = thread.join(Duration.ofNanos(Math.max(1, nanos)));
            if (!ended) {
                LOG.warn("{} did not end in time; what it held is taken over when its lease ends", thread.getName());
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // Everything it had to say was said while it worked.
            return;
        }
    }
}
