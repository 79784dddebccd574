package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./parley mailbox authorise}, with a provider on loopback and a browser that does what it is told. */
@Timeout(60)
class MailboxCommandTest {
    private static final Pattern PAGE = Pattern.compile("(?m)^  (http\\S+)$");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CopyOnWriteArrayList<String> forms = new CopyOnWriteArrayList<>();
    private HttpServer provider;

    @BeforeEach
    void open() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", exchange -> {
            try (exchange) {
                forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                byte[] body = "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"refresh_token\":\"lasting\"}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        provider.start();
    }

    @AfterEach
    void close() {
        provider.stop(0);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + provider.getAddress().getPort() + path;
    }

    private CompletableFuture<ExitCode> authorise(String... more) {
        String[] usual = {
            "mailbox",
            "authorise",
            "--address",
            "support@vendor.example",
            "--client-id",
            "parley",
            "--scope",
            "mail",
            "--authorise-url",
            at("/authorise"),
            "--token-url",
            at("/token")
        };
        String[] all = Stream.of(usual, more).flatMap(Arrays::stream).toArray(String[]::new);
        return CompletableFuture.supplyAsync(
                () -> Parley.run(new PrintWriter(out, true), new PrintWriter(err, true), all));
    }

    /** The browser: reads the page's address and brings {@code answer} back to where the provider would send it. */
    private HttpResponse<String> browse(String answer) throws Exception {
        String page = page();
        String back = parameter(page, "redirect_uri");
        String state = parameter(page, "state");
        try (HttpClient browser = HttpClient.newHttpClient()) {
            URI to = URI.create(back + "?" + answer + "&state=" + state);
            return browser.send(HttpRequest.newBuilder(to).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private String page() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            Matcher page = PAGE.matcher(out.toString());
            if (page.find()) {
                return page.group(1);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no page was named: " + out + err);
    }

    private static String parameter(String page, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
    }

    @Test
    void theOwnerConsentsAndTheTokenForTheSettingsIsPrinted() throws Exception {
        CompletableFuture<ExitCode> ended = authorise();
        assertThat(browse("code=abc").body()).contains("You can close this page");
        assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("login_hint=support%40vendor.example")
                .contains("parley.desks[n].mailbox.oauth.refresh-token: lasting");
        assertThat(forms).singleElement().satisfies(form -> assertThat(form).contains("code=abc"));
    }

    @Test
    void aNoOfTheOwnerIsToldAndNothingIsPrinted() throws Exception {
        CompletableFuture<ExitCode> ended = authorise();
        assertThat(browse("error=access_denied").statusCode()).isEqualTo(200);
        assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("No access: the provider says no: access_denied");
        assertThat(out.toString()).doesNotContain("refresh-token");
        assertThat(forms).isEmpty();
    }

    @Test
    void aBrowserThatNeverComesIsNotWaitedForForever() throws Exception {
        assertThat(authorise("--wait", "0").get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.TEMPORARY);
        assertThat(err.toString()).contains("No browser came back within 0 s");
    }

    @Test
    void whatIsNotKnownOfAProviderHasToBeGiven() {
        var shell = new Shell();
        assertThat(shell.run("mailbox", "authorise", "--address", "a@b.example", "--client-id", "x"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).contains("Give --authorise-url, or --provider google or microsoft.");
        assertThat(shell.run("mailbox", "authorise", "--address", "a@b.example", "--client-id", "x", "--port", "no"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theKnownProvidersAreAskedAtTheirOwnAddress() throws Exception {
        var said = new StringWriter();
        var ended = CompletableFuture.supplyAsync(() -> Parley.run(
                new PrintWriter(said, true),
                new PrintWriter(err, true),
                "mailbox",
                "authorise",
                "--provider",
                "microsoft",
                "--tenant",
                "vendor.example",
                "--address",
                "a@b.example",
                "--client-id",
                "x",
                "--wait",
                "0"));
        assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.TEMPORARY);
        assertThat(said.toString())
                .contains("https://login.microsoftonline.com/vendor.example/oauth2/v2.0/authorize?")
                .contains("IMAP.AccessAsUser.All");
    }
}
