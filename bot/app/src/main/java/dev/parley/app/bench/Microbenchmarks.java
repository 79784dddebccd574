package dev.parley.app.bench;

import dev.parley.app.desk.DeskFile;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.port.RawMessage;
import dev.parley.core.quote.Quote;
import dev.parley.core.reading.Reading;
import dev.parley.core.reading.ReplyReader;
import dev.parley.core.ticket.Binding;
import dev.parley.core.ticket.CustomerReply;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Situation;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketRules;
import dev.parley.core.ticket.TicketState;
import dev.parley.core.ticket.Waiting;
import dev.parley.mail.MailIntake;
import dev.parley.mail.text.ReplyText;
import dev.parley.mail.text.SplitText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one mail costs before any database is asked: understanding it, reading the answer, deciding. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Microbenchmarks {
    private static final Instant NOW = Instant.parse("2026-10-05T09:00:00Z");
    private static final String ANSWER = "Hello,\n\nyes, please go ahead with it.\n\nKind regards\nPat\n";
    private static final BenchMail.Ticket OURS =
            new BenchMail.Ticket("pat@customer.example", "support+1@desk.example", "own@desk.example");

    private final MailIntake intake = new MailIntake("support@desk.example", List.of(), Set.of(BenchMail.AUTHSERV_ID));
    private final RawMessage text = raw(BenchMail.TEXT.fresh("a@customer.example", OURS.customer()));
    private final RawMessage reply = raw(BenchMail.TEXT.reply("b@customer.example", OURS));
    private final RawMessage attached = raw(BenchMail.ATTACHED.fresh("c@customer.example", OURS.customer()));
    private final String replyBody = body(reply);
    private final ReplyReader reader = new ReplyReader();
    private final TicketRules rules = new TicketRules();
    private final Ticket quoted = quoted();
    private final TicketEvent yes = yes(reader.read(ANSWER));
    private final Situation situation = situation();

    /** Parses a 3 KB mail of text and tells what it is. */
    @Benchmark
    public InboundMessage understandText3K() {
        return intake.understand(text);
    }

    /** Parses a 3 KB reply with our mail quoted below it. */
    @Benchmark
    public InboundMessage understandReply3K() {
        return intake.understand(reply);
    }

    /** Parses a mail with a file, 100 KB together. */
    @Benchmark
    public InboundMessage understandAttachment100K() {
        return intake.understand(attached);
    }

    /** Tells what is new in a 3 KB reply. */
    @Benchmark
    public SplitText splitReply3K() {
        return ReplyText.ofPlain(replyBody);
    }

    /** Reads a yes. */
    @Benchmark
    public Reading readYes() {
        return reader.read(ANSWER);
    }

    /** Decides about a yes to an open quote. */
    @Benchmark
    public Decision decideYes() {
        return rules.decide(quoted, yes, situation);
    }

    private static RawMessage raw(byte[] mail) {
        return new RawMessage("pro-support", new MessageKey("mail:bench", "1"), NOW, List.of(), mail);
    }

    private static String body(RawMessage mail) {
        String whole = new String(mail.raw(), StandardCharsets.US_ASCII);
        return whole.substring(whole.indexOf("\r\n\r\n") + 4);
    }

    private static Ticket quoted() {
        TicketId id = new TicketId("pro-support", 1);
        DeskPolicy policy = policy();
        Quote quote = new Quote(
                1, policy.categories().get(1).key(), 10, "", true, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(14)));
        return new Ticket(
                id,
                new CustomerId(id.desk(), 1),
                new ContactId(id.desk(), 1),
                "Question about the export",
                policy.payer(),
                RequestType.UNKNOWN,
                new Mode.Ask(),
                new TicketState.Quoted(quote, Waiting.FRESH),
                1,
                false,
                NOW.minusSeconds(600),
                NOW.minusSeconds(60),
                NOW.plus(Duration.ofDays(2)),
                2);
    }

    private static TicketEvent yes(Reading reading) {
        return new TicketEvent.Replied(new CustomerReply(
                MessageKind.HUMAN,
                AuthVerdict.PASS,
                new Speaker.Approver(new ContactId("pro-support", 1), "Pat"),
                new Binding.Version(1),
                reading,
                NOW,
                new MessageKey("mail:bench", "1")));
    }

    private static Situation situation() {
        CustomerId customer = new CustomerId("pro-support", 1);
        Contact pat =
                new Contact(new ContactId("pro-support", 1), customer, OURS.customer(), "Pat", true, Locale.ENGLISH);
        return new Situation(policy(), new Funds(200, 0, false), List.of(pat), NOW);
    }

    private static DeskPolicy policy() {
        return switch (DeskFile.load(Path.of(System.getProperty(Bench.DESK_FILE)))) {
            case DeskFile.Loaded.Good good -> good.desk().policy();
            case DeskFile.Loaded.Bad bad ->
                throw new IllegalStateException(bad.problems().toString());
        };
    }
}
