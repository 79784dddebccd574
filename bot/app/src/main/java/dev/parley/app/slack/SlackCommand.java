package dev.parley.app.slack;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./parley slack}: setting up triage in Slack. */
@Command(
        name = "slack",
        mixinStandardHelpOptions = true,
        description = "Set up triage in Slack.",
        subcommands = {ManifestCommand.class, DoctorCommand.class})
public final class SlackCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
