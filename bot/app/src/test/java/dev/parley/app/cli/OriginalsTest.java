package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import dev.parley.app.demo.Demo;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.TicketReads.Said;
import dev.parley.core.ticket.TicketId;
import dev.parley.storage.PostgresStorage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTML and files of mail over real HTTP: made safe, byte for byte, and never another desk's. */
@ExtendWith(LiveDesk.Shared.class)
class OriginalsTest {
    private static final byte[] LARGE = random(300_000);
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private static LiveDesk desk;
    private static long ticket;
    private static Said said;

    @TempDir
    private Path directory;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aMailWithFiles(LiveDesk shared) {
        desk = shared;
        var client = desk.client("originals", 10);
        String subject = "Look at this";
        desk.brought("""
            From: <%s>
            To: <%s>
            Subject: %s
            Message-ID: <originals@customer.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: text/html

            <p onclick=evil()>It is <b>broken</b>.</p><script>evil()</script>
            <img src="cid:shot@x"><img src="https://track.example/x.png">
            --m
            Content-Type: image/png; name=shot.png
            Content-ID: <shot@x>
            Content-Transfer-Encoding: base64

            %s
            --m
            Content-Type: application/x-evil; name="=?utf-8?q?=22B=C3=BCcher=22.html?="
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            %s
            --m--
            """.formatted(client.address(), desk.address(), subject, base64(PICTURE), base64(LARGE)));
        ticket = desk.ticketOf(client, subject);
        said = desk.demo()
                .bot()
                .part(TicketReads.class)
                .find(new TicketId(Demo.DESK, ticket))
                .orElseThrow()
                .messages()
                .getFirst();
    }

    @Test
    void theHtmlIsShownSafe() {
        HttpResponse<String> page = get(desk.token("agent"), path("/html"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html").contains("UTF-8");
        assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Parley-Blocked-Pictures")).isEqualTo("1");
        assertThat(page.body())
                .contains("<p>It is <b>broken</b>.</p>", "<img src=\"files/0\">", "1 picture(s) from elsewhere")
                .doesNotContain("evil()")
                .doesNotContain("https://track");
    }

    @Test
    void aFileComesByteForByteAndNoBrowserRunsIt() {
        HttpResponse<byte[]> picture = bytes(path("/files/0"));
        assertThat(picture.body()).isEqualTo(PICTURE);
        assertThat(header(picture, "Content-Type")).isEqualTo("image/png");

        HttpResponse<byte[]> large = bytes(path("/files/1"));
        assertThat(large.body()).isEqualTo(LARGE);
        assertThat(header(large, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(large, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(large, "Content-Security-Policy")).contains("sandbox");
        assertThat(header(large, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''")
                .contains("B%C3%BCcher")
                .doesNotContain("\r", "\n");
        assertThat(kept()).as("a large file is kept beside its mail").isEqualTo(1);
    }

    @Test
    void anotherDeskSeesNothingOfIt() {
        String stranger = strangersToken();

        assertThat(get(stranger, path("/html")).statusCode()).isEqualTo(404);
        assertThat(get(stranger, path("/files/0")).statusCode()).isEqualTo(404);
        assertThat(get("wrong", path("/files/0")).statusCode()).isEqualTo(401);
        assertThat(get(desk.token("agent"), path("/files/0")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "TICKET/messages/MESSAGE/files/2, 404",
        "TICKET/messages/MESSAGE/files/-1, 404",
        "TICKET/messages/MESSAGE/files/x, 400",
        "TICKET/messages/99999999/html, 404",
        "TICKET/messages/99999999/files/0, 404",
        "0/messages/MESSAGE/html, 404",
        "999999/messages/MESSAGE/files/0, 404",
    })
    void whatDoesNotBelongTogetherIsNotThere(String path, int status) {
        String asked = path.replace("TICKET", Long.toString(ticket)).replace("MESSAGE", Long.toString(said.id()));
        HttpResponse<String> answer = get(desk.token("agent"), "/tickets/" + asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).contains("application/problem+json");
    }

    @Test
    void theCommandsWriteThemToFiles() throws IOException {
        Path page = directory.resolve("page.html");
        Path file = directory.resolve("file.bin");
        String number = Long.toString(ticket);
        String message = Long.toString(said.id());

        assertThat(ask("message", "html", number, message, "--out", page.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(ask("message", "file", number, message, "1", "--out", file.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readString(page)).contains("It is <b>broken</b>.");
        assertThat(Files.readAllBytes(file)).isEqualTo(LARGE);
        assertThat(ask("ticket", "show", number)).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).contains("#" + message + " IN", "file 0: shot.png (image/png, 8 bytes)");
        assertThat(ask("message", "file", number, message, "7", "--out", file.toString()))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(shell.err()).contains("There is no file 7 of message " + message + "; it has 2, counted from 0.");
    }

    private static String strangersToken() {
        PostgresStorage storage = desk.demo().bot().part(PostgresStorage.class);
        DeskPolicy p = desk.demo().bot().part(DeskBook.class).desk(Demo.DESK).policy();
        var now = Clock.systemUTC().instant();
        storage.register(
                new DeskPolicy(
                        "other",
                        p.name(),
                        p.unit(),
                        p.zone(),
                        p.categories(),
                        p.quotes(),
                        p.closing(),
                        p.preAgreementCap(),
                        p.customerSupport()),
                now);
        return storage.staff()
                .enroll(
                        new Staff.Person("other", "spy", "Spy", Set.of(Staff.Role.AGENT)),
                        new Customers.By(new Actor.Desk(), now));
    }

    private static int kept() {
        Integer files = desk.sql("parley")
                .queryForObject("select count(*)::integer from kept_file where size = " + LARGE.length, Integer.class);
        return files == null ? 0 : files;
    }

    private static String path(String what) {
        return "/tickets/" + ticket + "/messages/" + said.id() + what;
    }

    private ExitCode ask(String... arguments) {
        return shell.ask(desk.demo().url(), desk.token("agent"), arguments);
    }

    private static HttpResponse<String> get(String token, String path) {
        return send(token, path, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<byte[]> bytes(String path) {
        return send(desk.token("agent"), path, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static <T> HttpResponse<T> send(String token, String path, HttpResponse.BodyHandler<T> as) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(desk.demo().url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, as);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes).replace("\r", "");
    }
}
