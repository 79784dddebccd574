package dev.parley.app.cli;

import dev.parley.app.command.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/** Runs command lines as the launcher does, in this JVM, and keeps what the last one printed. */
final class Shell {
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** A staff command for the bot at {@code url}. */
    ExitCode ask(String url, String token, String... arguments) {
        return run(Stream.concat(Stream.of(arguments), Stream.of("--url", url, "--token", token))
                .toArray(String[]::new));
    }

    /** Any command. */
    ExitCode run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Parley.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
