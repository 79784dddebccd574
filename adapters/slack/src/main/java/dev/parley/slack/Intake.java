package dev.parley.slack;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * Record, acknowledge, then work: what changes something is stored before Slack hears that it was taken, once whatever
 * Slack repeats. If it cannot be stored there is no acknowledgement, and Slack tries again or tells who clicked. Only
 * what reads alone, opening and checking forms, is done at once.
 */
final class Intake implements Middleware {
    /** Slack's payloads are a few kilobytes. */
    static final int BYTES_MAX = 512 << 10;

    private static final int CONTENT_TOO_LARGE = 413;
    private static final int OK = 200;

    private final SlackSettings settings;
    private final Inbox inbox;
    private final Front front;
    private final InstantSource clock;

    Intake(SlackSettings settings, Inbox inbox, Front front, InstantSource clock) {
        this.settings = settings;
        this.inbox = inbox;
        this.front = front;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("rawtypes") // the SDK's own signature
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        if (request.getRequestType() == RequestType.UrlVerification) {
            return chain.next(request);
        }
        String body = request.getRequestBodyAsString();
        if (body.length() > BYTES_MAX) {
            return Response.json(CONTENT_TOO_LARGE, "{\"error\":\"larger than anything Slack sends\"}");
        }
        Call call = Call.of(body);
        return answered(call, front.answer(call));
    }

    private Response answered(Call call, Front.Answer answer) {
        return switch (answer) {
            case Front.Answer.Take(var words) -> {
                record(call);
                yield words.isEmpty() ? Response.ok() : json(words);
            }
            case Front.Answer.Said(var words) -> json(words);
            case Front.Answer.Nothing() -> Response.ok();
        };
    }

    private void record(Call call) {
        MessageKey key = new MessageKey(settings.channel(), call.key());
        byte[] raw = call.json().toString().getBytes(StandardCharsets.UTF_8);
        int _ = inbox.record(List.of(new RawMessage(settings.desk(), key, clock.instant(), List.of(), raw)));
    }

    private static Response json(String words) {
        return Response.json(OK, words);
    }
}
