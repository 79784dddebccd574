package dev.parley.app.command;

import org.jspecify.annotations.Nullable;

/** A command cannot go on: one plain sentence that says what, where and how to mend it, and the exit code. */
public final class CommandFailure extends RuntimeException {

    private final ExitCode exitCode;

    public CommandFailure(ExitCode exitCode, String sentence) {
        this(exitCode, sentence, null);
    }

    /** The cause is shown with {@code --debug} only. */
    public CommandFailure(ExitCode exitCode, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** What the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
