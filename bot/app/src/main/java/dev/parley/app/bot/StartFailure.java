package dev.parley.app.bot;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.storage.OtherSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.error.YAMLException;

/** Why something did not start, in one sentence that says what, where, and how to mend it. */
final class StartFailure {
    /** SQLSTATE classes and codes of PostgreSQL. */
    private static final String LOG_IN_REFUSED = "28";

    private static final String NO_SUCH_DATABASE = "3D000";

    private StartFailure() {}

    /** The bot's. */
    static CommandFailure ofBot(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            CommandFailure failure = ofSettings(cause, e);
            if (failure != null) {
                return failure;
            }
            if (cause instanceof SQLException sql) {
                return ofDatabase("parley.database.url", sql, e);
            }
            if (cause instanceof PortInUseException port) {
                return new CommandFailure(
                        ExitCode.TEMPORARY,
                        "Port " + port.getPort() + " is in use: stop the program that has it, perhaps another Parley,"
                                + " or give another server.port.",
                        e);
            }
            if (cause instanceof CannotListen) {
                return new CommandFailure(ExitCode.TEMPORARY, String.valueOf(cause.getMessage()), e);
            }
        }
        return new CommandFailure(ExitCode.UNREACHABLE, "The bot did not start: " + root(e).getMessage(), e);
    }

    /** A database's. {@code where}: which one, or which setting names it; never a password. */
    static CommandFailure ofDatabase(String where, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OtherSchema other) {
                return new CommandFailure(ExitCode.OTHER_VERSION, String.valueOf(other.getMessage()), e);
            }
            if (cause instanceof SQLException sql) {
                return ofDatabase(where, sql, e);
            }
        }
        return new CommandFailure(
                ExitCode.UNREACHABLE, "The database (" + where + ") cannot be used: " + root(e).getMessage(), e);
    }

    private static CommandFailure ofDatabase(String where, SQLException sql, RuntimeException e) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        String mend = state.startsWith(LOG_IN_REFUSED)
                ? "mend parley.database.user or PARLEY_DATABASE_PASSWORD."
                : state.equals(NO_SUCH_DATABASE)
                        ? "make it with createdb, or mend parley.database.url."
                        : "is it running, and is parley.database.url right?";
        return new CommandFailure(
                ExitCode.UNREACHABLE,
                "The database (" + where + ") cannot be used: " + oneLine(sql.getMessage()) + "; " + mend,
                e);
    }

    private static @Nullable CommandFailure ofSettings(Throwable cause, RuntimeException e) {
        return switch (cause) {
            case BadSettings bad -> new CommandFailure(ExitCode.USAGE, String.valueOf(bad.getMessage()), e);
            case BindException wrong
            when wrong.getProperty() != null && !(root(e) instanceof BadSettings) ->
                new CommandFailure(ExitCode.USAGE, wrong(wrong.getProperty(), wrong), e);
            case YAMLException bad ->
                new CommandFailure(ExitCode.USAGE, "The settings file is no YAML: " + oneLine(bad.getMessage()), e);
            default -> null;
        };
    }

    private static String wrong(ConfigurationProperty property, BindException e) {
        return property.getName() + place(property) + " is ‘" + property.getValue() + "’; give " + right(e)
                + " (docs/operating.md).";
    }

    private static String right(BindException e) {
        Class<?> type = e.getTarget().getType().resolve(Object.class);
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
        }
        if (type == Duration.class) {
            return "a time such as 45s or 2m";
        }
        if (type == DataSize.class) {
            return "a size such as 25MB";
        }
        return type == int.class ? "a whole number" : "another value";
    }

    /** File and line, or the variable of the environment, in brackets behind a blank; "" if nobody knows. */
    static String place(@Nullable ConfigurationProperty property) {
        return property == null ? "" : place(property.getOrigin());
    }

    private static String place(@Nullable Origin origin) {
        return switch (origin) {
            case null -> "";
            case PropertySourceOrigin within when within.getOrigin() != null -> place(within.getOrigin());
            case TextResourceOrigin text
            when text.getResource() != null && text.getLocation() != null ->
                " (" + text.getResource().getFilename() + ":"
                        + (text.getLocation().getLine() + 1) + ")";
            case Origin other -> " (" + other + ")";
        };
    }

    private static String oneLine(@Nullable String text) {
        return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\.$", "");
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
