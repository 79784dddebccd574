package dev.parley.slack.loopback;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.MethodsClient;
import com.slack.api.socket_mode.SocketModeClient;
import org.jspecify.annotations.Nullable;

/** A Bolt app and a Web API client, both pointed at the loopback. */
final class BoltApp implements AutoCloseable {

    private final Slack slack;
    private final LoopbackSlack loopback;
    private final App app;
    private @Nullable SocketModeApp socket;

    BoltApp(LoopbackSlack loopback) {
        this.loopback = loopback;
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(loopback.apiUrl());
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        this.slack = Slack.getInstance(config);
        this.app = new App(AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(loopback.botToken("T1"))
                .signingSecret(loopback.app().signingSecret())
                .build());
    }

    App app() {
        return app;
    }

    MethodsClient client() {
        return slack.methods(loopback.botToken("T1"));
    }

    MethodsClient client(String token) {
        return slack.methods(token);
    }

    /** Connects in Socket Mode and waits until a connection stands. */
    BoltApp connect() throws Exception {
        SocketModeApp opened =
                new SocketModeApp(loopback.app().appToken(), SocketModeClient.Backend.JavaWebSocket, app);
        opened.startAsync();
        socket = opened;
        loopback.await("a connection", () -> loopback.connections() > 0);
        return this;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
            slack.close();
        } catch (Exception e) {
            throw new IllegalStateException("the client did not close", e);
        }
    }
}
