package dev.parley.mail.wire;

import java.time.Duration;

/** Growing pauses between tries that fail, each twice the one before up to a limit. For one thread. */
final class Pauses {
    private final Duration first;
    private final Duration max;
    private final Duration maxAfterLogin;
    private Duration next;

    /** {@code maxAfterLogin}: the limit after a refused log-in, longer, because servers lock who tries too often. */
    Pauses(Duration first, Duration max, Duration maxAfterLogin) {
        this.first = first;
        this.max = max;
        this.maxAfterLogin = maxAfterLogin;
        this.next = first;
    }

    /** From a second to a minute, after refused log-ins to five minutes. */
    static Pauses usual() {
        return new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    /** The pause after one more failure. */
    Duration next(boolean refusedLogin) {
        Duration limit = refusedLogin ? maxAfterLogin : max;
        Duration pause = next.compareTo(limit) < 0 ? next : limit;
        next = pause.multipliedBy(2);
        return pause;
    }

    /** It works: the next failure is a first one. */
    void over() {
        next = first;
    }
}
