package dev.parley.app.api;

import dev.parley.app.papers.InvoicePaper;
import dev.parley.app.papers.Letterhead;
import dev.parley.core.contract.ContractId;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.hours.Invoice;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Demands;
import dev.parley.core.port.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices of packages as papers (H-07, H-08, H-10), and those of work on demand (H-05). */
@RestController
@RequestMapping("/api/v1")
class InvoiceController {
    private final Store store;
    private final Contracts contracts;
    private final Customers customers;
    private final DeskBook desks;

    InvoiceController(Store store, Contracts contracts, Customers customers, DeskBook desks) {
        this.store = store;
        this.contracts = contracts;
        this.customers = customers;
        this.desks = desks;
    }

    @GetMapping("/contracts/{contract}/invoices/{month}/invoice.pdf")
    ResponseEntity<byte[]> invoice(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable("contract") String number,
            @PathVariable("month") String text,
            @RequestParam(required = false) @Nullable String language) {
        ContractId id = new ContractId(caller.desk(), number);
        Contracts.Kept kept = contracts.find(id).orElseThrow(() -> ApiProblem.missing("contract " + number));
        YearMonth month = ContractTerms.parsed("month", text, YearMonth::parse, "a month such as 2026-05");
        Made made = made(id, month);
        DeskProfile desk = desks.desk(caller.desk());
        Letterhead head = head(desk, customers.find(kept.contract().customer()).orElseThrow(), language);
        LocalDate issued = LocalDate.ofInstant(made.at, desk.policy().zone());
        byte[] pdf = InvoicePaper.of(head, number + "-" + month, issued, made.invoice)
                .paper()
                .pdf();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(pdf);
    }

    /** An invoice of work on demand that no contract bills. */
    record DemandView(String number, long customer, String month, List<DemandLine> lines, String total, Instant at) {
        static DemandView of(Demands.Made made) {
            return new DemandView(
                    made.number(),
                    made.customer().number(),
                    made.invoice().month().toString(),
                    made.invoice().lines().stream().map(DemandLine::of).toList(),
                    made.invoice().total().toString(),
                    made.at());
        }
    }

    /** {@code minutes}: as they are billed. */
    record DemandLine(Invoice.Kind kind, long minutes, String amount) {
        static DemandLine of(Invoice.Line line) {
            return new DemandLine(line.kind(), line.minutes(), line.amount().toString());
        }
    }

    @GetMapping("/demand-invoices")
    List<DemandView> demanded(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(defaultValue = "50") int max) {
        CustomerId of = customer == null ? null : new CustomerId(caller.desk(), customer);
        int most = StaffActions.lines(max);
        return store.transact(tx -> tx.demands().list(caller.desk(), of, most)).stream()
                .map(DemandView::of)
                .toList();
    }

    @GetMapping("/customers/{number}/demand-invoices/{month}/invoice.pdf")
    ResponseEntity<byte[]> demandInvoice(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @PathVariable("month") String text,
            @RequestParam(required = false) @Nullable String language) {
        CustomerId id = new CustomerId(caller.desk(), number);
        Customer customer = customers.find(id).orElseThrow(() -> ApiProblem.missing("customer " + number));
        YearMonth month = ContractTerms.parsed("month", text, YearMonth::parse, "a month such as 2026-05");
        Demands.Made made = store.transact(tx -> tx.demands().find(id, month))
                .orElseThrow(() -> ApiProblem.missing("invoice " + Demands.number(id, month)));
        DeskProfile desk = desks.desk(caller.desk());
        LocalDate issued = LocalDate.ofInstant(made.at(), desk.policy().zone());
        byte[] pdf = InvoicePaper.of(head(desk, customer, language), made.number(), issued, made.invoice())
                .paper()
                .pdf();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(pdf);
    }

    private Made made(ContractId id, YearMonth month) {
        return store.transact(tx -> tx.time().invoices(id).stream()
                .filter(invoice -> invoice.month().equals(month))
                .findFirst()
                .map(invoice ->
                        new Made(invoice, tx.time().invoicedAt(id, month).orElseThrow()))
                .orElseThrow(() -> ApiProblem.missing("invoice " + id.number() + "-" + month)));
    }

    private record Made(Invoice invoice, Instant at) {}

    private Letterhead head(DeskProfile desk, Customer customer, @Nullable String language) {
        Locale written = language == null
                ? customers.contacts(customer.id()).stream()
                        .map(Contact::language)
                        .findFirst()
                        .orElse(desk.language())
                : Locale.forLanguageTag(language);
        return new Letterhead(
                desk.policy().name(), customer.name(), written, desk.policy().zone(), null);
    }
}
