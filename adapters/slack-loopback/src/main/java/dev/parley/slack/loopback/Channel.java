package dev.parley.slack.loopback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** A conversation and its messages, as Slack keeps them. Guarded by the {@link World}'s lock. */
final class Channel {

    enum Kind {
        PUBLIC("channel", "channels"),
        PRIVATE("group", "groups"),
        DIRECT("im", "im");

        /** The {@code channel_type} of message events. */
        final String type;
        /** The first part of the scopes that open it. */
        final String scope;

        Kind(String type, String scope) {
            this.type = type;
            this.scope = scope;
        }
    }

    final String id;
    final String name;
    final Kind kind;
    final String homeTeam;
    final Set<String> members = new LinkedHashSet<>();
    final Set<String> sharedWith;
    private final NavigableMap<String, ObjectNode> messages = new TreeMap<>();
    boolean archived;
    long createdSeconds;

    Channel(Room room, String homeTeam) {
        this.id = room.id();
        this.name = room.name();
        this.kind = room.isPrivate() ? Kind.PRIVATE : Kind.PUBLIC;
        this.homeTeam = homeTeam;
        this.sharedWith = room.sharedWith();
        this.archived = room.isArchived();
        members.addAll(room.members());
    }

    Channel(String id, String homeTeam, Collection<String> members) {
        this.id = id;
        this.name = "";
        this.kind = Kind.DIRECT;
        this.homeTeam = homeTeam;
        this.sharedWith = Set.of();
        this.members.addAll(members);
    }

    boolean isShared() {
        return !sharedWith.isEmpty();
    }

    /** What interaction payloads call it: Slack hides the names of private channels there. */
    String payloadName() {
        return switch (kind) {
            case PUBLIC -> name;
            case PRIVATE -> "privategroup";
            case DIRECT -> "directmessage";
        };
    }

    void put(ObjectNode message) {
        messages.put(Json.text(message, "ts"), message);
    }

    Optional<ObjectNode> message(String ts) {
        return Optional.ofNullable(messages.get(ts));
    }

    Optional<ObjectNode> remove(String ts) {
        return Optional.ofNullable(messages.remove(ts));
    }

    /** All messages and replies, oldest first. */
    List<ObjectNode> all() {
        return new ArrayList<>(messages.values());
    }

    /** What shows in the channel itself, oldest first: no replies, but the broadcast ones. */
    List<ObjectNode> top() {
        return messages.values().stream()
                .filter(message ->
                        !isReply(message) || Json.text(message, "subtype").equals("thread_broadcast"))
                .toList();
    }

    /** A thread, its first message included, oldest first. */
    List<ObjectNode> thread(String ts) {
        return messages.values().stream()
                .filter(message -> Json.text(message, "ts").equals(ts)
                        || Json.text(message, "thread_ts").equals(ts))
                .toList();
    }

    List<ObjectNode> replies(String ts) {
        return thread(ts).stream().filter(Channel::isReply).toList();
    }

    static boolean isReply(ObjectNode message) {
        String thread = Json.text(message, "thread_ts");
        return !thread.isEmpty() && !thread.equals(Json.text(message, "ts"));
    }
}
