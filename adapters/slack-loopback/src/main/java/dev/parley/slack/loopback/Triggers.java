package dev.parley.slack.loopback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Trigger ids: good for one view, for three seconds. Guarded by the {@link World}'s lock. */
final class Triggers {

    /** How long a trigger id opens a view. */
    static final Duration LIFE = Duration.ofSeconds(3);

    /** Who did what the trigger came from. */
    record Trigger(String team, String user, Instant until, boolean used) {}

    private final InstantSource clock;
    private final Map<String, Trigger> given = new HashMap<>();

    Triggers(InstantSource clock) {
        this.clock = clock;
    }

    String give(String team, String user) {
        String id = (given.size() + 1) + "." + Math.abs(team.hashCode() % 100_000) + ".loopback";
        given.put(id, new Trigger(team, user, clock.instant().plus(LIFE), false));
        return id;
    }

    /** Checks a trigger; {@link #spend} uses it up once the view is found good. */
    Trigger check(String id, String team) {
        Trigger trigger = given.get(id);
        if (trigger == null || !trigger.team().equals(team)) {
            throw new SlackError("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw new SlackError("exchanged_trigger_id");
        }
        if (!clock.instant().isBefore(trigger.until())) {
            throw new SlackError("expired_trigger_id");
        }
        return trigger;
    }

    void spend(String id) {
        given.computeIfPresent(id, (_, trigger) -> new Trigger(trigger.team(), trigger.user(), trigger.until(), true));
    }
}
