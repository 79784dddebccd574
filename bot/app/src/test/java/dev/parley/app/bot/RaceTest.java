package dev.parley.app.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.demo.Demo;
import dev.parley.app.demo.DemoAccount;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.play.MailProgram;
import dev.parley.app.play.MailProgram.Mail;
import dev.parley.app.staff.ApiClient;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.UseCases;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.port.Wallets;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Crowd;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Everybody at once: one confirmation two hundred times, and more holds than there is money for. */
class RaceTest {
    private static final int COPIES = 100;
    private static final long PRICE = 10;

    @TempDir
    private static Path directory;

    private static Demo demo;

    @BeforeAll
    static void aDemo() throws IOException {
        demo = Demo.start(new Demo.Settings(directory, Stage.DESK_FILE, false), _ -> {});
    }

    @AfterAll
    static void noDemo() throws IOException {
        demo.close();
    }

    @Test
    void twoHundredCopiesOfOneConfirmationHoldOnce() throws Exception {
        MailProgram alice = new MailProgram(DemoServers.ALICE, "Alice", demo.smtpPort(), demo.imapPort());
        alice.write(DemoServers.DESK.address(), "Order mails", "They are not sent.");
        Mail acknowledged = alice.await(mail -> true);
        TicketReads.View ticket = only(customer(DemoServers.ALICE));
        assess(ticket.ticket().id());
        Mail quote = alice.await(mail -> !mail.messageId().equals(acknowledged.messageId()));
        Pointer pointer =
                new Pointer(ticket.ticket().id(), 1, ticket.requester().id().number());
        String token = demo.bot().part(Marks.class).decisionToken(pointer);
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        Crowd.of(2 * COPIES, number -> {
            if (number < COPIES) {
                confirmByMail(quote, number);
            } else {
                answers.add(confirmByLink(token));
            }
        });
        Await.until(
                "every copy is worked on", () -> inboxIsEmpty(ticket.ticket().id()));
        System.out.println("answers to links: " + Set.copyOf(answers));
        assertThat(answers).hasSize(COPIES).containsOnly(200);
        checkOneHold(only(customer(DemoServers.ALICE)));
    }

    private void checkOneHold(TicketReads.View after) {
        assertThat(StateName.of(after.ticket().state())).isEqualTo(StateName.WORKING);
        assertThat(after.money()).isEqualTo(new TicketReads.Money(PRICE, 0));
        assertThat(statement(after.customer().id()).movements())
                .filteredOn(movement -> movement.kind().equals("HOLD"))
                .hasSize(1);
        assertThat(after.quotes())
                .extracting(TicketReads.Offer::status)
                .containsExactly(TicketReads.Offer.Status.ACCEPTED);
        List<String> said = after.messages().stream()
                .filter(message -> message.direction() == TicketReads.Direction.OUT)
                .map(TicketReads.Said::subject)
                .toList();
        System.out.println("said: " + said);
        assertThat(said).filteredOn(subject -> subject.contains("reserved")).hasSize(1);
        assertThat(wallets().violations()).isEmpty();
    }

    @Test
    void sixtyParallelHoldsOfTenOnAHundredCreditsAreTen() throws Exception {
        CustomerId carol = customer(DemoServers.CAROL);
        useCases().payIn().payIn(new Grant(WalletKey.of(carol, Unit.CREDIT), 95, "race", 0, new Actor.Desk(), now()));
        for (int i = 0; i < 60; i++) {
            record("question-" + i, DemoServers.CAROL.address(), DemoServers.DESK.address(), "Question " + i, "Why?");
        }
        Await.until("sixty tickets", () -> of(carol).size() == 60);
        List<TicketId> tickets = of(carol).stream().map(TicketReads.Line::id).toList();
        tickets.forEach(this::assess);
        Marks marks = demo.bot().part(Marks.class);
        long contact =
                reads().find(tickets.getFirst()).orElseThrow().requester().id().number();
        Crowd.of(tickets.size(), number -> {
            String token = marks.decisionToken(new Pointer(tickets.get(number), 1, contact));
            var decided = useCases().decideByLink().decide(Demo.DESK, token, true, now());
            assertThat(decided).isPresent();
        });
        List<StateName> states = of(carol).stream().map(TicketReads.Line::state).toList();
        assertThat(states).filteredOn(StateName.WORKING::equals).hasSize(10);
        assertThat(states).filteredOn(StateName.FUNDING::equals).hasSize(50);
        assertThat(wallets().funds(WalletKey.of(carol, Unit.CREDIT), now()).reserved())
                .isEqualTo(100);
        assertThat(wallets().funds(WalletKey.of(carol, Unit.CREDIT), now()).available())
                .isZero();
        assertThat(wallets().violations()).isEmpty();
    }

    private void confirmByMail(Mail quote, int number) {
        record(
                "copy-" + number,
                DemoServers.ALICE.address(),
                quote.replyTo(),
                "Re: " + quote.subject(),
                "Yes, go ahead.");
    }

    private static int confirmByLink(String token) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(demo.url() + "/api/v1/desks/" + Demo.DESK + "/decisions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"token\": \"%s\", \"decision\": \"yes\"}".formatted(token)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void record(String id, String from, String to, String subject, String text) {
        RawMessage message = new DemoMail(from, to, subject, text).as(id + "@customer.example");
        int recorded = demo.bot().part(BotLifecycle.class).bot().inbox().record(List.of(message));
        assertThat(recorded).isEqualTo(1);
    }

    private void assess(TicketId ticket) {
        String agent = Objects.requireNonNull(demo.tokens().get("agent"));
        JsonNode ignored = new ApiClient(URI.create(demo.url()), agent)
                .post("tickets/" + ticket.number() + "/assess", Map.of("as", "settings"));
    }

    /** Every copy that came by mail is kept on the ticket, whatever it did. */
    private boolean inboxIsEmpty(TicketId ticket) {
        long in = reads().find(ticket).orElseThrow().messages().stream()
                .filter(message -> message.direction() == TicketReads.Direction.IN)
                .count();
        return in == COPIES + 1;
    }

    private List<TicketReads.Line> of(CustomerId customer) {
        return reads().list(new TicketReads.Filter(
                Demo.DESK, Set.of(), customer, false, Long.MAX_VALUE, TicketReads.PAGE_MAX));
    }

    private TicketReads.View only(CustomerId customer) {
        assertThat(of(customer)).hasSize(1);
        return reads().find(of(customer).getFirst().id()).orElseThrow();
    }

    private static CustomerId customer(DemoAccount account) {
        return demo.customerOf(account);
    }

    private Wallets.Statement statement(CustomerId customer) {
        return wallets().statement(WalletKey.of(customer, Unit.CREDIT), Instant.EPOCH, now());
    }

    private static TicketReads reads() {
        return demo.bot().part(TicketReads.class);
    }

    private static Wallets wallets() {
        return demo.bot().part(Wallets.class);
    }

    private static UseCases useCases() {
        return demo.bot().part(UseCases.class);
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
