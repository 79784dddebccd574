package dev.parley.app.intake;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./parley deliver < message}: hands one mail to a running bot, for a mail server's pipe. Whatever is wrong with
 * the set-up is temporary, so that the mail server keeps the mail and tries again; only a mail that can never be stored
 * is refused.
 */
@Command(
        name = "deliver",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 75,
        description = {
            "Hand the mail on standard input to a running bot, as from a mail server's pipe.",
            "Ends with 0 once it is stored; 65 if it never can be, and the sender should be told;"
                    + " 75 for everything else: the mail server keeps the mail and tries again."
        })
public final class DeliverCommand implements Callable<Integer> {
    /** Larger than any mail a desk may be set to take. */
    private static final int BYTES_MAX = 200 << 20;

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @Option(names = "--desk", required = true, paramLabel = "DESK", description = "The desk's short name.")
    private String desk = "";

    @Option(
            names = "--recipient",
            paramLabel = "ADDRESS",
            description =
                    "Whom the mail was delivered for (envelope), e.g. Postfix's $${original_recipient}; repeatable.")
    private String[] recipients = {};

    @Option(
            names = "--redirect",
            description = "The mail was sent to a person or a form: it makes no ticket and agrees to nothing, and its"
                    + " sender is shown where to write.")
    private boolean redirect;

    @Option(names = "--url", paramLabel = "URL", description = "Address of the bot. Default: $$PARLEY_URL.")
    private @Nullable String url;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Holds the desk's intake secret. Default: $$PARLEY_INTAKE_SECRET.")
    private @Nullable Path secretFile;

    @Override
    public Integer call() {
        byte[] mail = mail(System.in);
        HttpRequest request = request(mail);
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            return ended(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw later("No bot answers at " + request.uri().getAuthority() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw later("Interrupted.", e);
        }
    }

    private static Integer ended(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> ExitCode.OK.number();
            case 413, 422 -> throw new CommandFailure(ExitCode.NEVER_STORED, answer.body());
            default -> throw later("The bot answered " + answer.statusCode() + ": " + answer.body(), null);
        };
    }

    private static byte[] mail(InputStream in) {
        try {
            byte[] mail = in.readNBytes(BYTES_MAX + 1);
            if (mail.length == 0 || mail.length > BYTES_MAX) {
                throw new CommandFailure(
                        ExitCode.NEVER_STORED,
                        mail.length == 0
                                ? "There was no mail on standard input."
                                : "The mail has more than " + BYTES_MAX + " bytes.");
            }
            return mail;
        } catch (IOException e) {
            throw later("Cannot read the mail: " + e.getMessage(), e);
        }
    }

    private HttpRequest request(byte[] mail) {
        String query = Arrays.stream(recipients)
                .map(address -> "&recipient=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        try {
            URI door = URI.create(base() + "/api/v1/desks/" + URLEncoder.encode(desk, StandardCharsets.UTF_8)
                    + "/mail?redirect=" + redirect + query);
            return HttpRequest.newBuilder(door)
                    .timeout(TIMEOUT)
                    .header("Content-Type", "message/rfc822")
                    .header("Authorization", "Bearer " + secret())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(mail))
                    .build();
        } catch (IllegalArgumentException e) {
            throw later("‘" + base() + "’ is no address of a bot, or the secret holds blanks.", e);
        }
    }

    private String base() {
        String given = url != null ? url : System.getenv("PARLEY_URL");
        if (given == null || given.isBlank()) {
            throw later("Nothing says which bot to bring it to: give --url or PARLEY_URL.", null);
        }
        return given.strip().replaceFirst("/+$", "");
    }

    private String secret() {
        try {
            String given = secretFile == null ? System.getenv("PARLEY_INTAKE_SECRET") : Files.readString(secretFile);
            if (given == null || given.isBlank()) {
                throw later("There is no secret: give --secret-file or PARLEY_INTAKE_SECRET.", null);
            }
            return given.strip();
        } catch (IOException e) {
            throw later("Cannot read the secret in " + secretFile + ": " + e.getMessage(), e);
        }
    }

    private static CommandFailure later(String why, @Nullable Throwable cause) {
        return new CommandFailure(ExitCode.TEMPORARY, why + " The mail was not stored; try again later.", cause);
    }
}
