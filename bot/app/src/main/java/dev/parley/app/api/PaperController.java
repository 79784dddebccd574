package dev.parley.app.api;

import dev.parley.app.papers.EvidencePaper;
import dev.parley.app.papers.Letterhead;
import dev.parley.app.papers.Paper;
import dev.parley.app.papers.QuotePaper;
import dev.parley.app.papers.ReceiptPaper;
import dev.parley.app.papers.StatementPaper;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Evidence;
import dev.parley.core.port.Evidence.Sheet;
import dev.parley.core.port.Wallets;
import dev.parley.core.quote.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Papers for customers: statements, quotes, receipts, and the evidence of a charge. */
@RestController
@RequestMapping("/api/v1")
class PaperController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Wallets wallets;
    private final Customers customers;
    private final Evidence evidence;
    private final DeskBook desks;
    private final PaperWords words;
    private final InstantSource clock;

    PaperController(
            Wallets wallets,
            Customers customers,
            Evidence evidence,
            DeskBook desks,
            PaperWords words,
            InstantSource clock) {
        this.wallets = wallets;
        this.customers = customers;
        this.evidence = evidence;
        this.desks = desks;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/customers/{number}/statement.csv")
    ResponseEntity<byte[]> statementCsv(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, StatementAsked asked) {
        return file(CSV, statement(caller, number, asked).csv().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/customers/{number}/statement.pdf")
    ResponseEntity<byte[]> statementPdf(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, StatementAsked asked) {
        return pdf(statement(caller, number, asked).paper());
    }

    private StatementPaper statement(Caller caller, long number, StatementAsked asked) {
        Customer customer = customers
                .find(new CustomerId(caller.desk(), number))
                .orElseThrow(() -> ApiProblem.missing("customer " + number));
        DeskProfile desk = desks.desk(caller.desk());
        Locale first = customers.contacts(customer.id()).stream()
                .map(Contact::language)
                .findFirst()
                .orElse(desk.language());
        WalletKey wallet = WalletChoice.of(
                customers, customer.id(), asked.unit(desk.policy().unit()), asked.site());
        Instant from = asked.from(desk.policy().zone());
        Instant until = asked.until(desk.policy().zone(), clock.instant());
        return new StatementPaper(
                head(desk, customer.name(), asked.language(first)),
                wallet.unit(),
                site(customer, wallet.site()),
                from,
                until,
                wallets.statement(wallet, from, until));
    }

    private String site(Customer customer, @Nullable Long number) {
        return number == null
                ? ""
                : customers.sites(customer.id()).stream()
                        .filter(site -> site.id().number() == number)
                        .map(Site::name)
                        .findFirst()
                        .orElse("");
    }

    @GetMapping("/tickets/{number}/quote.pdf")
    ResponseEntity<byte[]> quote(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, SheetAsked asked) {
        Sheet sheet = sheet(caller, number, asked);
        Letterhead head = head(sheet, asked);
        return pdf(new QuotePaper(head, sheet, category(sheet, head)).paper());
    }

    @GetMapping("/tickets/{number}/receipt.pdf")
    ResponseEntity<byte[]> receipt(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, SheetAsked asked) {
        Sheet sheet = sheet(caller, number, asked);
        Letterhead head = head(sheet, asked);
        ReceiptPaper receipt = new ReceiptPaper(head, sheet, category(sheet, head));
        if (!receipt.charged()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "Nothing was charged for "
                            + Quote.number(number, sheet.quote().version())
                            + ", so that there is nothing to give a receipt for.");
        }
        return pdf(receipt.paper());
    }

    @GetMapping("/tickets/{number}/evidence.pdf")
    ResponseEntity<byte[]> evidencePdf(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, SheetAsked asked) {
        return pdf(evidence(caller, number, asked));
    }

    @GetMapping("/tickets/{number}/evidence.txt")
    ResponseEntity<byte[]> evidenceText(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, SheetAsked asked) {
        return file(TEXT, evidence(caller, number, asked).text().getBytes(StandardCharsets.UTF_8));
    }

    private Paper evidence(Caller caller, long number, SheetAsked asked) {
        Sheet sheet = sheet(caller, number, asked);
        Letterhead head = head(sheet, asked);
        return new EvidencePaper(head, sheet, category(sheet, head)).paper();
    }

    private Sheet sheet(Caller caller, long number, SheetAsked asked) {
        return evidence.of(caller.ticket(number), asked.latestOrVersion())
                .orElseThrow(() -> ApiProblem.missing(asked.named(number)));
    }

    private Letterhead head(Sheet sheet, SheetAsked asked) {
        HourlyRate quoted = sheet.quote().rate();
        Letterhead head =
                head(desks.desk(sheet.ticket().desk()), sheet.customerName(), asked.language(sheet.language()));
        return quoted == null ? head : head.at(quoted);
    }

    private Letterhead head(DeskProfile desk, String customer, Locale language) {
        return new Letterhead(
                desk.policy().name(),
                customer,
                language,
                desk.policy().zone(),
                words.onDemand(desk.policy().desk()));
    }

    private String category(Sheet sheet, Letterhead head) {
        return words.category(sheet.ticket().desk(), sheet.quote().category().key(), head.language());
    }

    private static ResponseEntity<byte[]> pdf(Paper paper) {
        return file(MediaType.APPLICATION_PDF, paper.pdf());
    }

    private static ResponseEntity<byte[]> file(MediaType type, byte[] content) {
        return ResponseEntity.ok().contentType(type).body(content);
    }
}
