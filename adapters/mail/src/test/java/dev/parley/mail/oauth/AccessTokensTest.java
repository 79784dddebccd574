package dev.parley.mail.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.port.Checkpoints;
import dev.parley.mail.oauth.OAuthClient.Grant;
import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.SettableClock;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
    private static final Grant CONSENT = new Grant.Consent("from the settings");

    private final SettableClock clock = SettableClock.onAMonday();
    private final Checkpoints checkpoints = new InMemoryStore(clock).checkpoints();
    private TokenServer provider;

    @BeforeEach
    void open() throws IOException {
        provider = new TokenServer("first");
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private AccessTokens tokens(Grant grant) {
        return tokens(grant, provider.address());
    }

    private AccessTokens tokens(Grant grant, URI address) {
        OAuthClient client = new OAuthClient(address, "parley", "s3cret", "mail", grant, Duration.ofSeconds(10));
        return new AccessTokens(client, "mail:support", checkpoints, clock);
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItEnds() throws MessagingException {
        AccessTokens tokens = tokens(CONSENT);
        assertThat(tokens.current()).isEqualTo("first");
        provider.gives("second", 3600, "");
        clock.advance(Duration.ofMinutes(57));
        assertThat(tokens.current()).isEqualTo("first");
        clock.advance(Duration.ofMinutes(1));
        assertThat(tokens.current()).isEqualTo("second");
        assertThat(provider.asked()).hasSize(2);
    }

    @Test
    void manyThreadsShareOneCall() throws Exception {
        AccessTokens tokens = tokens(CONSENT);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = IntStream.range(0, 50)
                    .mapToObj(_ -> (Callable<String>) tokens::current)
                    .toList();
            for (var said : threads.invokeAll(calls)) {
                assertThat(said.get()).isEqualTo("first");
            }
        }
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    void aConsentIsShownWithItsRefreshToken() throws MessagingException {
        assertThat(tokens(CONSENT).current()).isEqualTo("first");
        assertThat(provider.asked().getFirst())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "from the settings")
                .containsEntry("client_id", "parley")
                .containsEntry("client_secret", "s3cret");
    }

    @Test
    void anApplicationAsksForItself() throws MessagingException {
        assertThat(tokens(new Grant.Application()).current()).isEqualTo("first");
        assertThat(provider.asked().getFirst())
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("scope", "mail")
                .doesNotContainKey("refresh_token");
    }

    @Test
    void aRefreshTokenGivenAnewIsKeptForTheNextProcess() throws MessagingException {
        provider.gives("first", 3600, "renewed");
        assertThat(tokens(CONSENT).current()).isEqualTo("first");
        assertThat(tokens(CONSENT).current()).isEqualTo("first");
        assertThat(provider.asked())
                .extracting(form -> form.get("refresh_token"))
                .containsExactly("from the settings", "renewed");
    }

    @Test
    void theDatabaseHoldsNoTokenThatCanBeRead() throws MessagingException {
        provider.gives("first", 3600, "renewed");
        assertThat(tokens(CONSENT).current()).isEqualTo("first");
        assertThat(checkpoints.read("oauth mail:support"))
                .hasValueSatisfying(kept -> assertThat(kept)
                        .doesNotContain("renewed", "from the settings")
                        .hasSizeGreaterThan(20));
    }

    @Test
    void anotherTokenInTheSettingsCountsMoreThanTheKeptOne() throws MessagingException {
        provider.gives("first", 3600, "renewed");
        assertThat(tokens(CONSENT).current()).isEqualTo("first");
        assertThat(tokens(new Grant.Consent("authorised anew")).current()).isEqualTo("first");
        assertThat(provider.asked().getLast()).containsEntry("refresh_token", "authorised anew");
    }

    @Test
    void whatWasKeptBadlyIsForgotten() throws MessagingException {
        checkpoints.write("oauth mail:support", "no base 64!");
        assertThat(tokens(CONSENT).current()).isEqualTo("first");
        checkpoints.write("oauth mail:support", "AAAA");
        assertThat(tokens(CONSENT).current()).isEqualTo("first");
        assertThat(provider.asked()).allSatisfy(form -> assertThat(form).containsValue("from the settings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_grant", "invalid_client", "unauthorized_client", "invalid_scope"})
    void aNoThatOnlyAPersonCanMendSaysSo(String code) {
        provider.answers(
                400,
                "{\"error\":\"" + code
                        + "\",\"error_description\":\"AADSTS700082: expired.\\r\\nTrace ID: 1 Correlation ID: 2\"}");
        assertThatThrownBy(() -> tokens(CONSENT).current())
                .isInstanceOf(AuthorisationEnded.class)
                .hasMessage("127.0.0.1 gives no access any more (" + code + ": AADSTS700082: expired.)");
    }

    @Test
    void troubleAtTheProviderPasses() throws MessagingException {
        AccessTokens tokens = tokens(CONSENT);
        provider.answers(503, "{\"error\":\"temporarily_unavailable\"}");
        assertThatThrownBy(tokens::current)
                .isInstanceOf(MessagingException.class)
                .isNotInstanceOf(AuthorisationEnded.class)
                .hasMessageContaining("gives no token just now (temporarily_unavailable");
        provider.answers(200, "<html>maintenance</html>");
        assertThatThrownBy(tokens::current).hasMessageContaining("answered what is no token");
        provider.gives("again", 3600, "");
        assertThat(tokens.current()).isEqualTo("again");
    }

    @Test
    void aProviderThatCannotBeReachedIsNamed() {
        URI nobody = URI.create("http://127.0.0.1:1/token");
        assertThatThrownBy(() -> tokens(CONSENT, nobody).current())
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("127.0.0.1, which gives the tokens to log in, cannot be reached");
    }

    @Test
    void aRefusedTokenIsNotUsedAgainAndANewerOneIsKept() throws MessagingException {
        AccessTokens tokens = tokens(CONSENT);
        assertThat(tokens.current()).isEqualTo("first");
        tokens.drop("some other token");
        assertThat(tokens.current()).isEqualTo("first");
        provider.gives("second", 3600, "");
        tokens.drop("first");
        assertThat(tokens.current()).isEqualTo("second");
        assertThat(provider.asked()).hasSize(2);
    }

    @Test
    void noTokenStandsInAnyText() {
        assertThat(tokens(CONSENT).toString()).doesNotContain("settings", "s3cret");
    }
}
