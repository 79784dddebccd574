package dev.parley.slack.loopback;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Everything the loopback knows. One lock, the object itself, guards it and all that hangs from it. */
final class World {

    /** A message only one person sees. */
    record Ephemeral(String channel, String user, ObjectNode message) {}

    /** How often something waited for is looked at, changes aside. */
    private static final long LOOK_MILLIS = 50;

    final InstantSource clock;
    final SlackApp app;
    final Tokens tokens;
    final Journal journal = new Journal();
    final Faults faults;
    final RateLimits limits;
    final Triggers triggers;
    final Files files = new Files();
    final Views views = new Views();
    final Map<String, Team> teams = new LinkedHashMap<>();
    final Map<String, Channel> channels = new LinkedHashMap<>();
    final List<Ephemeral> ephemerals = new ArrayList<>();
    Optional<URI> requestUrl;
    private URI base = URI.create("http://127.0.0.1/");
    private long lastMicros;
    private long serial;
    private long changes;

    World(SlackApp app, InstantSource clock, List<Workspace> workspaces) {
        this.app = app;
        this.clock = clock;
        this.requestUrl = app.requestUrl();
        this.tokens = new Tokens(app.appToken());
        this.limits = new RateLimits(clock);
        this.triggers = new Triggers(clock);
        this.faults = new Faults(this);
        workspaces.forEach(this::add);
    }

    private void add(Workspace workspace) {
        Team team = new Team(workspace);
        teams.put(team.id, team);
        workspace.rooms().forEach(room -> add(team, room));
        if (team.installed) {
            install(team);
        }
    }

    private void add(Team team, Room room) {
        Channel channel = channels.computeIfAbsent(room.id(), _ -> new Channel(room, team.id));
        channel.createdSeconds = now().getEpochSecond();
        channel.members.addAll(room.members());
        if (room.botIsIn()) {
            channel.members.add(team.botUser);
        }
    }

    Token install(Team team) {
        team.installed = true;
        return app.rotatesTokens()
                ? tokens.rotating(team.id, app.scopes(), now())
                : tokens.install(team.id, app.scopes());
    }

    void base(URI here) {
        base = here;
    }

    /** An address on the loopback's own server. */
    String url(String path) {
        return base + path;
    }

    boolean usesSocket() {
        return requestUrl.isEmpty();
    }

    Instant now() {
        return clock.instant();
    }

    /** The next message timestamp: the clock's time, and never one twice. */
    synchronized String ts() {
        Instant now = now();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        lastMicros = Math.max(lastMicros + 1, micros);
        return lastMicros / 1_000_000 + "." + String.format("%06d", lastMicros % 1_000_000);
    }

    /** A new id with this prefix, ten characters and more, as Slack's are. */
    synchronized String id(String prefix) {
        return prefix + String.format("%09d", ++serial);
    }

    Team team(String id) {
        Team team = teams.get(id);
        if (team == null) {
            throw new IllegalArgumentException("no workspace " + id);
        }
        return team;
    }

    /** The workspace a person posts from: their own where it is modelled, else the one that lists them. */
    Team teamOf(String userId) {
        List<Team> listed = teams.values().stream()
                .filter(team -> team.people.containsKey(userId))
                .toList();
        return listed.stream()
                .filter(team -> team.homeOf(userId).equals(team.id))
                .findFirst()
                .or(() -> listed.stream().findFirst())
                .orElseThrow(() -> new IllegalArgumentException("nobody has the id " + userId));
    }

    Channel channel(String id) {
        Channel channel = channels.get(id);
        if (channel == null) {
            throw new IllegalArgumentException("no channel " + id);
        }
        return channel;
    }

    /** The direct messages of a person and the app's bot, opened when there are none yet. */
    Channel direct(Team team, String userId) {
        return channels.values().stream()
                .filter(channel -> channel.kind == Channel.Kind.DIRECT)
                .filter(channel -> channel.members.contains(userId) && channel.members.contains(team.botUser))
                .findFirst()
                .orElseGet(() -> {
                    Channel opened = new Channel(id("D"), team.id, List.of(userId, team.botUser));
                    opened.createdSeconds = now().getEpochSecond();
                    channels.put(opened.id, opened);
                    return opened;
                });
    }

    /** Tells everybody who waits that something changed. */
    synchronized void changed() {
        changes++;
        notifyAll();
    }

    synchronized long changes() {
        return changes;
    }

    /**
     * Waits in real time until there is something to return.
     *
     * @throws IllegalStateException when the limit passed
     */
    <T> T await(String what, Duration limit, Supplier<Optional<T>> wanted) {
        long until = System.nanoTime() + limit.toNanos();
        synchronized (this) {
            Optional<T> found = wanted.get();
            while (found.isEmpty()) {
                long leftMillis = (until - System.nanoTime()) / 1_000_000;
                if (leftMillis <= 0) {
                    throw new IllegalStateException(
                            "waited " + limit.toSeconds() + " s in vain for " + what + "\n" + journal.lately());
                }
                try {
                    wait(Math.min(leftMillis, LOOK_MILLIS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while waiting for " + what, e);
                }
                found = wanted.get();
            }
            return found.get();
        }
    }
}
