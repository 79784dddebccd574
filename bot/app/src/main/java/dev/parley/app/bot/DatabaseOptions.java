package dev.parley.app.bot;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.storage.PostgresSettings;
import dev.parley.storage.PostgresStorage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine.Option;

/** Which database a command works on without a running bot: the settings file's, the environment's, or the demo's. */
final class DatabaseOptions {
    private static final Path DEMO_FILE = Path.of(System.getProperty("parley.home", ".parley"), "staff.properties");
    private static final int CONNECTIONS = 2;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The bot's settings file. Default: $$PARLEY_DATABASE_URL, _USER and _PASSWORD, else the demo.")
    private @Nullable Path config;

    /** Opens it as it is: only a bot that starts makes or changes its tables. */
    PostgresStorage open() {
        return open(UnaryOperator.identity());
    }

    /** The same with other settings. */
    PostgresStorage open(UnaryOperator<PostgresSettings> changed) {
        PostgresSettings settings = changed.apply(settings());
        try {
            return PostgresStorage.openAsItIs(settings, Clock.systemUTC());
        } catch (RuntimeException e) {
            // What follows the question mark may hold a password.
            throw StartFailure.ofDatabase(settings.url().replaceAll("\\?.*", ""), e);
        }
    }

    private PostgresSettings settings() {
        Map<?, ?> file = config == null ? Map.of() : database(config);
        Properties demo = config == null ? demo() : new Properties();
        return PostgresSettings.of(
                        value(file, "url", demo.getProperty("jdbc")),
                        value(file, "user", demo.isEmpty() ? null : "postgres"),
                        value(file, "password", ""))
                .withConnections(CONNECTIONS);
    }

    private static String value(Map<?, ?> file, String key, @Nullable String otherwise) {
        String name = "PARLEY_DATABASE_" + key.toUpperCase(Locale.ROOT);
        String environment = System.getenv(name);
        Object found = environment != null ? environment : file.get(key);
        if (found == null && otherwise == null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Nothing says which database: give --config FILE with parley.database." + key + ", or set " + name
                            + ".");
        }
        return found == null ? String.valueOf(otherwise) : found.toString();
    }

    private static Map<?, ?> database(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return root instanceof Map<?, ?> map
                            && map.get("parley") instanceof Map<?, ?> parley
                            && parley.get("database") instanceof Map<?, ?> database
                    ? database
                    : Map.of();
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.USAGE, "There is no settings file " + file + ".", e);
        } catch (IOException | YAMLException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "Cannot read the settings file " + file + ": " + e.getMessage(), e);
        }
    }

    private static Properties demo() {
        Properties properties = new Properties();
        if (Files.isReadable(DEMO_FILE)) {
            try (InputStream in = Files.newInputStream(DEMO_FILE)) {
                properties.load(in);
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.USAGE, "Cannot read " + DEMO_FILE + ": " + e.getMessage(), e);
            }
        }
        return properties;
    }
}
