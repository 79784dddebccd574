package dev.parley.mail.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery report says (RFC 3464, or any of the free texts servers send instead).
 *
 * @param recipients in the order of the report; empty when it names nobody
 * @param messageId Message-ID of the message it is about, from the returned headers, or null
 */
public record Bounce(
        List<BounceRecipient> recipients, @Nullable String messageId) {}
