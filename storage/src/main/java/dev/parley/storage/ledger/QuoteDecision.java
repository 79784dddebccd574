package dev.parley.storage.ledger;

import java.time.Instant;

/**
 * The evidence that somebody agreed to one version of a quote, or declined it.
 *
 * @param messageRef the message that decided; decides nothing else in the desk
 * @param readingRule the rule that read the words
 * @param words the deciding words, and where they start in the message's new text; empty for a button
 * @param auth the verdict on the sender; only PASS is taken
 * @param receivedAt when the server received the message
 */
public record QuoteDecision(
        long quote,
        boolean accept,
        long contact,
        String channel,
        String messageRef,
        String readingRule,
        String words,
        int wordsStart,
        String auth,
        Instant receivedAt) {}
