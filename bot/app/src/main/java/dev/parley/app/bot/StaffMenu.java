package dev.parley.app.bot;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./parley staff …}. */
@Command(
        name = "staff",
        mixinStandardHelpOptions = true,
        subcommands = StaffAddCommand.class,
        description = "Who works at a desk.")
public final class StaffMenu implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
