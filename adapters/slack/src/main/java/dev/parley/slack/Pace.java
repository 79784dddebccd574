package dev.parley.slack;

import java.time.Duration;
import java.time.Instant;

/** One new message a second in a channel, and silence for as long as Slack asks for it. */
final class Pace {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private Instant posts = Instant.MIN;
    private Instant silence = Instant.MIN;

    /** True if Slack may be called now. */
    synchronized boolean awake(Instant now) {
        return !now.isBefore(silence);
    }

    /** When the next message may be posted; not after {@code now}: at once. Changing one that stands needs no turn. */
    synchronized Instant next() {
        return posts.isAfter(silence) ? posts : silence;
    }

    /** Something was posted. */
    synchronized void posted(Instant now) {
        posts = now.plus(BETWEEN);
    }

    /** Slack wants to be left alone. */
    synchronized void rest(Instant until) {
        silence = until.isAfter(silence) ? until : silence;
    }
}
