package dev.parley.app.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.mail.wire.Server.Security;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private static WorkspaceSettings slack(String botToken, String appToken, String secret, String channel) {
        return new WorkspaceSettings(
                "triage", botToken, appToken, secret, channel, "https://slack.com/api/", Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "'',      xapp-1, '',  C1, slack.bot-token is blank",
        "xoxp-1,  xapp-1, '',  C1, slack.bot-token does not begin with xoxb-",
        "xoxb-1,  xoxb-1, '',  C1, slack.app-token does not begin with xapp-",
        "xoxb-1,  '',     '',  C1, slack.signing-secret is blank",
        "xoxb-1,  '',     ' ', C1, slack.signing-secret is blank",
        "xoxb-1,  xapp-1, '',  '', slack.channel is blank"
    })
    void aWorkspaceThatCannotWorkIsNamedByItsSetting(
            String botToken, String appToken, String secret, String channel, String told) {
        assertThatThrownBy(() -> slack(botToken, appToken, secret, channel))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("parley.desks[n]." + told);
    }

    @Test
    void slackIsReachedBySocketOrCallsWithASecret() {
        assertThat(slack("xoxb-1", "xapp-1", "", "C1").settings("desk").socketMode())
                .isTrue();
        assertThat(slack("xoxb-1", "", "secret", "C1").settings("desk").socketMode())
                .isFalse();
        assertThat(slack("xoxb-1", "xapp-1", "hidden", "C1").toString()).doesNotContain("xoxb", "xapp", "hidden");
    }
}
