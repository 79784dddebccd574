package dev.parley.app.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpServer;
import dev.parley.app.demo.DemoServers;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;

/** The pages to buy and Stripe's messages, against a running bot and a server on loopback that stands for Stripe. */
class ShopTest {
    private static final String SECRET = "whsec_of_this_desk";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What was asked for without anybody present, by its key, as Stripe remembers it. */
    private static final Map<String, Integer> ASKED = new ConcurrentHashMap<>();

    private static Stage stage;
    private static HttpServer stripe;
    private static RunningBot bot;
    private static RunningBot second;
    private static CustomerId customer;
    private static Contact alice;
    private static TicketId ticket;

    @BeforeAll
    static void aBotWithAShop(@TempDir Path directory) throws IOException {
        stage = Stage.open(directory);
        stripe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stripe.createContext("/v1/checkout/sessions", exchange -> {
            try (exchange) {
                byte[] session = """
                    {"id": "cs_1", "object": "checkout.session", "url": "https://checkout.stripe.example/cs_1",
                     "expires_at": 4102444800}\
                    """.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, session.length);
                exchange.getResponseBody().write(session);
            }
        });
        stripe.createContext("/v1/payment_intents", exchange -> {
            try (exchange) {
                int nth = ASKED.computeIfAbsent(
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"), _ -> ASKED.size() + 1);
                byte[] intent = """
                    {"id": "pi_saved_%d", "object": "payment_intent", "status": "succeeded",
                     "amount_received": 15000, "currency": "usd"}\
                    """.formatted(nth).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, intent.length);
                exchange.getResponseBody().write(intent);
            }
        });
        stripe.start();
        Map<String, String> values = new HashMap<>(settings());
        values.put("parley.desks[0].stripe.secret-key", "sk_test_1");
        values.put("parley.desks[0].stripe.webhook-secret", SECRET);
        bot = RunningBot.start(values);
        second = RunningBot.start(values);
        customer = stage.customer(DemoServers.ALICE, 5);
        alice = stage.storage().customers().contacts(customer).getFirst();
        ticket = ticket(alice);
    }

    private static TicketId ticket(Contact alice) {
        return stage.storage().store().transact(tx -> {
            Ticket made = Ticket.created(
                    new TicketId(Stage.DESK, tx.nextTicketNumber(Stage.DESK)),
                    alice,
                    "A ticket",
                    Payer.of(Unit.CREDIT),
                    Clock.systemUTC().instant());
            tx.create(made);
            return made.id();
        });
    }

    private static Map<String, String> settings() {
        return Map.of(
                "spring.config.additional-location",
                stage.config().toUri().toString(),
                "parley.public-url",
                "https://support.desk.example/",
                "parley.desks[0].stripe.api-base",
                "http://127.0.0.1:" + stripe.getAddress().getPort());
    }

    @AfterAll
    static void close() throws IOException {
        second.close();
        bot.close();
        stripe.stop(0);
        stage.close();
    }

    @Test
    void twoClicksAndAMessageOfStripeAndTheCreditsAreThere() {
        HttpResponse<String> page = look(token());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"units\" value=\"50\"", "value=\"online\"", "value=\"invoice\"");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(orders()).isZero();

        HttpResponse<String> bought = buy(token(), "units=50&pay=online");
        assertThat(bought.statusCode()).isEqualTo(303);
        assertThat(bought.headers().firstValue("Location")).contains("https://checkout.stripe.example/cs_1");
        long order = count("select number from purchase where how = 'CHECKOUT'");

        String event = paid("evt_1", order, price(order));
        assertThat(tell(event, SECRET)).isEqualTo(200);
        assertThat(tell(event, SECRET)).isEqualTo(200);
        Await.until("the credits are there", () -> balance() == 55);
        assertThat(tell(paid("evt_2", order, price(order)), SECRET)).isEqualTo(200);
        Await.until("the second message is worked off", () -> open() == 0);
        assertThat(balance()).isEqualTo(55);
        assertThat(stage.storage().wallets().violations()).isEmpty();
    }

    @Test
    void anApproverAgreesAndTwoBotsBuyOnePackageThatIsPaidOnce() {
        CustomerId poor = stage.customer(DemoServers.CAROL, 5);
        Contact carol = stage.storage().customers().contacts(poor).getFirst();
        String token = bot.part(Marks.class)
                .buyToken(new Pointer(ticket(carol), 0, carol.id().number()));
        assertThat(look(token).body()).contains("href=\"" + token + "/automatic\"");
        assertThat(look(token + "/automatic").body()).contains("name=\"below\"", "name=\"perMonth\"");

        String wish = "units=50&below=20&perDay=1&perMonth=3";
        HttpResponse<String> words = buy(token + "/automatic", wish);
        assertThat(words.statusCode()).isEqualTo(200);
        assertThat(standing(poor)).isZero();
        String read = shown(words.body());
        assertThat(read).contains("a package of 50 credits for 150.00 USD", "fewer than 20 credits", "at most 1 times");
        assertThat(buy(token + "/automatic", wish + "&words=" + encoded(read.replace("150", "1")))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> agreed = buy(token + "/automatic", wish + "&words=" + encoded(read));
        assertThat(agreed.statusCode()).isEqualTo(303);
        assertThat(agreed.headers().firstValue("Location")).contains("https://checkout.stripe.example/cs_1");
        long number = standing(poor);
        assertThat(stage.sql()
                        .queryForObject("select words from standing_order where number = ?", String.class, number))
                .isEqualTo(read);

        String saved = event("evt_saved", "setup_intent.succeeded", """
            {"id": "seti_1", "customer": "cus_1", "payment_method": "pm_1",
             "metadata": {"parley_desk": "%s", "parley_standing_order": "%d"}}\
            """.formatted(Stage.DESK, number));
        assertThat(tell(saved, SECRET)).isEqualTo(200);
        assertThat(tell(saved, SECRET)).isEqualTo(200);
        Await.until("the package is bought", () -> balance(poor) == 55);
        long order = count("select number from purchase where automatic = 1 and customer = " + poor.number());
        assertThat(tell(event("evt_late", "payment_intent.succeeded", """
            {"id": "pi_saved_1", "amount_received": 15000, "currency": "usd",
             "metadata": {"parley_desk": "%s", "parley_order": "%d", "parley_saved": "yes"}}\
            """.formatted(Stage.DESK, order)), SECRET))
                .isEqualTo(200);
        Await.until("the late message is worked off", () -> open() == 0);
        assertThat(balance(poor)).isEqualTo(55);
        assertThat(ASKED).hasSize(1);
        assertThat(stage.storage().wallets().violations()).isEmpty();

        assertThat(look(token + "/automatic").body()).contains("Automatic purchases are on");
        assertThat(buy(token + "/automatic/off", "").statusCode()).isEqualTo(404);
        assertThat(buy(token + "/automatic/off", "sure=yes").statusCode()).isEqualTo(200);
        assertThat(count("select count(*) from standing_order where state = 'OFF' and number = " + number))
                .isOne();
    }

    @Test
    void aForgedLinkAgreesToNothing() {
        assertThat(look("1-0-1-aaaaaaaaaaaaaaaa/automatic").statusCode()).isEqualTo(404);
        assertThat(buy("1-0-1-aaaaaaaaaaaaaaaa/automatic", "units=50&below=20&perDay=1&perMonth=3")
                        .statusCode())
                .isEqualTo(404);
        assertThat(buy(token() + "/automatic", "units=51&below=20&perDay=1&perMonth=3")
                        .statusCode())
                .isEqualTo(409);
        assertThat(buy(token() + "/automatic", "").statusCode()).isEqualTo(409);
    }

    /** The words above the button, as a person reads them. */
    private static String shown(String html) {
        return HtmlUtils.htmlUnescape(
                html.substring(html.indexOf("<blockquote>") + "<blockquote>".length(), html.indexOf("</blockquote>")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long standing(CustomerId of) {
        return count("select coalesce(max(number), 0) from standing_order where customer = " + of.number());
    }

    private static String event(String id, String type, String object) {
        return """
            {"id": "%s", "object": "event", "type": "%s", "data": {"object": %s}}\
            """.formatted(id, type, object);
    }

    @Test
    void whatStripeDidNotSignIsNotEvenRecorded() {
        assertThat(tell(paid("evt_forged", 1, 1), "whsec_of_somebody")).isEqualTo(400);
        assertThat(count("select count(*) from inbox where native_id = 'evt_forged'"))
                .isZero();
    }

    @Test
    void aTokenThatIsNotOursShowsAndBuysNothing() {
        assertThat(look("1-0-1-aaaaaaaaaaaaaaaa").statusCode()).isEqualTo(404);
        assertThat(buy("1-0-1-aaaaaaaaaaaaaaaa", "units=50&pay=invoice").statusCode())
                .isEqualTo(404);
        assertThat(buy(token(), "units=51&pay=invoice").statusCode()).isEqualTo(409);
        assertThat(buy(token(), "").statusCode()).isEqualTo(409);
    }

    @Test
    void aKeyWithoutTheWebhooksSecretIsRefusedAtTheStart() {
        Map<String, String> half = new HashMap<>(settings());
        half.put("parley.desks[0].stripe.secret-key", "sk_test_half");
        assertThatThrownBy(() -> RunningBot.start(half))
                .hasMessageContaining("a secret-key and no webhook-secret")
                .hasMessageNotContaining("sk_test_half");
    }

    private static String token() {
        return bot.part(Marks.class).buyToken(new Pointer(ticket, 0, alice.id().number()));
    }

    private static HttpResponse<String> look(String token) {
        return send(request("/buy/" + Stage.DESK + "/" + token).GET());
    }

    private static HttpResponse<String> buy(String token, String form) {
        return send(request("/buy/" + Stage.DESK + "/" + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static int tell(String event, String secret) {
        try {
            long now = Clock.systemUTC().instant().getEpochSecond();
            return send(request("/api/v1/stripe/" + Stage.DESK)
                            .header("Content-Type", "application/json; charset=utf-8")
                            .header("Stripe-Signature", Webhook.Signature.generateSignatureHeader(event, secret, now))
                            .POST(HttpRequest.BodyPublishers.ofString(event)))
                    .statusCode();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
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

    private static String paid(String id, long order, long cents) {
        return """
            {"id": "%s", "object": "event", "type": "checkout.session.completed", "data": {"object": {
              "id": "cs_1", "payment_status": "paid", "payment_intent": "pi_1", "amount_total": %d,
              "currency": "usd", "metadata": {"parley_desk": "%s", "parley_order": "%d"}}}}\
            """.formatted(id, cents, Stage.DESK, order);
    }

    private static long price(long order) {
        return count("select price_minor from purchase where number = " + order);
    }

    private static long orders() {
        return count("select count(*) from purchase");
    }

    private static long open() {
        return count("select count(*) from inbox where channel = 'stripe' and status = 'NEW'");
    }

    private static long count(String sql) {
        Long found = stage.sql().queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }

    private static long balance() {
        return balance(customer);
    }

    private static long balance(CustomerId customer) {
        return stage.storage()
                .wallets()
                .funds(WalletKey.of(customer, Unit.CREDIT), Clock.systemUTC().instant())
                .balance();
    }
}
