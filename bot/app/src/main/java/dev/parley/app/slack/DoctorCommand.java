package dev.parley.app.slack;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.slack.SlackDoctor;
import dev.parley.slack.SlackDoctor.Finding;
import dev.parley.slack.SlackSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley slack doctor}: what is missing, and how to mend it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Check tokens, scopes, the triage channel and the connection, and say how to mend what is wrong.")
public final class DoctorCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Option(
            names = "--bot-token",
            defaultValue = "$${PARLEY_DESKS_0_SLACK_BOTTOKEN:-}",
            description = "xoxb-… Default: $$PARLEY_DESKS_0_SLACK_BOTTOKEN.")
    private String botToken = "";

    @Option(
            names = "--app-token",
            defaultValue = "$${PARLEY_DESKS_0_SLACK_APPTOKEN:-}",
            description = "xapp-…, of Socket Mode. Default: $$PARLEY_DESKS_0_SLACK_APPTOKEN.")
    private String appToken = "";

    @Option(
            names = "--signing-secret",
            defaultValue = "$${PARLEY_DESKS_0_SLACK_SIGNINGSECRET:-}",
            description = "If Slack calls the bot by HTTP. Default: $$PARLEY_DESKS_0_SLACK_SIGNINGSECRET.")
    private String signingSecret = "";

    @Option(names = "--channel", required = true, description = "The id of the triage channel.")
    private String channel = "";

    @Option(names = "--api-base", defaultValue = SlackSettings.API, hidden = true)
    private String apiBase = SlackSettings.API;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> findings = look();
        for (Finding finding : findings) {
            say((finding.well() ? "ok    " : "wrong ") + finding.what());
            if (!finding.well()) {
                say("      " + finding.mend());
            }
        }
        return findings.stream().allMatch(Finding::well) ? ExitCode.OK.number() : ExitCode.REFUSED.number();
    }

    private List<Finding> look() {
        try (SlackDoctor doctor = new SlackDoctor(
                new SlackSettings("doctor", "doctor", botToken, appToken, signingSecret, channel, apiBase, TIMEOUT))) {
            return doctor.look();
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
    }

    private void say(String line) {
        if (spec != null) {
            spec.commandLine().getOut().println(line);
        }
    }
}
