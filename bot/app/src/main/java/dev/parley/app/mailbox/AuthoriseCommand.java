package dev.parley.app.mailbox;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.mail.oauth.ConsentRequest;
import dev.parley.mail.oauth.OAuthClient;
import dev.parley.mail.oauth.OAuthClient.Grant;
import dev.parley.mail.oauth.Provider;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley mailbox authorise}: the owner of a mailbox lets Parley in, once, in a browser. */
@Command(
        name = "authorise",
        mixinStandardHelpOptions = true,
        description = "Ask the owner of a mailbox, in a browser on this machine, to let Parley read and send its mail."
                + " Prints the refresh token for the settings.")
public final class AuthoriseCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Option(
            names = "--provider",
            defaultValue = "other",
            description = "google, microsoft, or other: then all addresses are given. Default: $${DEFAULT-VALUE}.")
    private Provider provider = Provider.OTHER;

    @Option(names = "--address", required = true, description = "The mailbox's address.")
    private String address = "";

    @Option(names = "--client-id", required = true, description = "The application's, from the provider's console.")
    private String clientId = "";

    @Option(
            names = "--client-secret",
            defaultValue = "$${PARLEY_OAUTH_CLIENT_SECRET:-}",
            description = "The application's, if it has one. Default: $$PARLEY_OAUTH_CLIENT_SECRET.")
    private String clientSecret = "";

    @Option(names = "--tenant", defaultValue = "common", description = "Microsoft: the organisation.")
    private String tenant = "common";

    @Option(names = "--authorise-url", description = "The page to consent on, if not the provider's usual one.")
    private @Nullable URI authoriseUrl;

    @Option(names = "--token-url", description = "Where tokens are asked for, if not the provider's usual address.")
    private @Nullable URI tokenUrl;

    @Option(names = "--scope", description = "What is asked for, if not the provider's usual scope.")
    private @Nullable String scope;

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "The port of this machine to which the browser returns. Default: a free one.")
    private int port;

    @Option(names = "--wait", defaultValue = "600", description = "Seconds to wait for the browser. Default: 600.")
    private int waitSeconds;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        URI page = known(authoriseUrl, provider.authorisationAddress(tenant), "--authorise-url");
        try (BrowserReturn back = BrowserReturn.listen(port)) {
            ConsentRequest request = new ConsentRequest(client(), back.address());
            say("Open this page in a browser on this machine, as the owner of " + address + ":\n");
            say("  " + request.page(page, address) + "\n");
            URI answer = back.await(Duration.ofSeconds(waitSeconds))
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.TEMPORARY, "No browser came back within " + waitSeconds + " s; begin anew."));
            String token = request.refreshToken(answer);
            say("Access is given. Put this into the settings (or the environment), and keep it as a password:\n");
            say("  parley.desks[n].mailbox.oauth.refresh-token: " + token);
            return ExitCode.OK.number();
        } catch (MessagingException e) {
            throw new CommandFailure(ExitCode.REFUSED, "No access: " + e.getMessage() + ".", e);
        }
    }

    private OAuthClient client() {
        URI tokens = known(tokenUrl, provider.tokenAddress(tenant), "--token-url");
        String asked = scope == null ? provider.consentScope() : scope;
        if (asked.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "Give --scope, or a --provider that is known.");
        }
        return new OAuthClient(tokens, clientId, clientSecret, asked, new Grant.Consent(""), TIMEOUT);
    }

    private static URI known(@Nullable URI given, Optional<URI> usual, String option) {
        if (given != null) {
            return given;
        }
        return usual.orElseThrow(
                () -> new CommandFailure(ExitCode.USAGE, "Give " + option + ", or --provider google or microsoft."));
    }

    private void say(String line) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(line);
            out.flush();
        }
    }
}
