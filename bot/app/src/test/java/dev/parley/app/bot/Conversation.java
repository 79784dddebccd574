package dev.parley.app.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.demo.DemoAccount;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.play.MailProgram;
import dev.parley.app.play.MailProgram.Mail;
import dev.parley.app.staff.ApiClient;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Wallets;
import dev.parley.core.ticket.StateName;
import jakarta.mail.MessagingException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** One request from the first mail to the answer: asked, priced, agreed, held, answered, charged. And its balance. */
final class Conversation {
    private static final long CREDITS = 50;
    private static final long PRICE = 10;

    private final Stage stage;
    private final DemoAccount account;
    private final String subject;
    private final MailProgram mails;
    private final CustomerId customer;
    private final Set<String> seen = new HashSet<>();

    Conversation(Stage stage, DemoAccount account, String subject) {
        this.stage = stage;
        this.account = account;
        this.subject = subject;
        this.customer = stage.customer(account, CREDITS);
        DemoServers servers = stage.servers();
        this.mails = new MailProgram(
                account, "Customer", servers.mail().smtpPort(), servers.mail().imapPort());
    }

    void hold(Crew crew) throws MessagingException {
        List<Mail> texts = new ArrayList<>();
        mails.write(DemoServers.DESK.address(), subject, "It stopped working.");
        crew.after("mail delivered");
        texts.add(next());
        crew.after("acknowledged");
        long ticket = ticket();
        act(crew, ticket, "assess", Map.of("as", "settings"));
        crew.after("assessed");
        Mail quote = next();
        texts.add(quote);
        crew.after("quote sent");
        mails.reply(quote, "Yes, go ahead.");
        crew.after("yes sent");
        Await.until("the yes holds", () -> view().money().held() == PRICE);
        crew.after("held");
        texts.add(next());
        act(crew, ticket, "answer", Map.of("text", "It works again."));
        crew.after("answer sent");
        texts.add(next());
        checkBooks(texts);
    }

    /** The next mail that is no copy of an earlier one. */
    private Mail next() {
        Mail mail = mails.await(received -> seen.add(received.messageId()));
        System.out.println(account.address() + " got: " + mail.subject());
        return mail;
    }

    private void act(Crew crew, long ticket, String action, Map<String, ?> body) {
        JsonNode ignored = new ApiClient(crew.url(), stage.token()).post("tickets/" + ticket + "/" + action, body);
    }

    private long ticket() {
        return view().ticket().id().number();
    }

    private TicketReads.View view() {
        var lines = stage.storage()
                .tickets()
                .list(new TicketReads.Filter(Stage.DESK, Set.of(), customer, false, Long.MAX_VALUE, 10));
        assertThat(lines).as("tickets of %s", account.address()).hasSize(1);
        return stage.storage().tickets().find(lines.getFirst().id()).orElseThrow();
    }

    private void checkBooks(List<Mail> texts) throws MessagingException {
        Await.until("everything is sent", () -> count("select count(*) from outbox where status = 'PENDING'") == 0);
        Await.until("everything is read", () -> count("select count(*) from inbox where status = 'NEW'") == 0);
        assertThat(count("select count(*) from outbox where status = 'DEAD'")).isZero();
        assertThat(count("select count(*) from inbox where status <> 'DONE'")).isZero();
        TicketReads.View view = view();
        assertThat(StateName.of(view.ticket().state())).isEqualTo(StateName.ANSWERED);
        assertThat(view.money()).isEqualTo(new TicketReads.Money(0, PRICE));
        checkMails(view, texts);
        checkLedger();
    }

    private void checkMails(TicketReads.View view, List<Mail> texts) throws MessagingException {
        List<String> sent = view.messages().stream()
                .filter(said -> said.direction() == TicketReads.Direction.OUT)
                .map(said -> "<" + said.messageId() + ">")
                .toList();
        assertThat(texts).extracting(Mail::text).doesNotHaveDuplicates();
        assertThat(sent)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(texts.stream().map(Mail::messageId).toList());
        List<String> received = stage.received(account);
        System.out.println(account.address() + ": " + received.size() + " copies of " + sent.size() + " mails");
        assertThat(new HashSet<>(received)).containsExactlyInAnyOrderElementsOf(sent);
    }

    private void checkLedger() {
        Wallets.Statement statement = stage.storage()
                .wallets()
                .statement(
                        WalletKey.of(customer, Unit.CREDIT),
                        Instant.EPOCH,
                        Clock.systemUTC().instant());
        System.out.println(statement);
        assertThat(statement.closing()).isEqualTo(CREDITS - PRICE);
        assertThat(statement.reserved()).isZero();
        assertThat(statement.movements())
                .filteredOn(m -> m.ticket() != null && m.reserved() > 0)
                .hasSize(1);
        assertThat(statement.movements())
                .filteredOn(m -> m.ticket() != null && m.amount() < 0)
                .hasSize(1);
        assertThat(stage.storage().wallets().violations()).isEmpty();
        StringWriter said = new StringWriter();
        int code = new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(said))
                .execute("--config", stage.config().toString());
        assertThat(said.toString()).isEmpty();
        assertThat(code).isZero();
    }

    private long count(String query) {
        Long found = stage.sql().queryForObject(query, Long.class);
        return found == null ? 0 : found;
    }
}
