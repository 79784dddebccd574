package dev.parley.app.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The address on this machine to which a provider sends the browser with its answer (RFC 8252 §7.3). */
final class BrowserReturn implements AutoCloseable {
    private static final String THANKS = """
        <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Parley</title>
        <p>Parley has the answer. You can close this page and go back to the terminal.</p></html>
        """;

    private final HttpServer server;
    private final CompletableFuture<URI> answer = new CompletableFuture<>();

    private BrowserReturn(HttpServer server) {
        this.server = server;
    }

    /** Listens on {@code port} of this machine alone; 0: on a free one. */
    static BrowserReturn listen(int port) throws IOException {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            BrowserReturn back = new BrowserReturn(server);
            server.createContext("/", back::take);
            server.start();
            return back;
        } catch (BindException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "Port " + port + " of this machine is taken; give another --port.", e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The address the browser came to; empty if none came in time. */
    Optional<URI> await(Duration time) {
        try {
            return Optional.of(answer.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails the answer", e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            if (asked.getQuery() == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] page = THANKS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            answer.complete(address().resolve(asked));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
