package dev.parley.slack.loopback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What goes wrong on purpose. Durations are on the loopback's clock unless it says otherwise. */
public final class Faults {

    enum Kind {
        /** Answer this HTTP status and do nothing. */
        STATUS,
        /** Close the connection and do nothing. */
        CLOSE_BEFORE,
        /** Do it, then close the connection without an answer. */
        CLOSE_AFTER,
        /** Do it, and answer only after the client gave up. */
        HANG_AFTER,
        /** Do nothing and do not answer. */
        HANG_BEFORE
    }

    private static final class Trouble {
        final String method;
        final Kind kind;
        final int status;
        final Instant until;
        int left;

        Trouble(String method, Kind kind, int status, Instant until, int left) {
            this.method = method;
            this.kind = kind;
            this.status = status;
            this.until = until;
            this.left = left;
        }
    }

    /** A trouble that strikes now. */
    record Strike(Kind kind, int status) {}

    private static final int ALWAYS = Integer.MAX_VALUE;

    private final World world;
    private final List<Trouble> troubles = new ArrayList<>();
    private int lostAcks;
    private int duplicates;
    private int toHold;

    Faults(World world) {
        this.world = world;
    }

    /** The next calls of a method ({@code *} for any) are answered with an HTTP status: 429, 500, 503. */
    public void answer(String method, int status, int times) {
        add(new Trouble(method, Kind.STATUS, status, Instant.MAX, times));
    }

    /** Calls of a method ({@code *} for any) are answered with an HTTP status for a while. */
    public void answerFor(String method, int status, Duration howLong) {
        add(new Trouble(method, Kind.STATUS, status, world.now().plus(howLong), ALWAYS));
    }

    /** The next calls of a method find the connection closed, and nothing done. */
    public void closeBefore(String method, int times) {
        add(new Trouble(method, Kind.CLOSE_BEFORE, 0, Instant.MAX, times));
    }

    /** The next calls of a method are done, but the connection is closed instead of an answer. */
    public void closeAfter(String method, int times) {
        add(new Trouble(method, Kind.CLOSE_AFTER, 0, Instant.MAX, times));
    }

    /** The next calls of a method are done and never answered: the client runs into its time-out. */
    public void hangAfter(String method, int times) {
        add(new Trouble(method, Kind.HANG_AFTER, 0, Instant.MAX, times));
    }

    /** The next calls of a method are neither done nor answered: the client runs into its time-out. */
    public void hang(String method, int times) {
        add(new Trouble(method, Kind.HANG_BEFORE, 0, Instant.MAX, times));
    }

    /** The next acknowledgements are lost on the way: Slack behaves as if the app had not sent them. */
    public synchronized void loseAcks(int times) {
        lostAcks += times;
    }

    /** The next deliveries of events come twice. */
    public synchronized void duplicate(int times) {
        duplicates += times;
    }

    /** The next so many deliveries of events are held until all are there, then come in reverse order. */
    public synchronized void reverse(int howMany) {
        toHold += howMany;
    }

    /** Whether Slack's rate limits hold; they do at the start. */
    public void rateLimits(boolean enforced) {
        world.limits.on(enforced);
    }

    /** Ends every trouble. */
    public synchronized void none() {
        troubles.clear();
        lostAcks = 0;
        duplicates = 0;
        toHold = 0;
    }

    private synchronized void add(Trouble trouble) {
        troubles.add(trouble);
    }

    synchronized Optional<Strike> strike(String method) {
        troubles.removeIf(trouble -> trouble.left <= 0 || !world.now().isBefore(trouble.until));
        for (Trouble trouble : troubles) {
            if (trouble.method.equals("*") || trouble.method.equals(method)) {
                trouble.left--;
                return Optional.of(new Strike(trouble.kind, trouble.status));
            }
        }
        return Optional.empty();
    }

    synchronized boolean losesAck() {
        return lostAcks > 0 && lostAcks-- > 0;
    }

    synchronized boolean duplicates() {
        return duplicates > 0 && duplicates-- > 0;
    }

    /** Whether this delivery is held; the last of those to be held lets all go. */
    synchronized int held() {
        return toHold > 0 ? toHold-- : 0;
    }
}
