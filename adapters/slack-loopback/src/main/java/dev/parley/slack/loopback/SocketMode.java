package dev.parley.slack.loopback;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Socket Mode: the app connects to us, and each envelope goes to one of its connections. */
final class SocketMode extends WebSocketServer implements Transport {

    /** Most connections an app may hold. */
    static final int CONNECTIONS_MAX = 10;

    private static final Pattern TICKET = Pattern.compile(".*[?&]ticket=([^&]+).*");
    private static final long START_SECONDS = 10;

    private record Sent(WebSocket connection, CompletableFuture<Reply> reply) {}

    private final World world;
    private final CountDownLatch started = new CountDownLatch(1);
    private final Set<String> tickets = new HashSet<>();
    private final List<WebSocket> open = new ArrayList<>();
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private int turn;
    private int opened;

    SocketMode(World world) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.world = world;
        setReuseAddr(true);
        setTcpNoDelay(true);
        setDaemon(true);
    }

    void startAndWait() throws InterruptedException {
        start();
        if (!started.await(START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the socket did not open in " + START_SECONDS + " s");
        }
    }

    /** A fresh address to connect to, good once. */
    String url() {
        String ticket = world.id("ticket-");
        synchronized (this) {
            tickets.add(ticket);
        }
        return "ws://127.0.0.1:" + getPort() + "/link/?ticket=" + ticket + "&app_id=" + world.app.id();
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        admit(connection, handshake);
        world.changed();
    }

    private synchronized void admit(WebSocket connection, ClientHandshake handshake) {
        Matcher ticket = TICKET.matcher(handshake.getResourceDescriptor());
        if (!ticket.matches() || !tickets.remove(ticket.group(1))) {
            connection.close(1008, "this address was not given out, or was used before");
            return;
        }
        if (open.size() >= CONNECTIONS_MAX) {
            connection.send(disconnect("too_many_websockets"));
            connection.close();
            return;
        }
        open.add(connection);
        opened++;
        connection.send(hello(open.size()));
    }

    private String hello(int connections) {
        ObjectNode hello = Json.object().put("type", "hello").put("num_connections", connections);
        hello.putObject("debug_info")
                .put("host", "loopback")
                .put("build_number", 1)
                .put("approximate_connection_time", 18060);
        hello.putObject("connection_info").put("app_id", world.app.id());
        return hello.toString();
    }

    private static String disconnect(String reason) {
        ObjectNode disconnect = Json.object().put("type", "disconnect").put("reason", reason);
        disconnect.putObject("debug_info").put("host", "loopback");
        return disconnect.toString();
    }

    /** Tells every connection that it will end; {@code warning} leaves it open, anything else closes it. */
    synchronized void announceEnd(String reason) {
        for (WebSocket connection : List.copyOf(open)) {
            connection.send(disconnect(reason));
            if (!reason.equals("warning")) {
                connection.close();
            }
        }
    }

    /** Cuts every connection without a word. */
    synchronized void cut() {
        List.copyOf(open).forEach(connection -> connection.closeConnection(1006, "cut"));
    }

    synchronized int connections() {
        return open.size();
    }

    /** Connections accepted since the start. */
    synchronized int openedSoFar() {
        return opened;
    }

    @Override
    public CompletableFuture<Reply> send(Parcel parcel) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        String envelopeId = java.util.UUID.randomUUID().toString();
        ObjectNode envelope = Json.object().put("envelope_id", envelopeId);
        envelope.set("payload", parcel.payload());
        envelope.put("type", parcel.type()).put("accepts_response_payload", acceptsPayload(parcel));
        if (parcel.type().equals("events_api")) {
            envelope.put("retry_attempt", parcel.attempt()).put("retry_reason", parcel.reason());
        }
        synchronized (this) {
            if (open.isEmpty()) {
                reply.complete(new Reply(Outcome.failed("connection_failed"), true));
                return reply;
            }
            WebSocket connection = open.get(turn++ % open.size());
            sent.put(envelopeId, new Sent(connection, reply));
            connection.send(envelope.toString());
        }
        return reply;
    }

    private static boolean acceptsPayload(Parcel parcel) {
        return switch (parcel.type()) {
            case "slash_commands" -> true;
            case "interactive" ->
                List.of("view_submission", "block_suggestion").contains(Json.text(parcel.payload(), "type"));
            default -> false;
        };
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        JsonNode ack = Json.read(message).orElse(Json.object());
        Sent known = sent.remove(Json.text(ack, "envelope_id"));
        if (known != null) {
            JsonNode payload = ack.path("payload");
            known.reply()
                    .complete(new Reply(Outcome.acknowledged(payload.isObject() ? payload : Json.object()), false));
        }
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        synchronized (this) {
            open.remove(connection);
        }
        sent.entrySet().removeIf(entry -> {
            Sent lost = entry.getValue();
            return lost.connection().equals(connection)
                    && lost.reply().complete(new Reply(Outcome.failed("connection_failed"), true));
        });
        world.changed();
    }

    @Override
    public void onError(WebSocket connection, Exception error) {
        world.changed();
    }

    void shutDown() {
        try {
            stop(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
