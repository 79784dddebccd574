package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.lines;
import static dev.parley.app.api.StaffActions.required;
import static dev.parley.app.api.StaffActions.text;
import static dev.parley.app.api.StaffActions.within;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.UseCases;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.port.Wallets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers, their people and their credits. Only billing changes who may agree and what they have (P-23, P-24). */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {
    /** Units in one purchase; far from where sums would overflow. */
    private static final long AMOUNT_MAX = 1_000_000_000;

    /** What one purchase may cost, in the smallest unit of money. */
    private static final long COST_MAX = 1_000_000_000_000L;

    /** Rough on purpose: who mistypes is told, what a mail server might take is taken. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");

    /** RFC 5321, 4.5.3.1.3. */
    private static final int ADDRESS_CHARS_MAX = 254;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Customers customers;
    private final Wallets wallets;
    private final UseCases useCases;
    private final DeskBook desks;
    private final InstantSource clock;

    CustomerController(Customers customers, Wallets wallets, UseCases useCases, DeskBook desks, InstantSource clock) {
        this.customers = customers;
        this.wallets = wallets;
        this.useCases = useCases;
        this.desks = desks;
        this.clock = clock;
    }

    /** A customer with their people and what they have: one balance, or one for each site. */
    record CustomerView(Customer customer, List<Contact> contacts, List<Site> sites, List<Balance> balances) {}

    /** What a wallet holds. */
    record Balance(Unit unit, @Nullable Long site, long balance, long reserved, long available, boolean blocked) {}

    /** A customer to make. */
    record CustomerAsked(@Nullable String name) {}

    /** A person to link. */
    record ContactAsked(
            @Nullable String address,
            @Nullable String name,
            @Nullable String language,
            @Nullable Boolean approver) {}

    /** A site to add. {@code name}: what the customer calls it, such as its domain. */
    record SiteAsked(@Nullable String name) {}

    /** Whether they may agree to charges. */
    record ApproverAsked(boolean approver) {}

    /** Up to how much new tickets are agreed in advance; null: not at all. */
    record PreAgreementAsked(@Nullable Long upTo) {}

    /** {@code reference}: the order; the same one is never granted twice. {@code costMinor}: paid, in cents. */
    record GrantAsked(
            @Nullable Long amount,
            @Nullable String reference,
            @Nullable Long costMinor,
            @Nullable Long site) {}

    /** {@code fresh}: false if this reference had been granted before. */
    record Granted(boolean fresh, Balance balance) {}

    @GetMapping
    List<Customer> list(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int max) {
        return customers.list(caller.desk(), after, lines(max));
    }

    @GetMapping("/{number}")
    CustomerView show(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        Customer customer = customer(caller, number);
        List<Site> sites = customers.sites(customer.id());
        List<Balance> balances =
                wallets(customer.id(), sites).map(this::balance).toList();
        return new CustomerView(customer, customers.contacts(customer.id()), sites, balances);
    }

    @PostMapping
    Views.Created create(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestBody CustomerAsked asked) {
        caller.needs(Role.BILLING);
        String name = required("name", asked.name, "the customer's name");
        return new Views.Created(
                customers.create(caller.desk(), name, caller.at(now())).number());
    }

    @PostMapping("/{number}/contacts")
    Contact link(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody ContactAsked asked) {
        caller.needs(Role.BILLING);
        Customer customer = customer(caller, number);
        Customers.Person person = new Customers.Person(
                address(required("address", asked.address, "a mail address")),
                text(asked.name),
                language(caller, asked));
        Contact contact = switch (customers.link(customer.id(), person, caller.at(now()))) {
            case Customers.Linked.Done done -> done.contact();
            case Customers.Linked.BelongsTo other ->
                throw new ApiProblem(
                        HttpStatus.CONFLICT,
                        person.address() + " belongs to customer "
                                + other.customer().number() + " and stays there.");
        };
        if (asked.approver != null && asked.approver != contact.approver()) {
            customers.approver(contact.id(), asked.approver, caller.at(now()));
        }
        return contact(customer.id(), contact.id());
    }

    @PostMapping("/{number}/contacts/{contact}/approver")
    Contact approver(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @PathVariable long contact,
            @RequestBody ApproverAsked asked) {
        caller.needs(Role.BILLING);
        Contact known = contact(customer(caller, number).id(), new ContactId(caller.desk(), contact));
        customers.approver(known.id(), asked.approver, caller.at(now()));
        return contact(known.customer(), known.id());
    }

    @PostMapping("/{number}/pre-agreement")
    CustomerView preAgree(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody PreAgreementAsked asked) {
        caller.needs(Role.BILLING);
        if (asked.upTo != null && asked.upTo < 1) {
            throw ApiProblem.bad("A pre-agreement goes up to 1 or more, not " + asked.upTo + "; null takes it away.");
        }
        customers.preAgree(customer(caller, number).id(), asked.upTo, caller.at(now()));
        return show(caller, number);
    }

    @PostMapping("/{number}/sites")
    Site addSite(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody SiteAsked asked) {
        caller.needs(Role.BILLING);
        CustomerId customer = customer(caller, number).id();
        String name = required("name", asked.name, "what the customer calls the site, such as its domain");
        if (customers.sites(customer).stream().anyMatch(site -> site.name().equalsIgnoreCase(name))) {
            throw ApiProblem.bad("Customer " + number + " has a site ‘" + name + "’ already.");
        }
        return new Site(customers.addSite(customer, name, new Customers.By(caller.actor(), now())), name);
    }

    @PostMapping("/{number}/credits")
    Granted grant(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody GrantAsked asked) {
        caller.needs(Role.BILLING);
        CustomerId customer = customer(caller, number).id();
        long amount = within("amount", asked.amount == null ? 0 : asked.amount, 1, AMOUNT_MAX);
        String reference = required("reference", asked.reference, "the order this was bought with");
        if (reference.startsWith("order:")) {
            throw ApiProblem.bad("‘reference’ begins with order:, which names an order; mark that as paid instead.");
        }
        long cost = within("costMinor", asked.costMinor == null ? 0 : asked.costMinor, 0, COST_MAX);
        boolean fresh = useCases.payIn()
                .payIn(new Grant(wallet(customer, asked.site), amount, reference, cost, caller.actor(), now()));
        return new Granted(fresh, balance(wallet(customer, asked.site)));
    }

    @GetMapping("/{number}/balance")
    Balance balance(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable Long site) {
        return balance(wallet(customer(caller, number).id(), site));
    }

    @GetMapping("/{number}/statement")
    Wallets.Statement statement(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable Long site,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until) {
        return wallets.statement(
                wallet(customer(caller, number).id(), site),
                known("from", from == null ? Instant.EPOCH : from),
                known("until", until == null ? now() : until));
    }

    private static String address(String text) {
        if (text.length() > ADDRESS_CHARS_MAX || !ADDRESS.matcher(text).matches()) {
            throw ApiProblem.bad("‘" + text + "’ is no mail address; give one like alice@customer.example.");
        }
        return text;
    }

    private static Instant known(String name, Instant at) {
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
            throw ApiProblem.bad("‘" + name + "’ is " + at + "; give 1970-01-01T00:00:00Z to " + LAST + ".");
        }
        return at;
    }

    private Customer customer(Caller caller, long number) {
        return customers
                .find(new CustomerId(caller.desk(), number))
                .orElseThrow(() -> ApiProblem.missing("customer " + number));
    }

    private Contact contact(CustomerId customer, ContactId id) {
        return customers.contacts(customer).stream()
                .filter(contact -> contact.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiProblem.missing("contact " + id.number() + " of customer " + customer.number()));
    }

    private Balance balance(WalletKey wallet) {
        Funds funds = wallets.funds(wallet, now());
        return new Balance(
                wallet.unit(), wallet.site(), funds.balance(), funds.reserved(), funds.available(), funds.blocked());
    }

    private Stream<WalletKey> wallets(CustomerId customer, List<Site> sites) {
        Unit unit = desks.desk(customer.desk()).policy().unit();
        return unit == Unit.POINT
                ? sites.stream().map(site -> WalletKey.points(site.id()))
                : Stream.of(WalletKey.of(customer, unit));
    }

    private WalletKey wallet(CustomerId customer, @Nullable Long site) {
        Unit unit = desks.desk(customer.desk()).policy().unit();
        return WalletChoice.of(customers, customer, unit, site);
    }

    private Locale language(Caller caller, ContactAsked asked) {
        return asked.language == null ? desks.desk(caller.desk()).language() : Locale.forLanguageTag(asked.language);
    }

    private Instant now() {
        return clock.instant();
    }
}
