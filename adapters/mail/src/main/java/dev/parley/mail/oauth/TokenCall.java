package dev.parley.mail.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/** One call of a provider's token endpoint. */
final class TokenCall {
    /** What only a person can mend (RFC 6749 §5.2); other errors pass. */
    private static final Set<String> FINAL =
            Set.of("invalid_grant", "invalid_client", "unauthorized_client", "invalid_scope", "interaction_required");

    private static final Pattern TRACE = Pattern.compile("\\s*Trace ID:.*", Pattern.DOTALL);

    private TokenCall() {}

    /**
     * Asks for tokens.
     *
     * @throws AuthorisationEnded if the provider says no
     * @throws MessagingException if it cannot be asked, or answers what is no answer
     */
    static Tokens ask(OAuthClient client, AuthorizationGrant grant) throws MessagingException {
        String host = client.tokenAddress().getHost();
        try {
            HTTPRequest request = request(client, grant).toHTTPRequest();
            request.setConnectTimeout(Math.toIntExact(client.timeout().toMillis()));
            request.setReadTimeout(Math.toIntExact(client.timeout().toMillis()));
            request.setFollowRedirects(false);
            TokenResponse response = TokenResponse.parse(request.send());
            if (response.indicatesSuccess()) {
                return response.toSuccessResponse().getTokens();
            }
            throw refused(host, response.toErrorResponse().getErrorObject());
        } catch (IOException e) {
            throw new MessagingException(
                    host + ", which gives the tokens to log in, cannot be reached: " + words(e), e);
        } catch (ParseException e) {
            throw new MessagingException(host + " answered what is no token: " + words(e), e);
        }
    }

    private static TokenRequest request(OAuthClient client, AuthorizationGrant grant) {
        ClientID id = new ClientID(client.id());
        TokenRequest.Builder request = client.secret().isEmpty()
                ? new TokenRequest.Builder(client.tokenAddress(), id, grant)
                : new TokenRequest.Builder(
                        client.tokenAddress(), new ClientSecretPost(id, new Secret(client.secret())), grant);
        return request.scope(Scope.parse(client.scope())).build();
    }

    private static MessagingException refused(String host, ErrorObject error) {
        String code = String.valueOf(error.getCode());
        String said = error.getDescription() == null ? code : code + ": " + cause(error.getDescription());
        return FINAL.contains(code)
                ? new AuthorisationEnded(host + " gives no access any more (" + said + ")")
                : new MessagingException(host + " gives no token just now (" + said + ")");
    }

    /** Without the numbers that Microsoft adds for its own support. */
    private static String cause(String text) {
        return TRACE.matcher(text).replaceFirst("").strip();
    }

    private static String words(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
