package dev.parley.app.staff;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * Where the bot is and who asks: options, then environment, then the file the demo writes. A production token belongs
 * into the environment, because a command line can be seen by others on the machine.
 */
final class Access {
    /** What the demo writes for this machine's own use. */
    static final Path DEMO_FILE = Path.of(System.getProperty("parley.home", ".parley"), "staff.properties");

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Address of the bot. Default: $$PARLEY_URL, else the running demo.")
    private @Nullable String url;

    @Option(
            names = "--token",
            scope = ScopeType.INHERIT,
            paramLabel = "TOKEN",
            description = "Your staff token. Default: $$PARLEY_TOKEN, else the demo's.")
    private @Nullable String token;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the bot's answer as JSON.")
    private boolean json;

    boolean json() {
        return json;
    }

    ApiClient client() {
        Properties demo = demo();
        return new ApiClient(
                address(first(url, System.getenv("PARLEY_URL"), demo.getProperty("url"), "--url or PARLEY_URL")),
                printable(first(
                        token, System.getenv("PARLEY_TOKEN"), demo.getProperty("token"), "--token or PARLEY_TOKEN")));
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw noAddress(text, e);
        }
        throw noAddress(text, null);
    }

    private static CommandFailure noAddress(String text, @Nullable Throwable why) {
        return new CommandFailure(
                ExitCode.USAGE, "‘" + text + "’ is no address of a bot; give one like http://127.0.0.1:8080.", why);
    }

    /** What a token is made of; anything else cannot even be sent. */
    private static String printable(String token) {
        if (!token.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new CommandFailure(
                    ExitCode.USAGE, "The token holds a character that no token has; copy it again, without blanks.");
        }
        return token;
    }

    private static String first(
            @Nullable String option, @Nullable String environment, @Nullable String demo, String names) {
        String found = option != null ? option : environment != null ? environment : demo;
        if (found == null || found.isBlank()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "Nothing says which bot to ask: give " + names + ", or start ./parley demo.");
        }
        return found.strip();
    }

    private static Properties demo() {
        Properties properties = new Properties();
        if (Files.isReadable(DEMO_FILE)) {
            try (Reader reader = Files.newBufferedReader(DEMO_FILE)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.USAGE, "Cannot read " + DEMO_FILE + ": " + e.getMessage(), e);
            }
        }
        return properties;
    }
}
