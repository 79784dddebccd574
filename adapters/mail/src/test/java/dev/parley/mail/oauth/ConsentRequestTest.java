package dev.parley.mail.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.mail.oauth.OAuthClient.Grant;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentRequestTest {
    private static final URI BACK = URI.create("http://127.0.0.1:4711/");

    private TokenServer provider;
    private ConsentRequest request;
    private Map<String, String> page;

    @BeforeEach
    void ask() throws IOException {
        provider = new TokenServer("access");
        request = new ConsentRequest(
                new OAuthClient(
                        provider.address(),
                        "parley",
                        "",
                        "mail offline",
                        new Grant.Consent(""),
                        Duration.ofSeconds(10)),
                BACK);
        page = query(request.page(URI.create("https://provider.example/authorise"), "support@vendor.example"));
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private static Map<String, String> query(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private URI answer(String query) {
        return URI.create(BACK + "?" + query + "&state=" + page.get("state"));
    }

    @Test
    void thePageAsksForLastingAccessToTheRightMailbox() {
        assertThat(page)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "parley")
                .containsEntry("scope", "mail offline")
                .containsEntry("redirect_uri", BACK.toString())
                .containsEntry("login_hint", "support@vendor.example")
                .containsEntry("access_type", "offline")
                .containsEntry("code_challenge_method", "S256");
    }

    @Test
    void theCodeIsTurnedIntoARefreshTokenByWhoeverAsked() throws Exception {
        provider.gives("access", 3600, "lasting");
        assertThat(request.refreshToken(answer("code=abc"))).isEqualTo("lasting");
        Map<String, String> form = provider.asked().getFirst();
        assertThat(form)
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "abc")
                .containsEntry("redirect_uri", BACK.toString());
        byte[] proof = MessageDigest.getInstance("SHA-256")
                .digest(form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(proof))
                .isEqualTo(page.get("code_challenge"));
    }

    @Test
    void anAnswerToAnotherQuestionIsNotTaken() {
        assertThatThrownBy(() -> request.refreshToken(URI.create(BACK + "?code=abc&state=forged")))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("another question");
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void aNoIsSaidInTheProvidersWords() {
        assertThatThrownBy(() -> request.refreshToken(answer("error=access_denied&error_description=Not+me")))
                .hasMessage("the provider says no: access_denied: Not me");
    }

    @Test
    void aProviderThatGivesNoRefreshTokenIsExplained() {
        assertThatThrownBy(() -> request.refreshToken(answer("code=abc")))
                .hasMessageContaining("no refresh token")
                .hasMessageContaining("offline");
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        assertThatThrownBy(() -> request.refreshToken(URI.create(BACK + "?hello=world")))
                .isInstanceOf(MessagingException.class);
    }
}
