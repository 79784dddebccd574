package dev.parley.app.staff;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What the staff commands share: where the bot is, and how its answers are shown. */
abstract class StaffCommand implements Runnable {
    @Mixin
    private Access access = new Access();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        commandSpec().commandLine().usage(commandSpec().commandLine().getOut());
    }

    final int get(String path, Function<JsonNode, String> text) {
        return show(access.client().get(path), text);
    }

    /** Two answers, one after the other; as JSON only the first. */
    final int getWith(String path, String more, Function<JsonNode, String> text, Function<JsonNode, String> moreText) {
        ApiClient client = access.client();
        return show(client.get(path), answer -> text.apply(answer) + moreText.apply(client.get(more)));
    }

    /** Prints what the bot answers, which is no JSON. */
    final int getAsItIs(String path) {
        commandSpec().commandLine().getOut().print(access.client().text(path));
        return 0;
    }

    final int post(String path, Map<String, ?> body, Function<JsonNode, String> text) {
        return show(access.client().post(path, body), text);
    }

    /** What is at {@code path}, as it comes; to be closed. */
    final InputStream open(String path) {
        return access.client().open(path);
    }

    /** Writes what is at {@code path} into a file. */
    final int save(String path, Path file) {
        try (InputStream in = open(path)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            say("Written: " + file);
            return 0;
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.USAGE, "Cannot write the file ‘" + file + "’: " + e.getMessage(), e);
        }
    }

    /** Prints a line. */
    final void say(String line) {
        commandSpec().commandLine().getOut().println(line);
    }

    /** A body of the pairs that have a value. */
    static Map<String, Object> body(@Nullable Object... pairs) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] instanceof String name && pairs[i + 1] != null) {
                body.put(name, pairs[i + 1]);
            }
        }
        return body;
    }

    private int show(JsonNode answer, Function<JsonNode, String> text) {
        commandSpec().commandLine().getOut().println(access.json() ? answer.toPrettyString() : text.apply(answer));
        return 0;
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        return spec;
    }
}
