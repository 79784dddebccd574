package dev.parley.slack.loopback;

import java.util.Objects;

/**
 * Somebody with a Slack account.
 *
 * @param id      Slack's user id, {@code U…}
 * @param name    the short name
 * @param email   the address in the profile, empty when there is none
 * @param kind    what the person may do in the workspace
 * @param teamId  the person's own workspace, empty for the workspace the person is listed in
 */
public record Person(String id, String name, String realName, String email, Kind kind, String teamId) {

    /** What somebody is in a workspace. */
    public enum Kind {
        ADMIN,
        MEMBER,
        /** A guest who sees only the channels given to them. */
        GUEST,
        /** A member of another workspace, seen through a shared channel. */
        EXTERNAL,
        /** Somebody who left; Slack keeps the account as deleted. */
        LEFT
    }

    public Person {
        Objects.requireNonNull(kind);
        if (!id.startsWith("U") && !id.startsWith("W")) {
            throw new IllegalArgumentException("a person's id starts with U or W: " + id);
        }
    }

    /** A member of the workspace. */
    public static Person member(String id, String realName, String email) {
        return new Person(id, shortName(realName), realName, email, Kind.MEMBER, "");
    }

    /** An administrator of the workspace. */
    public static Person admin(String id, String realName, String email) {
        return member(id, realName, email).as(Kind.ADMIN);
    }

    /** A guest of the workspace. */
    public static Person guest(String id, String realName, String email) {
        return member(id, realName, email).as(Kind.GUEST);
    }

    /** A member of another workspace; Slack shows an app no e-mail address of theirs. */
    public static Person external(String id, String realName, String teamId) {
        return new Person(id, shortName(realName), realName, "", Kind.EXTERNAL, teamId);
    }

    /** The same person as something else. */
    public Person as(Kind other) {
        return new Person(id, name, realName, email, other, teamId);
    }

    private static String shortName(String realName) {
        return realName.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
    }
}
