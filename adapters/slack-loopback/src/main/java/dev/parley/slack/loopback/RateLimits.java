package dev.parley.slack.loopback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Slack's rate limits: token buckets per workspace and method, and per channel for posting. */
final class RateLimits {

    /** Messages a channel takes at once before one a second is all it takes. */
    static final int POST_BURST = 5;

    /** What a method may be called how often. */
    enum Tier {
        /** 1 a minute. */
        ONE(1),
        /** 20 a minute. */
        TWO(20),
        /** 50 a minute. */
        THREE(50),
        /** 100 a minute. */
        FOUR(100),
        /** Hundreds a minute. */
        SPECIAL(600);

        final int perMinute;

        Tier(int perMinute) {
            this.perMinute = perMinute;
        }
    }

    private record Bucket(double tokens, Instant at) {}

    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private boolean on = true;

    RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void on(boolean enforced) {
        on = enforced;
    }

    /** Takes one call of a method's minute; the seconds to wait when there is none left. */
    OptionalLong take(String team, String method, Tier tier) {
        return take(team + " " + method, tier.perMinute, Duration.ofMinutes(1).dividedBy(tier.perMinute));
    }

    /** Takes one post of a channel; the seconds to wait when there is none left. */
    OptionalLong post(String channel) {
        return take("post " + channel, POST_BURST, Duration.ofSeconds(1));
    }

    private synchronized OptionalLong take(String key, int most, Duration each) {
        Instant now = clock.instant();
        Bucket bucket = buckets.getOrDefault(key, new Bucket(most, now));
        double refilled = (double) Duration.between(bucket.at(), now).toMillis() / each.toMillis();
        double tokens = Math.min(most, bucket.tokens() + Math.max(0, refilled));
        if (on && tokens < 1) {
            buckets.put(key, new Bucket(tokens, now));
            return OptionalLong.of(Math.max(1, (long) Math.ceil((1 - tokens) * each.toMillis() / 1000.0)));
        }
        buckets.put(key, new Bucket(on ? tokens - 1 : tokens, now));
        return OptionalLong.empty();
    }
}
