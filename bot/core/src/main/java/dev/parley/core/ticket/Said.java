package dev.parley.core.ticket;

import dev.parley.core.customer.ContactId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that decided something: a yes or a no.
 *
 * @param contact who; null if the rules agreed for the customer (category 1, agreed in advance, a lower price)
 * @param name what to call the person, "" if it was nobody
 * @param at when our server received it
 */
public record Said(@Nullable ContactId contact, String name, Instant at) {

    /** What no person had to say at {@code at}. */
    public static Said byRule(Instant at) {
        return new Said(null, "", at);
    }

    /** What {@code who} said at {@code at}. */
    static Said by(Speaker.Known who, Instant at) {
        return new Said(who.contact(), who.name(), at);
    }

    /** True if {@code who} said it, or nobody had to. */
    boolean byRuleOr(Speaker.Approver who) {
        return contact == null || contact.equals(who.contact());
    }
}
