package dev.parley.app.staff;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the staff API and turns every failure into one plain sentence. */
public final class ApiClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI base;
    private final String token;

    /** Calls the bot at {@code base} with a staff token. */
    public ApiClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** What is at {@code path} below the API's root. */
    public JsonNode get(String path) {
        return call(request(path).GET().build());
    }

    /** The same where it is no JSON. */
    public String text(String path) {
        return call(request(path).GET().build(), body -> body);
    }

    /** Posts {@code body} as JSON. */
    public JsonNode post(String path, Map<String, ?> body) {
        HttpRequest.BodyPublisher json = HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        return call(request(path)
                .header("Content-Type", "application/json")
                .POST(json)
                .build());
    }

    /** The file at {@code path} as it comes; to be closed. */
    public InputStream open(String path) {
        HttpRequest request = request(path).GET().build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() < 300) {
                return response.body();
            }
            try (InputStream problem = response.body()) {
                throw failure(response.statusCode(), JSON.readTree(problem.readAllBytes()));
            }
        } catch (IOException | JacksonException | InterruptedException e) {
            throw unanswered(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve("/api/v1/" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode call(HttpRequest request) {
        return call(request, ApiClient::json);
    }

    private <T> T call(HttpRequest request, Function<String, T> reading) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw failure(response.statusCode(), json(response.body()));
            }
            return reading.apply(response.body());
        } catch (IOException | JacksonException | InterruptedException e) {
            throw unanswered(e);
        }
    }

    private static JsonNode json(String body) {
        return body.isEmpty() ? JSON.nullNode() : JSON.readTree(body);
    }

    private CommandFailure unanswered(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new CommandFailure(ExitCode.TEMPORARY, "Interrupted.", e);
        }
        return new CommandFailure(
                ExitCode.UNREACHABLE,
                e instanceof JacksonException
                        ? "What answers at " + base + " is not a Parley bot."
                        : "No bot answers at " + base + ". Is it running? (./parley demo starts one.)",
                e);
    }

    private static CommandFailure failure(int status, JsonNode body) {
        String detail = body.path("detail").asString("The bot answered " + status + ".");
        ExitCode code = status >= 500 ? ExitCode.TEMPORARY : status == 400 ? ExitCode.USAGE : ExitCode.REFUSED;
        return new CommandFailure(code, detail);
    }
}
