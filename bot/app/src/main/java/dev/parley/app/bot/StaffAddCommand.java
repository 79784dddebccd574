package dev.parley.app.bot;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff;
import dev.parley.storage.PostgresStorage;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley staff add}: makes a person at a desk, or gives one a new token. For whoever has the database. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Make a person at a desk, or give one a new token. The token is shown once.")
public final class StaffAddCommand implements Callable<Integer> {
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");
    private static final int NAME_CHARS_MAX = 200;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--desk", required = true, description = "The desk's short name.")
    private String desk = "";

    @Option(names = "--login", required = true, description = "Letters, digits, dots, dashes.")
    private String login = "";

    @Option(names = "--name", required = true, description = "How colleagues call the person.")
    private String name = "";

    @Option(
            names = "--roles",
            required = true,
            split = ",",
            description = "One or more of agent, billing, dispute-approver, product.")
    private String[] roles = {};

    @Option(names = "--email", description = "Where the person gets mail; Slack knows them by it. Default: as before.")
    private @Nullable String email;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Set<Staff.Role> granted =
                Arrays.stream(roles).map(StaffAddCommand::role).collect(Collectors.toSet());
        if (!LOGIN.matcher(login).matches() || name.isBlank() || name.length() > NAME_CHARS_MAX) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Give a --login of 1 to 64 letters, digits, dots, dashes or underscores, and a --name of 1 to "
                            + NAME_CHARS_MAX + " characters.");
        }
        try (PostgresStorage storage = database.open()) {
            List<String> desks = storage.desks();
            if (!desks.contains(desk)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "There is no desk ‘" + desk + "’; give one of " + String.join(", ", desks)
                                + ". ./parley run makes the desks of its settings when it starts.");
            }
            Customers.By by =
                    new Customers.By(new Actor.Desk(), Clock.systemUTC().instant());
            String token = storage.staff().enroll(new Staff.Person(desk, login, name, granted), by);
            reachable(storage, by);
            if (spec != null) {
                spec.commandLine().getOut().println(token);
            }
            return ExitCode.OK.number();
        }
    }

    private void reachable(PostgresStorage storage, Customers.By by) {
        if (email == null) {
            return;
        }
        if (!ADDRESS.matcher(email).matches()) {
            throw new CommandFailure(ExitCode.USAGE, "‘" + email + "’ is no mail address.");
        }
        try {
            storage.chatPeople().reachable(desk, login, email, by);
        } catch (IllegalArgumentException taken) {
            throw new CommandFailure(ExitCode.REFUSED, String.valueOf(taken.getMessage()));
        }
    }

    private static Staff.Role role(String word) {
        return Arrays.stream(Staff.Role.values())
                .filter(role ->
                        role.name().equals(word.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "‘" + word + "’ is no role; give agent, billing, dispute-approver or product."));
    }
}
