package dev.parley.app.bench;

import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Hands mails to the inbox, some at a time, and waits until they are done. */
final class Traffic {
    /** Whose mail it is. */
    static final String DESK = "pro-support";

    private static final String CHANNEL = "mail:bench";

    /** Customers who write in turn, each so many tickets, before the next ones do. */
    private static final int CUSTOMERS_IN_TURN = 256;

    private static final int TICKETS_PER_CUSTOMER = 4;

    private static final int PATIENCE_SECONDS = 60;

    private final Inbox inbox;
    private final Watched watched;
    private final AtomicLong numbers = new AtomicLong();
    private final String run = Long.toString(System.nanoTime(), 36);

    Traffic(Inbox inbox, Watched watched) {
        this.inbox = inbox;
        this.watched = watched;
    }

    /**
     * Which mails, and how they come.
     *
     * @param reply to tickets made before, else new tickets
     * @param atOnce so many senders hand in one mail after the other
     * @param ahead how many mails a sender may have handed in that are not done yet
     */
    record Load(boolean reply, BenchMail mail, int atOnce, int ahead) {}

    /** How many mails were done, and how long that took, the last one included. */
    record Done(long mails, double seconds) {}

    Done run(Load load, int seconds) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        long mails = 0;
        try (ExecutorService senders = Executors.newFixedThreadPool(load.atOnce())) {
            List<Future<Long>> counts = IntStream.range(0, load.atOnce())
                    .mapToObj(_ -> senders.submit(() -> send(load, end)))
                    .toList();
            for (Future<Long> count : counts) {
                mails += count.get();
            }
        } catch (ExecutionException problem) {
            throw new IllegalStateException(problem.getCause());
        }
        return new Done(mails, (System.nanoTime() - start) / 1e9);
    }

    private long send(Load load, long end) throws InterruptedException {
        Semaphore free = new Semaphore(load.ahead());
        long sent = 0;
        for (; System.nanoTime() < end; sent++) {
            take(free, 1);
            boolean ignored = inbox.record(List.of(next(load, free))) == 1;
        }
        take(free, load.ahead());
        return sent;
    }

    private String customer(long number) {
        long turn = number / (CUSTOMERS_IN_TURN * TICKETS_PER_CUSTOMER);
        return "c" + run + "." + turn + "." + number % CUSTOMERS_IN_TURN + "@customer.example";
    }

    private static void take(Semaphore free, int permits) throws InterruptedException {
        if (!free.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("mails are not done after " + PATIENCE_SECONDS + " s");
        }
    }

    private RawMessage next(Load load, Semaphore free) {
        long number = numbers.getAndIncrement();
        String id = run + "." + number + "@customer.example";
        byte[] mail;
        if (load.reply()) {
            watched.whenAccepted(id, free::release);
            mail = load.mail().reply(id, watched.nextTicket());
        } else {
            watched.whenAcknowledged(id, free::release);
            mail = load.mail().fresh(id, customer(number));
        }
        return new RawMessage(
                DESK, new MessageKey(CHANNEL, id), Clock.systemUTC().instant(), List.of(), mail);
    }
}
