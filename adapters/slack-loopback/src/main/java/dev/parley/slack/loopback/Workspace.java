package dev.parley.slack.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A Slack workspace as it is when the loopback starts.
 *
 * @param id            {@code T…}
 * @param enterpriseId  {@code E…} of the Enterprise Grid organisation, empty for a workspace of its own
 * @param groups        user groups: handle to members
 * @param hasApp        whether the app is installed from the start
 */
public record Workspace(
        String id,
        String name,
        String domain,
        String enterpriseId,
        List<Person> people,
        List<Room> rooms,
        Map<String, Set<String>> groups,
        boolean hasApp) {

    public Workspace {
        people = List.copyOf(people);
        rooms = List.copyOf(rooms);
        groups = Map.copyOf(groups);
    }

    /** An empty workspace with the app installed. */
    public static Workspace named(String id, String name) {
        String domain = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return new Workspace(id, name, domain, "", List.of(), List.of(), Map.of(), true);
    }

    /** The same with more people. */
    public Workspace with(Person... more) {
        List<Person> all = new ArrayList<>(people);
        all.addAll(List.of(more));
        return new Workspace(id, name, domain, enterpriseId, all, rooms, groups, hasApp);
    }

    /** The same with more channels. */
    public Workspace with(Room... more) {
        List<Room> all = new ArrayList<>(rooms);
        all.addAll(List.of(more));
        return new Workspace(id, name, domain, enterpriseId, people, all, groups, hasApp);
    }

    /** The same with one more user group. */
    public Workspace withGroup(String handle, String... members) {
        Map<String, Set<String>> all = new TreeMap<>(groups);
        all.put(handle, Set.of(members));
        return new Workspace(id, name, domain, enterpriseId, people, rooms, all, hasApp);
    }

    /** The same inside an Enterprise Grid organisation. */
    public Workspace of(String enterprise) {
        return new Workspace(id, name, domain, enterprise, people, rooms, groups, hasApp);
    }

    /** The same before anybody installed the app. */
    public Workspace withoutApp() {
        return new Workspace(id, name, domain, enterpriseId, people, rooms, groups, false);
    }
}
