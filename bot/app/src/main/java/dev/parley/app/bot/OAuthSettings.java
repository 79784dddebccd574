package dev.parley.app.bot;

import dev.parley.mail.oauth.OAuthClient;
import dev.parley.mail.oauth.OAuthClient.Grant;
import dev.parley.mail.oauth.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Log-in to a mailbox by token in place of a password, for reading and sending.
 *
 * @param provider whose addresses and scope are known; {@code other}: all are given here
 * @param tenant Microsoft's name or number of the organisation
 * @param clientId of the application, from the provider's console
 * @param refreshToken the owner's consent, from {@code ./parley mailbox authorise}; without one the application logs in
 *     as itself (client credentials)
 * @param tokenUrl where tokens are asked for, if not the provider's usual address
 * @param scope what is asked for, if not the provider's usual scope
 */
public record OAuthSettings(
        @DefaultValue("other") Provider provider,
        @DefaultValue("common") String tenant,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String refreshToken,
        @DefaultValue("") String tokenUrl,
        @DefaultValue("") String scope,
        @DefaultValue("20s") Duration timeout) {
    private static final String KEY = "parley.desks[n].mailbox.oauth";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{1,100}");
    private static final Pattern PROTECTED =
            Pattern.compile("https://.+|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?(/.*)?");

    public OAuthSettings {
        if (clientId.isBlank()) {
            throw new BadSettings(KEY + ".client-id is missing; the provider's console shows it for the application");
        }
        if (!NAME.matcher(tenant).matches()) {
            throw new BadSettings(KEY + ".tenant is ‘" + tenant + "’; give the organisation's domain or its number");
        }
        if (tokenUrl.isBlank() && provider.tokenAddress(tenant).isEmpty()) {
            throw new BadSettings(KEY + ".token-url is missing; give it, or a provider: google or microsoft");
        }
        if (!tokenUrl.isBlank() && !PROTECTED.matcher(tokenUrl).matches()) {
            throw new BadSettings(KEY + ".token-url is " + tokenUrl
                    + "; it has to begin with https://, or secrets go over" + " the network for everybody to read");
        }
        if (refreshToken.isBlank()
                && (clientSecret.isBlank()
                        || scope(provider, refreshToken, scope).isBlank())) {
            throw new BadSettings(
                    KEY + ".refresh-token is missing; get one with ./parley mailbox authorise. An application that"
                            + " logs in as itself has a client-secret instead, and a scope where the provider is not"
                            + " microsoft");
        }
    }

    /** What the mail adapter needs of it. */
    OAuthClient client() {
        return new OAuthClient(
                tokenUrl.isBlank() ? provider.tokenAddress(tenant).orElseThrow() : URI.create(tokenUrl),
                clientId,
                clientSecret,
                scope(provider, refreshToken, scope),
                refreshToken.isBlank() ? new Grant.Application() : new Grant.Consent(refreshToken),
                timeout);
    }

    private static String scope(Provider provider, String refreshToken, String scope) {
        if (!scope.isBlank()) {
            return scope;
        }
        return refreshToken.isBlank() ? provider.applicationScope() : provider.consentScope();
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return clientId + " at " + provider;
    }
}
