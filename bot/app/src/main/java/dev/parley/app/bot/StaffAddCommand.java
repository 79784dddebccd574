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
import java.util.Optional;
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
    private static final Pattern ACCOUNT = Pattern.compile("T[A-Z0-9]{1,40} [UW][A-Z0-9]{1,40}");
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

    @Option(
            names = "--slack",
            paramLabel = "\"TEAM USER\"",
            description = "The person's account in Slack, as /parley who shows it, where the address differs there.")
    private @Nullable String slack;

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
            checkAccounts(storage);
            Customers.By by =
                    new Customers.By(new Actor.Desk(), Clock.systemUTC().instant());
            String token = storage.staff().enroll(new Staff.Person(desk, login, name, granted), by);
            keepAccounts(storage, by);
            if (spec != null) {
                spec.commandLine().getOut().println(token);
            }
            return ExitCode.OK.number();
        }
    }

    /** Before anything is made, so that no token is lost to a slip. */
    private void checkAccounts(PostgresStorage storage) {
        if (email != null && !ADDRESS.matcher(email).matches()) {
            throw new CommandFailure(ExitCode.USAGE, "‘" + email + "’ is no mail address.");
        }
        if (slack != null && !ACCOUNT.matcher(slack).matches()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "‘" + slack + "’ is no account in Slack; give what /parley who shows.");
        }
        Optional<String> owner = email == null
                ? Optional.empty()
                : storage.chatPeople().byAddress(desk, email).filter(other -> !other.equals(login));
        if (owner.isPresent()) {
            throw new CommandFailure(ExitCode.REFUSED, email + " is the address of " + owner.get() + " already.");
        }
    }

    private void keepAccounts(PostgresStorage storage, Customers.By by) {
        if (email != null) {
            storage.chatPeople().reachable(desk, login, email, by);
        }
        if (slack != null) {
            storage.chatPeople().link(desk, slack, login, by.at());
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
