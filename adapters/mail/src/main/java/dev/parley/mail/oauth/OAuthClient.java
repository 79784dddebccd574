package dev.parley.mail.oauth;

import java.net.URI;
import java.time.Duration;

/**
 * Parley as the provider of a mailbox knows it.
 *
 * @param tokenAddress where access tokens are asked for (RFC 6749 §3.2)
 * @param id given by the provider when the application was registered
 * @param secret given with it; empty for an application without one
 * @param scope what is asked for, as the provider writes it
 * @param grant what the provider's consent rests on
 * @param timeout for connecting to the provider, and for its answer
 */
public record OAuthClient(URI tokenAddress, String id, String secret, String scope, Grant grant, Duration timeout) {
    /** What access tokens are given for. */
    public sealed interface Grant {
        /** The consent of whoever owns the mailbox, given once in a browser (RFC 6749 §4.1, §6). */
        record Consent(String refreshToken) implements Grant {
            /** Without the token. */
            @Override
            public String toString() {
                return "consent";
            }
        }

        /** The consent of an organisation's administrator to the application itself (RFC 6749 §4.4). */
        record Application() implements Grant {}
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return id + " at " + tokenAddress.getHost() + " (" + grant + ")";
    }
}
