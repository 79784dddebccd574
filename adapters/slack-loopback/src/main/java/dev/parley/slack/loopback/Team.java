package dev.parley.slack.loopback;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A workspace at run time. Guarded by the {@link World}'s lock. */
final class Team {

    final String id;
    final String name;
    final String domain;
    final String enterpriseId;
    final String botUser;
    final String botId;
    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<String, Set<String>> groups;
    boolean installed;

    Team(Workspace workspace) {
        this.id = workspace.id();
        this.name = workspace.name();
        this.domain = workspace.domain();
        this.enterpriseId = workspace.enterpriseId();
        this.botUser = "U0BOT" + id;
        this.botId = "B0" + id;
        this.installed = workspace.hasApp();
        this.groups = new TreeMap<>(workspace.groups());
        workspace.people().forEach(person -> people.put(person.id(), person));
    }

    Optional<Person> person(String userId) {
        return Optional.ofNullable(people.get(userId));
    }

    /** The workspace a person of this one really belongs to. */
    String homeOf(String userId) {
        return person(userId)
                .map(Person::teamId)
                .filter(team -> !team.isEmpty())
                .orElse(id);
    }

    /** The id of the user group with this handle. */
    static String groupId(String handle) {
        return "S0" + handle.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
