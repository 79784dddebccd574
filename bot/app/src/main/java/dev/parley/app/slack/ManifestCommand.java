package dev.parley.app.slack;

import dev.parley.app.command.ExitCode;
import dev.parley.slack.Manifest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley slack manifest}: what makes the app at Slack in one paste. */
@Command(
        name = "manifest",
        mixinStandardHelpOptions = true,
        description = "Print the app manifest to paste at https://api.slack.com/apps (docs/slack.md).")
public final class ManifestCommand implements Callable<Integer> {
    @Option(
            names = "--url",
            description = "Where Slack reaches the bot, such as https://support.desk.example/api/v1/slack/DESK."
                    + " Default: Socket Mode, which needs no address.")
    private @Nullable String url;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().getOut().println(url == null ? Manifest.json() : Manifest.json(url));
        }
        return ExitCode.OK.number();
    }
}
