package dev.parley.mail.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import jakarta.mail.MessagingException;
import java.net.URI;

/**
 * Asks the owner of a mailbox, in a browser, to let Parley in: an authorisation code for this program alone (RFC 6749
 * §4.1, RFC 7636), turned into the refresh token that goes into the settings.
 */
public final class ConsentRequest {
    private final OAuthClient client;
    private final URI back;
    private final State state = new State();
    private final CodeVerifier verifier = new CodeVerifier();

    /** {@code back}: an address on this machine to which the browser is sent with the answer (RFC 8252 §7.3). */
    public ConsentRequest(OAuthClient client, URI back) {
        this.client = client;
        this.back = back;
    }

    /** The page to open at the provider; {@code address}: of the mailbox, so that the right account is offered. */
    public URI page(URI authorisationAddress, String address) {
        return new AuthorizationRequest.Builder(new ResponseType(ResponseType.Value.CODE), new ClientID(client.id()))
                .endpointURI(authorisationAddress)
                .redirectionURI(back)
                .scope(Scope.parse(client.scope()))
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .customParameter("access_type", "offline")
                .customParameter("prompt", "consent")
                .customParameter("login_hint", address)
                .build()
                .toURI();
    }

    /**
     * The refresh token for the answer the browser brought.
     *
     * @throws MessagingException with what is wrong: a no, an answer to something else, or a provider that gives none
     */
    public String refreshToken(URI answer) throws MessagingException {
        AuthorizationResponse response = parsed(answer);
        if (!state.equals(response.getState())) {
            throw new MessagingException("the browser brought an answer to another question; begin anew");
        }
        if (!response.indicatesSuccess()) {
            ErrorObject error = response.toErrorResponse().getErrorObject();
            throw new MessagingException("the provider says no: " + error.getCode()
                    + (error.getDescription() == null ? "" : ": " + error.getDescription()));
        }
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(response.toSuccessResponse().getAuthorizationCode(), back, verifier);
        RefreshToken token = TokenCall.ask(client, grant).getRefreshToken();
        if (token == null) {
            throw new MessagingException("the provider gave no refresh token; check that the scope asks for offline"
                    + " access, and take back an earlier consent in the account's settings");
        }
        return token.getValue();
    }

    private static AuthorizationResponse parsed(URI answer) throws MessagingException {
        try {
            return AuthorizationResponse.parse(answer);
        } catch (ParseException e) {
            throw new MessagingException("the browser brought no answer of the provider: " + e.getMessage(), e);
        }
    }
}
