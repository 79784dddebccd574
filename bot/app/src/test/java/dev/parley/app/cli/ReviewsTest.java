package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.RunningBot;
import dev.parley.app.bot.Stage;
import dev.parley.app.command.ExitCode;
import dev.parley.app.demo.DemoAccount;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.play.MailProgram;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff.Person;
import dev.parley.core.port.Staff.Role;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews as a customer writes them: by a link from the mailbox, over HTTP; staff hide them by {@code ./parley}. */
class ReviewsTest {
    private static final String PAGE = "/reviews/" + Stage.DESK;
    private static final Pattern LINK = Pattern.compile("https://support\\.desk\\.example(" + PAGE + "/\\S+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Stage stage;
    private static RunningBot bot;
    private static String product;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aBotThatCustomersReach(@TempDir Path directory) throws IOException {
        stage = Stage.open(directory);
        bot = RunningBot.start(Map.of(
                "spring.config.additional-location",
                stage.config().toUri().toString(),
                "parley.public-url",
                "https://support.desk.example"));
        var by = new Customers.By(new Actor.Desk(), Clock.systemUTC().instant());
        product = stage.storage().staff().enroll(new Person(Stage.DESK, "pim", "Pim", Set.of(Role.PRODUCT)), by);
    }

    @AfterAll
    static void close() throws IOException {
        bot.close();
        stage.close();
    }

    @Test
    void c26c26aThereAreNoReviewsYetUntilACustomerWhoBoughtLogsInAndWritesOne() {
        CustomerId customer = stage.customer(DemoServers.ALICE, 5);
        assertThat(get(PAGE).body()).contains("There are no reviews yet.", "Only logged in customers");
        assertThat(get(PAGE).headers().firstValue("X-Robots-Tag"))
                .as("it may be found")
                .isEmpty();
        assertThat(get("/api/v1/desks/" + Stage.DESK + "/reviews").body()).isEqualTo("[]");

        String link = logIn(DemoServers.ALICE);
        HttpResponse<String> gift = get(link);
        assertThat(gift.statusCode()).isEqualTo(200);
        assertThat(gift.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(gift.body()).contains("have purchased this product").doesNotContain("<textarea");
        HttpResponse<String> refused = write(link, 5, "Alice", "Good.");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("only customers who bought this may review it");

        buy(customer);
        assertThat(get(link).body()).contains("<textarea");
        assertThat(head(link)).isEqualTo(200);
        assertThat(reviews()).as("looking writes nothing").isZero();
        HttpResponse<String> written = write(link, 4, "Alice", "Quick <b>and</b>\r\nclear & <script>alert(1)</script>");
        assertThat(written.statusCode()).isEqualTo(200);
        assertThat(written.body()).contains("Thank you.");
        assertThat(get(PAGE).body())
                .contains("4 of 5 stars", "Quick &lt;b&gt;and&lt;/b&gt;\nclear &amp; &lt;script&gt;alert(1)", "Alice")
                .doesNotContain("<script", "There are no reviews yet.", DemoServers.ALICE.address());
        assertThat(get("/api/v1/desks/" + Stage.DESK + "/reviews").body())
                .contains("\"stars\":4", "Quick <b>and</b>")
                .doesNotContain(DemoServers.ALICE.address(), "customer");

        assertThat(write(link, 4, "Alice", "Quick <b>and</b>\nclear & <script>alert(1)</script>")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sql("select max(changes) from review")).as("doubled").isEqualTo(1);
        assertThat(write(link, 2, "Alice", "Slower now.").statusCode()).isEqualTo(200);
        assertThat(reviews()).isOne();
        assertThat(get(PAGE).body()).contains("2 of 5 stars", "Slower now.");

        moderated(link);
        assertThat(post(link, "do=withdraw").statusCode()).isEqualTo(200);
        assertThat(post(link, "do=withdraw").statusCode()).isEqualTo(409);
        assertThat(get(PAGE).body()).contains("There are no reviews yet.");
        assertThat(post(link, "do=logout").body()).contains("You are logged out.");
        assertThat(get(link).statusCode()).isEqualTo(404);
        assertThat(write(link, 5, "Alice", "Good.").statusCode()).isEqualTo(404);
    }

    /** Staff hide it and show it again. */
    private void moderated(String link) {
        long number = sql("select max(number) from review");
        String hide = "review hide " + number + " --reason spam";
        assertThat(run(stage.token(), ExitCode.REFUSED, hide)).contains("does not have the role product");
        assertThat(run(product, ExitCode.OK, hide)).contains("hidden", "because: spam", "2 of 5  Alice");
        assertThat(get(PAGE).body()).contains("There are no reviews yet.");
        assertThat(get(link).body()).contains("Your review is not shown. The reason: spam.");
        assertThat(mails(DemoServers.ALICE)
                        .await(mail -> mail.subject().contains("not shown"))
                        .text())
                .contains("spam");
        assertThat(run(product, ExitCode.REFUSED, hide)).contains("review " + number + " is hidden");
        assertThat(run(product, ExitCode.OK, "review list")).contains("hidden");
        assertThat(run(product, ExitCode.OK, "review unhide " + number)).contains("shown");
        assertThat(run(product, ExitCode.OK, "review show " + number))
                .contains("  written  4 stars, Alice: ", "  hidden  hidden: spam", "  shown  shown");
        assertThat(run(product, ExitCode.REFUSED, "review unhide 4711")).contains("There is no review 4711.");
        assertThat(get(PAGE).body()).contains("Slower now.");
    }

    @Test
    void c26WithoutAValidLinkNobodyReadsOrWritesAnything() {
        for (String token : new String[] {"1-0-1-aaaaaaaaaaaaaaaa", "x", "1-0-1"}) {
            assertThat(get(PAGE + "/" + token).statusCode()).as(token).isEqualTo(404);
            assertThat(write(PAGE + "/" + token, 5, "Mallory", "Good.").statusCode())
                    .as(token)
                    .isEqualTo(404);
        }
        assertThat(sql("select count(*) from review where name = 'Mallory'")).isZero();
        assertThat(get("/reviews/nowhere").statusCode()).isEqualTo(404);
        assertThat(get("/reviews/nowhere").body()).contains("Nothing is reviewed here.");
        assertThat(get("/reviews/nowhere/x").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/desks/nowhere/reviews").statusCode()).isEqualTo(404);
        assertThat(post("/reviews/nowhere/login", "address=a%40b.example").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverAsksForALinkLearnsNothingOfWhoIsACustomer() {
        stage.customer(DemoServers.CAROL, 5);
        String known = ask(DemoServers.CAROL.address());
        assertThat(ask("nobody@customer.example")).isEqualTo(known).contains("a link is on its way");
        assertThat(ask("")).isEqualTo(known);
        assertThat(ask("x".repeat(5_000))).isEqualTo(known);
        assertThat(sql("select count(*) from login_session s join contact c on c.number = s.contact and c.desk = s.desk"
                        + " where c.address = '" + DemoServers.CAROL.address() + "'"))
                .isOne();
    }

    @Test
    void whatIsTypedStaysInTheFormWhenItIsRefused() {
        CustomerId customer = stage.customer(DemoServers.BOB, 5);
        buy(customer);
        String link = logIn(DemoServers.BOB);
        HttpResponse<String> refused = write(link, 5, "bob@customer.example", "\"Good\" </textarea>");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("everybody would see the mail address", "&quot;Good&quot; &lt;/textarea&gt;");
        assertThat(write(link, 9, "Bob", "Good.").body()).contains("0 stars; 1 to 5");
        assertThat(write(link, 5, "Bob", "x".repeat(5_001)).body()).contains("a text of 5001 characters; 1 to 5000");
        assertThat(post(link, "").statusCode()).isEqualTo(409);
        assertThat(post(link, "do=withdraw").body()).contains("you have no review");
        assertThat(get(PAGE).body()).doesNotContain("Bob");
    }

    // ---- how

    private static String logIn(DemoAccount account) {
        MailProgram program = mails(account);
        assertThat(ask(account.address())).contains("a link is on its way");
        Matcher link = LINK.matcher(
                program.await(mail -> LINK.matcher(mail.text()).find()).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static MailProgram mails(DemoAccount account) {
        return new MailProgram(
                account,
                account.password(),
                stage.servers().mail().smtpPort(),
                stage.servers().mail().imapPort());
    }

    private static String ask(String address) {
        HttpResponse<String> asked = post(PAGE + "/login", "address=" + encoded(address));
        assertThat(asked.statusCode()).isEqualTo(200);
        return asked.body();
    }

    private void buy(CustomerId customer) {
        String ordered = run(stage.token(), ExitCode.OK, "customer order " + customer.number() + " --units 25");
        String order = ordered.strip().replaceAll("(?s) .*", "");
        assertThat(run(stage.token(), ExitCode.OK, "customer paid " + order + " --reference I-" + order))
                .contains("PAID");
    }

    private String run(String token, ExitCode expected, String line) {
        ExitCode code = shell.ask("http://127.0.0.1:" + bot.port(), token, line.split(" "));
        assertThat(code).as("%s: %s%s", line, shell.out(), shell.err()).isEqualTo(expected);
        return shell.out() + shell.err();
    }

    private static HttpResponse<String> write(String link, int stars, String name, String text) {
        return post(link, "do=write&stars=" + stars + "&name=" + encoded(name) + "&text=" + encoded(text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private static int head(String path) {
        return send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    private static HttpResponse<String> post(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static long reviews() {
        return sql("select count(*) from review");
    }

    private static long sql(String query) {
        Long found = stage.sql().queryForObject(query, Long.class);
        return found == null ? 0 : found;
    }
}
