package dev.parley.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.parley.core.port.Inbox;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A desk's triage in Slack. What Slack tells is recorded in the inbox before it is acknowledged; {@link #work} does it
 * later, and {@link #post} keeps the cards as the tickets are.
 */
public final class SlackChannel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackChannel.class);

    private static final Duration START_AGAIN = Duration.ofSeconds(5);
    private static final int SERVER_ERROR = 500;

    /** Bolt asks who we are with each request otherwise. */
    private static final long AUTH_CACHED_MILLIS = Duration.ofMinutes(10).toMillis();

    private final SlackSettings settings;
    private final InstantSource clock;
    private final SlackApi api;
    private final Work work;
    private final Poster poster;
    private final App app;
    private final SlackRequestParser parser;
    private final @Nullable PatientSocket socket;
    private volatile boolean ready;
    private volatile boolean closed;
    private volatile String startProblem = "";
    private volatile Instant startNext = Instant.MIN;

    private SlackChannel(SlackSettings settings, SlackDesk desk, SlackPorts ports, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        api = new SlackApi(settings);
        People people = new People(ports, settings.desk(), api, clock);
        Deeds deeds = new Deeds(ports);
        Forms forms = new Forms(desk, ports, deeds, clock);
        Front front = new Front(desk, ports.tickets(), people, forms, new Commands(desk, ports.tickets(), people), api);
        work = new Work(settings, ports, new Work.Parts(people, deeds, forms, new Home(desk, ports.tickets()), api));
        poster = new Poster(settings, ports, api);
        app = app(settings, api);
        app.use(new Intake(settings, ports.inbox(), front, clock));
        parser = new SlackRequestParser(app.config());
        socket = settings.socketMode() ? socket(settings, api, clock) : null;
        if (socket != null) {
            socket.addWebSocketMessageListener(new Ears(app, socket));
        }
        ports.cards().watch(settings.desk(), settings.room());
    }

    /** Connects to nobody before {@link #post} is called for the first time. */
    public static SlackChannel open(SlackSettings settings, SlackDesk desk, SlackPorts ports, InstantSource clock) {
        return new SlackChannel(settings, desk, ports, clock);
    }

    private static App app(SlackSettings settings, SlackApi api) {
        AppConfig config = AppConfig.builder()
                .slack(api.slack())
                .singleTeamBotToken(settings.botToken())
                .signingSecret(settings.signingSecret())
                .authTestCacheEnabled(true)
                .authTestCacheExpirationMillis(AUTH_CACHED_MILLIS)
                .build();
        return new App(config);
    }

    private static PatientSocket socket(SlackSettings settings, SlackApi api, InstantSource clock) {
        try {
            return new PatientSocket(api.slack(), settings.appToken(), clock);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an address of our own is none", e);
        }
    }

    /** The channel of the inbox that carries what Slack told. */
    public String channel() {
        return settings.channel();
    }

    /** The desk's short name. */
    public String desk() {
        return settings.desk();
    }

    /** Works on what was recorded, and finishes the claim. @throws RuntimeException if it is to be tried again */
    public void work(Inbox.Claim claim, Instant now) {
        work.work(claim, now);
    }

    /**
     * Connects if that is not done yet, then takes one step to keep the cards as the tickets are; true if there may be
     * more to do at once. One process of several posts; {@code lease}: how long the others wait if it dies.
     */
    public boolean post(String worker, Duration lease, Instant now) {
        return started(now) && poster.step(worker, lease, now);
    }

    private synchronized boolean started(Instant now) {
        if (ready || closed || now.isBefore(startNext)) {
            return ready;
        }
        startNext = now.plus(START_AGAIN);
        switch (api.self()) {
            case Outcome.Done<SlackApi.Self> _ -> start();
            case Outcome.Later<SlackApi.Self>(var why, var _) -> startProblem = why;
            case Outcome.Never<SlackApi.Self>(var why) -> startProblem = why + " (./parley slack doctor says more)";
        }
        return ready;
    }

    private void start() {
        try {
            app.start();
            if (socket != null) {
                socket.connectToNewEndpoint();
            }
            ready = true;
            startProblem = "";
        } catch (Exception e) {
            startProblem = "Slack could not be reached: " + e.getMessage();
            LOG.info("{} is not connected yet: {}", settings.channel(), e.toString());
        }
    }

    /** Why Slack hears or tells nothing just now, "" if all is well. */
    public String problem() {
        if (!startProblem.isEmpty()) {
            return settings.channel() + ": " + startProblem;
        }
        if (!ready) {
            return settings.channel() + ": not connected yet";
        }
        if (socket != null && silent(socket.lastHeard(), clock.instant())) {
            return settings.channel() + ": Slack was last heard " + socket.lastHeard();
        }
        return poster.problem().isEmpty() ? "" : settings.channel() + ": " + poster.problem();
    }

    private static boolean silent(Instant heard, Instant now) {
        return heard.isBefore(now.minus(PatientSocket.SILENCE_MAX));
    }

    /** What to answer Slack with. */
    public record Answered(int status, String contentType, String body) {}

    /**
     * Takes in what Slack sends by HTTP: proven by its signature, recorded, acknowledged.
     *
     * @param path of the request
     * @param headers as they came
     * @param body as it came, for the signature is over its bytes
     */
    public Answered heard(String path, Map<String, List<String>> headers, String body) {
        if (settings.signingSecret().isBlank()) {
            return new Answered(404, "text/plain", "This desk reaches Slack by Socket Mode.");
        }
        if (!ready) {
            return new Answered(503, "text/plain", "Not connected to Slack yet.");
        }
        try {
            Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(path)
                    .queryString(Map.of())
                    .headers(new RequestHeaders(headers))
                    .requestBody(body)
                    .remoteAddress("")
                    .build());
            if (request == null) {
                return new Answered(400, "text/plain", "Nothing that Slack sends.");
            }
            Response response = app.run(request);
            return new Answered(
                    response.getStatusCode(),
                    Objects.requireNonNullElse(response.getContentType(), "text/plain"),
                    Objects.requireNonNullElse(response.getBody(), ""));
        } catch (Exception e) {
            LOG.warn("A message of Slack was not recorded, and Slack is asked to try again: {}", e.toString());
            return new Answered(SERVER_ERROR, "text/plain", "Not recorded; try again.");
        }
    }

    /** Says goodbye to Slack. */
    @Override
    public void close() {
        closed = true;
        ready = false;
        try {
            if (socket != null) {
                socket.close();
            }
            app.stop();
        } catch (IOException | RuntimeException e) {
            LOG.info("{} ended: {}", settings.channel(), e.toString());
        }
        api.close();
    }
}
