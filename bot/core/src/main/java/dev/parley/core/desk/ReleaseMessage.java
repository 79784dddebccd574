package dev.parley.core.desk;

import dev.parley.core.desk.AcceptMessage.Arrival;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.Content;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKind;
import dev.parley.core.port.Inbox.Claim;
import dev.parley.core.port.Quarantine;
import dev.parley.core.port.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets a message out of the quarantine without understanding it: staff see its beginning as it came, as a message of
 * nobody and of no ticket. It decides, opens and answers nothing.
 */
public final class ReleaseMessage {
    /** Characters of it that are shown. */
    static final int SHOWN_MAX = 20_000;

    private static final String WORKER = "release";
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Quarantine quarantine;
    private final AcceptMessage accept;

    /** Of this quarantine, by the same way every message goes. */
    public ReleaseMessage(Quarantine quarantine, UseCases useCases) {
        this.quarantine = quarantine;
        this.accept = useCases.acceptMessage();
    }

    /** Releases it; empty if the desk has no such message in quarantine. If this fails, it is tried again. */
    public Optional<Accepted> release(String desk, long id, Instant now) {
        return quarantine
                .take(desk, id, WORKER, LEASE, now)
                .map(claim -> accept.accept(new Arrival(claim, asItCame(claim)), now));
    }

    private static InboundMessage asItCame(Claim claim) {
        RawMessage raw = claim.message();
        int length = Math.min(raw.raw().length, SHOWN_MAX);
        String text = new String(raw.raw(), 0, length, StandardCharsets.UTF_8).replace('\0', ' ');
        return new InboundMessage(
                raw.desk(),
                raw.key(),
                raw.receivedAt(),
                MessageKind.HUMAN,
                null,
                List.of(),
                "Released from quarantine: message " + claim.id(),
                null,
                List.of(),
                Content.plain(text),
                List.of(),
                AuthVerdict.NONE,
                List.of());
    }
}
