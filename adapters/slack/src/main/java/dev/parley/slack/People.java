package dev.parley.slack;

import com.slack.api.model.User;
import dev.parley.core.port.ChatPeople;
import dev.parley.core.port.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who of the staff is behind an account: linked by themselves, or known by the mail address Slack vouches for. */
final class People {
    /** Slack's word on who somebody is holds for so long; what they may do is asked each time. */
    private static final Duration KNOWN = Duration.ofMinutes(10);

    private static final int KNOWN_MAX = 10_000;

    private final String desk;
    private final Staff staff;
    private final ChatPeople people;
    private final SlackApi api;
    private final InstantSource clock;
    private final Map<String, Looked> looked = new ConcurrentHashMap<>();

    People(SlackPorts ports, String desk, SlackApi api, InstantSource clock) {
        this.desk = desk;
        this.staff = ports.staff();
        this.people = ports.people();
        this.api = api;
        this.clock = clock;
    }

    /** Who somebody is. */
    sealed interface Who {
        /** Somebody at the desk. */
        record Known(Staff.Person person) implements Who {}

        /** Nobody here knows them. {@code address}: as Slack gives it, "" if it does not. */
        record Unknown(String address) implements Who {}

        /** A guest, or somebody of another workspace: never staff. */
        record Outsider() implements Who {}

        /** Slack did not say. */
        record Unsaid() implements Who {}
    }

    private sealed interface Said {
        record Mail(String address) implements Said {}

        record Outside() implements Said {}

        record Nothing() implements Said {}
    }

    private record Looked(Said said, Instant until) {}

    Who who(Call call) {
        return who(call.team(), call.user());
    }

    Who who(String team, String user) {
        if (user.isEmpty()) {
            return new Who.Unknown("");
        }
        Optional<Staff.Person> linked =
                people.byAccount(desk, team + " " + user).flatMap(this::active);
        if (linked.isPresent()) {
            return new Who.Known(linked.get());
        }
        return switch (said(team, user)) {
            case Said.Outside() -> new Who.Outsider();
            case Said.Nothing() -> new Who.Unsaid();
            case Said.Mail(var address) ->
                people.byAddress(desk, address)
                        .flatMap(this::active)
                        .<Who>map(Who.Known::new)
                        .orElseGet(() -> new Who.Unknown(address));
        };
    }

    private Optional<Staff.Person> active(String login) {
        return staff.list(desk).stream()
                .filter(person -> person.login().equals(login))
                .findFirst();
    }

    private Said said(String team, String user) {
        Instant now = clock.instant();
        Looked before = looked.get(team + " " + user);
        if (before != null && now.isBefore(before.until)) {
            return before.said;
        }
        Said said = switch (api.user(user)) {
            case Outcome.Done<User>(var found) -> said(team, found);
            case Outcome.Later<User> _ -> new Said.Nothing();
            case Outcome.Never<User> _ -> new Said.Mail("");
        };
        if (!(said instanceof Said.Nothing)) {
            if (looked.size() >= KNOWN_MAX) {
                looked.clear();
            }
            looked.put(team + " " + user, new Looked(said, now.plus(KNOWN)));
        }
        return said;
    }

    private static Said said(String team, User user) {
        boolean elsewhere =
                user.getTeamId() != null && !team.isEmpty() && !user.getTeamId().equals(team);
        if (elsewhere || user.isStranger() || user.isRestricted() || user.isUltraRestricted() || user.isBot()) {
            return new Said.Outside();
        }
        String address = user.getProfile() == null ? null : user.getProfile().getEmail();
        return new Said.Mail(address == null ? "" : address);
    }
}
