package dev.parley.mail.wire;

import dev.parley.mail.auth.SenderCheck;
import java.util.function.Supplier;

/**
 * Who looks whom a mail is from.
 *
 * @param senders made when it is first needed
 * @param byUs true if nobody before us has; else only what was lost on the way is restored (RFC 8617)
 */
public record Inspection(Supplier<SenderCheck> senders, boolean byUs) {
    /** Nobody before us has. */
    public static Inspection byUs(SenderCheck senders) {
        return new Inspection(() -> senders, true);
    }

    /** A mail server of ours has, and its results are believed. */
    public static Inspection beforeUs(Supplier<SenderCheck> senders) {
        return new Inspection(senders, false);
    }
}
