package dev.parley.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Envelopes, acknowledgements, retries and the ends of connections, seen by a Bolt app. */
class SocketModeTest {

    private final SteppedClock clock = new SteppedClock();
    private final LoopbackSlack slack = LoopbackSlack.start(SlackApp.named("Desk"), clock, Places.acme());
    private final BoltApp bolt = new BoltApp(slack);
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        bolt.close();
        slack.close();
    }

    private void listen() throws Exception {
        bolt.app().event(MessageEvent.class, (payload, context) -> {
            seen.add(payload.getEvent().getText() + " " + payload.getEventId() + " " + context.getRetryNum());
            return context.ack();
        });
        bolt.connect();
    }

    @Test
    void anEventNotAcknowledgedComesAgainAtOnceAfterAMinuteAndAfterFive() throws Exception {
        listen();
        slack.faults().loseAcks(3);
        slack.as("U1").post("C1", "hello");
        for (Duration wait : Deliveries.RETRIES) {
            int givenUp = slack.deliveries().size();
            slack.await("the delivery", () -> seen.size() == givenUp + 1);
            clock.forward(Deliveries.ACK_WITHIN);
            slack.await("the attempt to be given up", () -> slack.deliveries().size() == givenUp + 1);
            clock.forward(wait);
        }
        slack.await(
                "the last delivery to be acknowledged", () -> slack.deliveries().size() == 4);
        assertThat(seen).hasSize(4).allMatch(each -> each.startsWith("hello Ev"));
        assertThat(seen)
                .extracting(each -> each.substring(each.lastIndexOf(' ') + 1))
                .containsExactly("0", "1", "2", "3");
        assertThat(slack.deliveries())
                .extracting(Delivery::reason)
                .containsExactly("", "timeout", "timeout", "timeout");
        assertThat(slack.deliveries().getLast().outcome().acknowledged()).isTrue();
    }

    @Test
    void aDuplicateComesWithTheSameEventId() throws Exception {
        listen();
        slack.faults().duplicate(1);
        slack.as("U1").post("C1", "once");
        slack.await("two deliveries", () -> seen.size() == 2);
        assertThat(seen.get(0)).isEqualTo(seen.get(1));
    }

    @Test
    void heldEventsComeInReverseOrder() throws Exception {
        listen();
        slack.faults().reverse(3);
        Visitor ada = slack.as("U1");
        ada.post("C1", "one");
        ada.post("C1", "two");
        ada.post("C1", "three");
        slack.await("three deliveries", () -> slack.deliveries().size() == 3);
        assertThat(slack.deliveries())
                .extracting(each -> each.payload().path("event").path("text").asString(""))
                .containsExactly("three", "two", "one");
    }

    @Test
    void theBotHearsOnlyOfChannelsItIsIn() throws Exception {
        bolt.app().event(ReactionAddedEvent.class, (payload, context) -> {
            seen.add(payload.getEvent().getItem().getChannel());
            return context.ack();
        });
        listen();
        Message elsewhere = slack.as("U1").post("C3", "not for the bot");
        slack.as("U1").react(elsewhere, "eyes");
        slack.as("U1").react(slack.as("U1").post("C1", "for the bot"), "eyes");
        slack.await("two deliveries", () -> seen.size() == 2);
        slack.awaitQuiet();
        assertThat(seen).contains("C1").doesNotContain("C3");
        assertThat(slack.deliveries()).hasSize(2);
    }

    @Test
    void anEventWithoutItsScopeOrSubscriptionIsNotSent() throws Exception {
        SlackApp deaf = SlackApp.named("Desk")
                .withEvents(java.util.Set.of("reaction_added"))
                .withoutScopes("reactions:read");
        try (LoopbackSlack other = LoopbackSlack.start(deaf, clock, Places.acme())) {
            Message message = other.as("U1").post("C1", "unheard");
            other.as("U1").react(message, "eyes");
            other.awaitQuiet();
            assertThat(other.deliveries()).isEmpty();
        }
    }

    @Test
    void theClientComesBackWhenItIsAskedToAndWhenItIsCut() throws Exception {
        listen();
        int first = slack.connectionsOpened();
        slack.disconnect("refresh_requested");
        slack.await("a new connection", () -> slack.connectionsOpened() > first && slack.connections() > 0);
        slack.as("U1").post("C1", "after");
        slack.await("the event", () -> seen.size() == 1);
    }

    @Test
    void connectionsThatFlapAreCutAgainAndAgainAndTheClientComesBackEachTime() throws Exception {
        listen();
        slack.flap(Duration.ofSeconds(3), 2);
        for (int i = 0; i < 2; i++) {
            int before = slack.connectionsOpened();
            slack.await("a connection", () -> slack.connections() > 0);
            clock.forward(Duration.ofSeconds(3));
            slack.await("another connection", () -> slack.connectionsOpened() > before && slack.connections() > 0);
        }
        slack.as("U1").post("C1", "still here");
        slack.await("the event", () -> seen.stream().anyMatch(each -> each.startsWith("still here")));
    }

    @Test
    void theEleventhConnectionIsSentAway() throws Exception {
        List<Peer> peers = new ArrayList<>();
        try {
            for (int i = 0; i <= SocketMode.CONNECTIONS_MAX; i++) {
                String url = bolt.client(slack.app().appToken())
                        .appsConnectionsOpen(open -> open)
                        .getUrl();
                Peer peer = new Peer(URI.create(url));
                peer.connectBlocking();
                peers.add(peer);
            }
            Peer last = peers.getLast();
            slack.await("the last to be told", () -> !last.heard.isEmpty());
            assertThat(peers.getFirst().heard.getFirst()).contains("\"type\":\"hello\"", "\"num_connections\":1");
            assertThat(last.heard.getFirst()).contains("disconnect", "too_many_websockets");
            assertThat(slack.connections()).isEqualTo(SocketMode.CONNECTIONS_MAX);
        } finally {
            peers.forEach(WebSocketClient::close);
        }
    }

    @Test
    void anAddressToConnectToIsGoodOnce() throws Exception {
        String url = bolt.client(slack.app().appToken())
                .appsConnectionsOpen(open -> open)
                .getUrl();
        Peer peer = new Peer(URI.create(url));
        peer.connectBlocking();
        slack.await("the connection", () -> slack.connections() == 1);
        Peer again = new Peer(URI.create(url));
        again.connectBlocking();
        slack.await("a used address to be refused", again::isClosed);
        assertThat(again.heard).isEmpty();
        assertThat(slack.connections()).isEqualTo(1);
        peer.close();
    }

    @Test
    void withoutAConnectionAClickFailsAndAnEventWaits() throws Exception {
        bolt.client()
                .chatPostMessage(post -> post.channel("C1")
                        .text("x")
                        .blocksAsString(
                                "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"go\","
                                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}}]}]"));
        Outcome outcome = slack.as("U1").click(slack.messages("C1").getLast(), "go");
        assertThat(outcome.acknowledged()).isFalse();
        slack.as("U1").post("C1", "early");
        slack.awaitQuiet();
        listen();
        clock.forward(Duration.ofMinutes(1));
        slack.await("the event", () -> seen.stream().anyMatch(each -> each.startsWith("early")));
    }

    private static final class Peer extends WebSocketClient {
        final List<String> heard = new CopyOnWriteArrayList<>();

        Peer(URI url) {
            super(url);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            // What matters comes as a message.
        }

        @Override
        public void onMessage(String message) {
            heard.add(message);
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            // Tests ask isClosed.
        }

        @Override
        public void onError(Exception error) {
            heard.add(String.valueOf(error));
        }
    }
}
