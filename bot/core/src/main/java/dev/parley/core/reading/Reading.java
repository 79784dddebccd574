package dev.parley.core.reading;

import org.jspecify.annotations.Nullable;

/**
 * How one reply was read.
 *
 * @param amount the credits named in a {@link ReplyKind#COUNTER}, else null
 * @param rule stable name of the rule that decided, in kebab-case
 * @param span the words that decided, as written, or ""
 */
public record Reading(ReplyKind kind, @Nullable Long amount, String rule, String span) {

    static Reading of(ReplyKind kind, String rule, String span) {
        return new Reading(kind, null, rule, span);
    }
}
