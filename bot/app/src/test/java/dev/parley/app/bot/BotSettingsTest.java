package dev.parley.app.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.mail.wire.Server.Security;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotSettingsTest {
    private static BotSettings.ServerSettings unprotected(String host) {
        return new BotSettings.ServerSettings(host, 25, Security.NONE, "", "", Duration.ofSeconds(1), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.desk.example", "10.0.0.1", "localhost.evil.example", "127.0.0.1.evil.example", "::2"})
    void anUnprotectedConnectionToAnotherMachineIsRefused(String host) {
        assertThatThrownBy(() -> unprotected(host))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining(host)
                .hasMessageContaining("give tls or starttls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"})
    void anUnprotectedConnectionToThisMachineIsAllowed(String host) {
        assertThat(unprotected(host).host()).isEqualTo(host);
    }
}
