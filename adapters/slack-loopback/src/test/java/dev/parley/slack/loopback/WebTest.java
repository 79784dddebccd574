package dev.parley.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page to try it by hand, used as a browser uses it. */
class WebTest {

    private static final String MODAL = """
        {"type":"modal","callback_id":"m","title":{"type":"plain_text","text":"How much?"},
         "submit":{"type":"plain_text","text":"Send"},"blocks":[
         {"type":"input","block_id":"b","label":{"type":"plain_text","text":"Credits"},
          "element":{"type":"plain_text_input","action_id":"a"}}]}
        """;

    private final LoopbackSlack slack = LoopbackSlack.start(
            SlackApp.named("Desk").withCommands(Set.of("/desk")).withShortcuts(Map.of("new_ticket", "global")),
            new SteppedClock(),
            Places.acme());
    private final BoltApp bolt = new BoltApp(slack);
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        browser.close();
        bolt.close();
        slack.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(slack.webUrl()).resolve(path));
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(at(path)).body();
    }

    private HttpResponse<String> post(String path, String... form) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(form[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        return send(at(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    @Test
    void theFirstPageShowsChannelsPeopleAndMessages() throws Exception {
        slack.as("U2").post("C1", "hello *everybody*");
        String page = get("/");
        assertThat(page)
                .contains(
                        "# triage",
                        "🔒 secret",
                        "Bo Builder",
                        "Eve Else · other company",
                        "hello <strong>everybody</strong>");
        assertThat(get("/as/U2/")).doesNotContain("🔒 secret");
    }

    @Test
    void whatPeopleAndTheAppWriteIsEscaped() throws Exception {
        slack.as("U2").post("C1", "<script>alert(1)</script> \"quoted\"");
        bolt.client()
                .chatPostMessage(post -> post.channel("C1")
                        .text("x")
                        .blocksAsString(
                                "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"<img src=x> *b*"
                                        + " <javascript:alert(1)|go> <https://ok.example/\\\"onclick|link>\"}}]"));
        String page = get("/as/U1/C1");
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("<strong>b</strong>")
                .doesNotContain("<script>alert", "<img", "href=\"javascript", "\"onclick");
    }

    @Test
    void aPersonPostsRepliesAndReacts() throws Exception {
        assertThat(post("/as/U1/C1/say", "text", "by hand").statusCode()).isEqualTo(200);
        Message message = slack.messages("C1").getLast();
        assertThat(message.text()).isEqualTo("by hand");
        post("/as/U1/C1/say?in=" + message.ts() + "&thread=" + message.ts(), "text", "in the thread");
        assertThat(slack.thread("C1", message.ts())).hasSize(2);
        post("/as/U1/C1/react?ts=" + message.ts(), "do", "eyes");
        assertThat(get("/as/U1/C1?thread=" + message.ts())).contains("👀 1", "1 reply", "in the thread");
        post("/as/U1/C1/react?ts=" + message.ts(), "do", "eyes");
        assertThat(get("/as/U1/C1")).doesNotContain("👀 1");
    }

    @Test
    void aFileIsUploaded() throws Exception {
        String body = """
            --b
            Content-Disposition: form-data; name="text"


            --b
            Content-Disposition: form-data; name="file"; filename="log.txt"
            Content-Type: text/plain

            line
            --b--
            """.replace("\n", "\r\n");
        send(at("/as/U1/C1/say")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(get("/as/U1/C1")).contains("📎 log.txt", "4 bytes");
    }

    @Test
    void aButtonOpensAModalThatShowsItsErrorsAndIsHandedIn() throws Exception {
        bolt.app().blockAction("go", (request, context) -> {
            context.client()
                    .viewsOpen(open ->
                            open.triggerId(request.getPayload().getTriggerId()).viewAsString(MODAL));
            return context.ack();
        });
        bolt.app().viewSubmission("m", (request, context) -> {
            String value =
                    String.valueOf(request.getPayload().getView().getState().getValues());
            seen.add(value);
            return value.contains("value=none")
                    ? context.ackWithErrors(Map.of("b", "Credits are numbers."))
                    : context.ack();
        });
        bolt.connect();
        bolt.client()
                .chatPostMessage(post -> post.channel("C1")
                        .text("x")
                        .blocksAsString("[{\"type\":\"actions\",\"block_id\":\"k\",\"elements\":[{\"type\":\"button\","
                                + "\"style\":\"primary\",\"action_id\":\"go\","
                                + "\"text\":{\"type\":\"plain_text\",\"text\":\"Assess :ticket:\"}}]}]"));
        assertThat(get("/as/U1/C1")).contains("Assess 🎫", "value=\"k/go\"", "class=\"primary\"");
        post("/as/U1/C1/act?ts=" + slack.messages("C1").getLast().ts(), "do", "k/go");
        View modal = slack.as("U1").awaitModal("m");
        assertThat(get("/as/U1/C1")).contains("How much?", "Credits", "name=\"v/b/a\"");
        assertThat(get("/as/U2/C1")).doesNotContain("How much?");
        assertThat(post("/as/U1/C1/view?id=" + modal.id(), "v/b/a", "").body()).contains("the client asks for a");
        assertThat(post("/as/U1/C1/view?id=" + modal.id(), "v/b/a", "none").body())
                .contains("Credits are numbers.");
        assertThat(post("/as/U1/C1/view?id=" + modal.id(), "v/b/a", "5").body()).doesNotContain("How much?");
        assertThat(seen).last().asString().contains("value=5");
    }

    @Test
    void anotherSiteCannotActHere() throws Exception {
        assertThat(send(at("/as/U1/C1/say")
                                .header("Origin", "http://evil.example")
                                .POST(HttpRequest.BodyPublishers.ofString("text=x")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(slack.messages("C1")).isEmpty();
        assertThat(send(at("/as/U1/C1"))
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void whatDoesNotExistIsNotFound() throws Exception {
        for (String path : List.of("/as/U404/C1", "/as/U1/C404", "/web/Secret.java", "/web/..%2fpage.css", "/x")) {
            assertThat(send(at(path)).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(send(at("/web/page.css")).statusCode()).isEqualTo(200);
        assertThat(send(at("/as/U2/C2")).statusCode()).isEqualTo(404);
    }
}
