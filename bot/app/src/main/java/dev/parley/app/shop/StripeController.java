package dev.parley.app.shop;

import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes Stripe's messages in: proven, recorded as they came, once each, and only then acknowledged. What they mean is
 * worked out from the inbox, with its tries and its quarantine.
 */
@RestController
public class StripeController {
    /** The channel of the inbox that carries them. */
    public static final String CHANNEL = "stripe";

    /** Stripe's messages are a few kilobytes. */
    private static final int BYTES_MAX = 512 << 10;

    private final StripeDesks desks;
    private final Inbox inbox;
    private final InstantSource clock;

    StripeController(StripeDesks desks, Inbox inbox, InstantSource clock) {
        this.desks = desks;
        this.inbox = inbox;
        this.clock = clock;
    }

    @PostMapping("/api/v1/stripe/{desk}")
    ResponseEntity<String> heard(
            @PathVariable String desk,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        if (body.length > BYTES_MAX) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, "A message has at most " + BYTES_MAX + " bytes.");
        }
        Optional<String> event = desks.of(desk).flatMap(messages -> messages.proven(body, String.valueOf(signature)));
        if (event.isEmpty()) {
            return answer(HttpStatus.BAD_REQUEST, "Not signed by the secret of this desk's endpoint, or not now.");
        }
        MessageKey key = new MessageKey(CHANNEL, event.get());
        int _ = inbox.record(List.of(new RawMessage(desk, key, clock.instant(), List.of(), body)));
        return answer(HttpStatus.OK, "Recorded.");
    }

    private static ResponseEntity<String> answer(HttpStatus status, String words) {
        return ResponseEntity.status(status).body(words);
    }
}
