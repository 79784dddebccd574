package dev.parley.slack.loopback;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A Slack channel as it is when the loopback starts.
 *
 * @param id          {@code C…} for channels
 * @param members     ids of the people in it
 * @param botIsIn     whether the app's bot user is a member
 * @param sharedWith  ids of the other workspaces it is shared with (Slack Connect)
 */
public record Room(
        String id,
        String name,
        boolean isPrivate,
        Set<String> members,
        boolean botIsIn,
        Set<String> sharedWith,
        boolean isArchived) {

    public Room {
        members = Set.copyOf(members);
        sharedWith = Set.copyOf(sharedWith);
    }

    /** A public channel the bot is in. */
    public static Room open(String id, String name, String... members) {
        return new Room(id, name, false, Set.of(members), true, Set.of(), false);
    }

    /** A private channel the bot is in. */
    public static Room closed(String id, String name, String... members) {
        return new Room(id, name, true, Set.of(members), true, Set.of(), false);
    }

    /** The same without the bot. */
    public Room withoutBot() {
        return new Room(id, name, isPrivate, members, false, sharedWith, isArchived);
    }

    /** The same, shared with other workspaces by Slack Connect. */
    public Room sharedWith(String... teamIds) {
        Set<String> teams = new LinkedHashSet<>(List.of(teamIds));
        return new Room(id, name, isPrivate, members, botIsIn, teams, isArchived);
    }

    /** The same, archived. */
    public Room archived() {
        return new Room(id, name, isPrivate, members, botIsIn, sharedWith, true);
    }
}
