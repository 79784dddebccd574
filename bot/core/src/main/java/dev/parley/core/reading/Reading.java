package dev.parley.core.reading;

import org.jspecify.annotations.Nullable;

/**
 * How a reply was read, kept beside the message as evidence.
 *
 * @param amount the units named in a {@link ReplyKind#COUNTER}, else null; never charged
 * @param rule the stable name of the rule that decided
 * @param span the words that decided, "" if none
 */
public record Reading(ReplyKind kind, @Nullable Long amount, String rule, String span) {}
