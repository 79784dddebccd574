package dev.parley.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.User;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What we ask of Slack, each call with a time limit and an answer that says whether to try again. */
final class SlackApi {
    private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);

    /** On every message of ours, so that one can be found after a crash instead of being posted again. */
    static final String EVENT_TYPE = "parley_post";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Commercially distributed apps get 15 at once, whatever they ask for. */
    private static final int HISTORY_MAX = 100;

    /** A minute or two of a busy channel. */
    private static final int PAGES_MAX = 20;

    /** Our clock and Slack's may differ by as much. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    /** Errors that pass by themselves. */
    private static final Set<String> PASSING = Set.of(
            "ratelimited",
            "rate_limited",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "message_limit_exceeded",
            "update_failed");

    private final Slack slack;
    private final MethodsClient methods;

    SlackApi(SlackSettings settings) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiBase());
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        int millis = Math.toIntExact(settings.timeout().toMillis());
        config.setHttpClientCallTimeoutMillis(millis);
        config.setHttpClientReadTimeoutMillis(millis);
        config.setHttpClientWriteTimeoutMillis(millis);
        slack = Slack.getInstance(config, http(config));
        methods = slack.methods(settings.botToken());
    }

    /**
     * OkHttp by itself sends a call again when a kept connection ends without an answer; Slack may have posted by then,
     * and would post twice. We ask again ourselves, after having looked.
     */
    private static SlackHttpClient http(SlackConfig config) {
        SlackHttpClient http = new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .build());
        http.setConfig(config);
        return http;
    }

    Slack slack() {
        return slack;
    }

    /** A message to post. {@code thread} "": none; {@code id}: found again by it. */
    record Post(String room, String thread, String text, String blocks, String id) {}

    /** Posts it; its ts. */
    Outcome<String> post(Post post) {
        return call(
                "chat.postMessage",
                () -> methods.chatPostMessage(r -> r.channel(post.room)
                        .threadTs(post.thread.isEmpty() ? null : post.thread)
                        .text(post.text)
                        .blocksAsString(post.blocks)
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .metadataAsString(metadata(post.id))),
                answer -> answer.getTs());
    }

    private static String metadata(String id) {
        return "{\"event_type\":\"" + EVENT_TYPE + "\",\"event_payload\":{\"id\":\"" + id + "\"}}";
    }

    Outcome<String> update(String room, String ts, String text, String blocks) {
        return call(
                "chat.update",
                () -> methods.chatUpdate(r -> r.channel(room).ts(ts).text(text).blocksAsString(blocks)),
                answer -> answer.getTs());
    }

    /** What was posted under this id since {@code since}, if it was: in the room, or in a thread of it. */
    Outcome<Optional<String>> posted(String room, String thread, String id, Instant since) {
        String oldest = since.minus(CLOCKS).getEpochSecond() + ".000000";
        String cursor = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            Outcome<Page> read = page(room, thread, oldest, cursor);
            if (!(read instanceof Outcome.Done<Page>(var found))) {
                return new Outcome.Later<>(read.problem(), PAUSE);
            }
            Optional<String> ts = found(found.messages, id);
            if (ts.isPresent() || found.next.isEmpty()) {
                return new Outcome.Done<>(ts);
            }
            cursor = found.next;
        }
        return new Outcome.Later<>("more than " + PAGES_MAX + " pages to look for " + id, PAUSE);
    }

    /** Some messages; {@code next}: where more are, "" if there are no more. */
    private record Page(List<Message> messages, String next) {}

    private Outcome<Page> page(String room, String thread, String oldest, String cursor) {
        @Nullable String at = cursor.isEmpty() ? null : cursor;
        return thread.isEmpty()
                ? call(
                        "conversations.history",
                        () -> methods.conversationsHistory(r -> r.channel(room)
                                .oldest(oldest)
                                .cursor(at)
                                .limit(HISTORY_MAX)
                                .includeAllMetadata(true)),
                        answer -> new Page(answer.getMessages(), next(answer.getResponseMetadata())))
                : call(
                        "conversations.replies",
                        () -> methods.conversationsReplies(r -> r.channel(room)
                                .ts(thread)
                                .oldest(oldest)
                                .cursor(at)
                                .limit(HISTORY_MAX)
                                .includeAllMetadata(true)),
                        answer -> new Page(answer.getMessages(), next(answer.getResponseMetadata())));
    }

    private static String next(@Nullable ResponseMetadata metadata) {
        return metadata == null ? "" : Objects.requireNonNullElse(metadata.getNextCursor(), "");
    }

    private static Optional<String> found(List<Message> messages, String id) {
        return messages.stream()
                .filter(message -> message.getMetadata() != null
                        && EVENT_TYPE.equals(message.getMetadata().getEventType())
                        && id.equals(String.valueOf(
                                message.getMetadata().getEventPayload().get("id"))))
                .map(Message::getTs)
                .findFirst();
    }

    Outcome<String> ephemeral(String room, String user, String thread, String text) {
        return call(
                "chat.postEphemeral",
                () -> methods.chatPostEphemeral(r -> r.channel(room)
                        .user(user)
                        .threadTs(thread.isEmpty() ? null : thread)
                        .text(text)),
                answer -> answer.getMessageTs());
    }

    /** To a person alone. */
    Outcome<String> direct(String user, String text) {
        return call(
                "chat.postMessage",
                () -> methods.chatPostMessage(r -> r.channel(user).text(text)),
                answer -> answer.getTs());
    }

    Outcome<String> openView(String trigger, String view) {
        return call(
                "views.open",
                () -> methods.viewsOpen(r -> r.triggerId(trigger).viewAsString(view)),
                answer -> answer.getView().getId());
    }

    Outcome<String> publishHome(String user, String view) {
        return call(
                "views.publish",
                () -> methods.viewsPublish(r -> r.userId(user).viewAsString(view)),
                answer -> answer.getView().getId());
    }

    Outcome<User> user(String user) {
        return call("users.info", () -> methods.usersInfo(r -> r.user(user)), answer -> answer.getUser());
    }

    Outcome<Conversation> room(String room) {
        return call(
                "conversations.info",
                () -> methods.conversationsInfo(r -> r.channel(room)),
                answer -> answer.getChannel());
    }

    /** Who we are, and what we were allowed. */
    record Self(String team, String user, String bot, String url, Set<String> scopes) {}

    Outcome<Self> self() {
        return call("auth.test", () -> methods.authTest(r -> r), answer -> {
            List<String> headers = answer.getHttpResponseHeaders() == null
                    ? List.of()
                    : answer.getHttpResponseHeaders().getOrDefault("x-oauth-scopes", List.of());
            Set<String> scopes = headers.isEmpty()
                    ? Set.of()
                    : Set.of(headers.getFirst().strip().split("\\s*,\\s*"));
            return new Self(answer.getTeamId(), answer.getUserId(), answer.getBotId(), answer.getUrl(), scopes);
        });
    }

    /** Whether mail addresses of people can be read at all. */
    Outcome<Boolean> mayReadAddresses() {
        return switch (call(
                "users.lookupByEmail",
                () -> methods.usersLookupByEmail(r -> r.email("nobody@nowhere.invalid")),
                _ -> true)) {
            case Outcome.Done<Boolean> done -> done;
            case Outcome.Later<Boolean> later -> later;
            case Outcome.Never<Boolean>(var why) ->
                why.endsWith("users_not_found") ? new Outcome.Done<>(true) : new Outcome.Never<>(why);
        };
    }

    /** Where a socket can be opened; asking opens none. */
    Outcome<String> socketUrl(String appToken) {
        return call(
                "apps.connections.open",
                () -> slack.methods(appToken).appsConnectionsOpen(r -> r),
                answer -> answer.getUrl());
    }

    /** Lets go of connections. */
    void close() {
        try {
            slack.close();
        } catch (Exception e) {
            LOG.info("Slack's client ended: {}", e.toString());
        }
    }

    /** A call of the SDK. */
    private interface Asked<R> {
        R run() throws IOException, SlackApiException;
    }

    private static <R extends SlackApiTextResponse, T> Outcome<T> call(
            String method, Asked<R> asked, Function<R, @Nullable T> value) {
        try {
            R answer = asked.run();
            if (answer.isOk()) {
                return new Outcome.Done<>(Objects.requireNonNull(value.apply(answer), method));
            }
            String error = Objects.requireNonNullElse(answer.getError(), "no error named");
            LOG.info("{} answered {}", method, error);
            return PASSING.contains(error)
                    ? new Outcome.Later<>(method + ": " + error, PAUSE)
                    : new Outcome.Never<>(method + ": " + error);
        } catch (SlackApiException e) {
            return refused(method, e);
        } catch (IOException | RuntimeException e) {
            LOG.info("{} got no answer: {}", method, e.toString());
            return new Outcome.Later<>("Slack does not answer (" + method + ")", PAUSE);
        }
    }

    private static <T> Outcome<T> refused(String method, SlackApiException e) {
        int code = e.getResponse().code();
        LOG.info("{} was answered with {}", method, code);
        if (code == TOO_MANY_REQUESTS) {
            return new Outcome.Later<>(method + ": too many requests", retryAfter(e));
        }
        return code >= SERVER_ERROR
                ? new Outcome.Later<>(method + ": Slack answered " + code, PAUSE)
                : new Outcome.Never<>(method + ": Slack answered " + code);
    }

    private static Duration retryAfter(SlackApiException e) {
        String seconds = e.getResponse().header("Retry-After");
        try {
            return seconds == null ? PAUSE : Duration.ofSeconds(Long.parseLong(seconds.strip()));
        } catch (NumberFormatException _) {
            return PAUSE;
        }
    }
}
