package dev.parley.mail.wire;

import dev.parley.mail.auth.Belief;
import dev.parley.mail.auth.SenderCheck;
import java.util.Optional;
import java.util.function.Supplier;

/** Restores the proof of senders that was lost on the way, for mail that is fetched from a mailbox (RFC 8617). */
public interface Restoring {
    /** Restores nothing. */
    Restoring NONE = _ -> new byte[0];

    /** Header fields to be put on top of the mail, see {@link SenderCheck#restored}. */
    byte[] of(Arriving mail);

    /** By the seals of those the desk trusts. */
    static Restoring by(Supplier<SenderCheck> senders, Belief belief) {
        Inspection inspection = Inspection.beforeUs(senders);
        return mail -> mail.check(inspection, belief, Optional.empty());
    }
}
