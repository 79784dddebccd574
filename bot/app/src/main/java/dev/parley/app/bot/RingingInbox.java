package dev.parley.app.bot;

import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An inbox that rings when something new was recorded. */
record RingingInbox(Inbox inbox, Bell bell) implements Inbox {
    @Override
    public int record(List<RawMessage> messages) {
        int recorded = inbox.record(messages);
        if (recorded > 0) {
            bell.ring();
        }
        return recorded;
    }

    @Override
    public List<Claim> claim(String worker, int max, Duration lease, Instant now) {
        return inbox.claim(worker, max, lease, now);
    }

    @Override
    public void fail(Claim claim, String why, Instant retryAt) {
        inbox.fail(claim, why, retryAt);
    }

    @Override
    public List<Quarantined> quarantined(String desk, int max) {
        return inbox.quarantined(desk, max);
    }

    @Override
    public boolean release(String desk, long id) {
        boolean released = inbox.release(desk, id);
        if (released) {
            bell.ring();
        }
        return released;
    }
}
