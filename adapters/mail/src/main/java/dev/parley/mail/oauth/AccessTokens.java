package dev.parley.mail.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import dev.parley.core.port.Checkpoints;
import dev.parley.mail.oauth.OAuthClient.Grant;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of one mailbox, fetched when they are needed and used until shortly before they end. Safe for
 * several threads: they wait for one call and share its token.
 */
public final class AccessTokens {
    /** A token that ends this soon is not used any more. */
    static final Duration BEFORE_END = Duration.ofMinutes(2);

    /** How long a token counts of which the provider does not say how long. */
    static final Duration UNTOLD = Duration.ofMinutes(10);

    private final OAuthClient client;
    private final @Nullable KeptToken kept;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable String token;
    private Instant usableUntil = Instant.MIN;

    /** Tokens for the mailbox {@code name}; what the provider renews is kept in {@code checkpoints}. */
    public AccessTokens(OAuthClient client, String name, Checkpoints checkpoints, InstantSource clock) {
        this.client = client;
        this.clock = clock;
        this.kept = switch (client.grant()) {
            case Grant.Consent(var given) -> new KeptToken(checkpoints, "oauth " + name, given);
            case Grant.Application _ -> null;
        };
    }

    /**
     * A token that is good now.
     *
     * @throws AuthorisationEnded if the provider says no
     * @throws MessagingException if the provider cannot be asked
     */
    public String current() throws MessagingException {
        lock.lock();
        try {
            if (token == null || !clock.instant().isBefore(usableUntil)) {
                token = fetched();
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    /** The mail server did not take {@code refused}: it is not used again. */
    public void drop(String refused) {
        lock.lock();
        try {
            if (refused.equals(token)) {
                token = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private String fetched() throws MessagingException {
        Tokens tokens = TokenCall.ask(client, grant());
        RefreshToken next = tokens.getRefreshToken();
        if (next != null && kept != null) {
            kept.write(next.getValue());
        }
        long seconds = tokens.getAccessToken().getLifetime();
        Duration life = seconds > 0 ? Duration.ofSeconds(seconds) : UNTOLD;
        usableUntil = clock.instant().plus(life).minus(BEFORE_END);
        return tokens.getAccessToken().getValue();
    }

    private AuthorizationGrant grant() {
        return switch (client.grant()) {
            case Grant.Consent(var given) -> new RefreshTokenGrant(new RefreshToken(newest(given)));
            case Grant.Application _ -> new ClientCredentialsGrant();
        };
    }

    private String newest(String given) {
        return kept == null ? given : kept.read().orElse(given);
    }

    @Override
    public String toString() {
        return "tokens of " + client;
    }
}
