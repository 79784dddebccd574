package dev.parley.app.api;

import static dev.parley.app.api.ContractTerms.parsed;
import static dev.parley.app.api.StaffActions.lines;
import static dev.parley.app.api.StaffActions.required;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.CycleCalendar;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Term;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.Discount;
import dev.parley.core.hours.Group;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.points.PointTerms;
import dev.parley.core.points.PointsContract;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Contracts.Kept;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Staff.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** Contracts on points and hours. Billing makes and changes them; the account manager groups and discounts. */
@RestController
@RequestMapping("/api/v1/contracts")
class ContractController {
    private static final String A_DAY = "a day such as 2026-05-01";
    private static final String A_MONTH = "a month such as 2026-05";

    private final Contracts contracts;
    private final Customers customers;
    private final Staff staff;
    private final InstantSource clock;

    ContractController(Contracts contracts, Customers customers, Staff staff, InstantSource clock) {
        this.contracts = contracts;
        this.customers = customers;
        this.staff = staff;
        this.clock = clock;
    }

    /** {@code anchorDay}: where cycles of hours begin; null: on the day of the month the contract begins on. */
    record ContractAsked(
            @Nullable String number,
            @Nullable Long customer,
            @Nullable String zone,
            @Nullable String firstDay,
            @Nullable Integer months,
            @Nullable Integer anchorDay,
            @Nullable String manager,
            @Nullable ContractTerms terms) {}

    /** {@code from}: the first month of the new terms. */
    record AmendmentAsked(@Nullable String from, @Nullable ContractTerms terms) {}

    /** After how many months the contract ends. */
    record EndAsked(int months) {}

    /** Who manages the account from now on. */
    record ManagerAsked(@Nullable String login) {}

    /** A discount and the message or note it was agreed by. */
    record DiscountAsked(
            int fromMonths, int percent, @Nullable String message) {}

    /** {@code first}: the earlier month; the customer's wish, and the note of who agrees to it. */
    record GroupAsked(
            @Nullable String first,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            @Nullable String requestedMessage,
            @Nullable String message) {}

    @GetMapping
    List<ContractView> list(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int max) {
        return contracts.list(caller.desk(), after, lines(max)).stream()
                .map(ContractView::of)
                .toList();
    }

    @GetMapping("/{contract}")
    ContractView show(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable("contract") String number) {
        return ContractView.of(kept(caller, number));
    }

    @PostMapping("/points")
    ContractView newPoints(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestBody ContractAsked asked) {
        caller.needs(Role.BILLING);
        CustomerId customer = customer(caller, asked.customer);
        PointTerms terms = ofItsSites(customer, terms(asked.terms)).points(customer, null);
        CycleCalendar months = CycleCalendar.calendarMonths(zone(asked));
        var made = Contract.begin(number(asked), customer, months, term(asked), terms);
        return view(contracts.begin(new PointsContract(made), why(caller, "made")), Kept.Points::new);
    }

    @PostMapping("/hours")
    ContractView newHours(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestBody ContractAsked asked) {
        caller.needs(Role.BILLING);
        Term term = term(asked);
        int anchor = asked.anchorDay == null ? term.firstDay().getDayOfMonth() : asked.anchorDay;
        HourTerms terms = terms(asked.terms).hours(null);
        CustomerId customer = customer(caller, asked.customer);
        var made = Contract.begin(number(asked), customer, new CycleCalendar(anchor, zone(asked)), term, terms);
        String manager = asked.manager == null ? null : colleague(caller, asked.manager);
        HoursContract active = allowed(HoursContract.activate(made, manager));
        return view(contracts.begin(active, why(caller, "made")), Kept.Hours::new);
    }

    @PostMapping("/{contract}/amend")
    ContractView amend(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable("contract") String number,
            @RequestBody AmendmentAsked asked) {
        caller.needs(Role.BILLING);
        YearMonth from = month("from", asked.from);
        ContractTerms terms = terms(asked.terms);
        Why why = why(caller, "amended from " + from);
        return switch (kept(caller, number)) {
            case Kept.Points(var old) -> amended(old, from, terms, why);
            case Kept.Hours(var old) ->
                view(
                        contracts.changeHours(
                                old.contract().id(),
                                c -> c.amended(why.at(), from, terms.hours(latest(c.contract()))),
                                why),
                        Kept.Hours::new);
        };
    }

    private ContractView amended(PointsContract old, YearMonth from, ContractTerms asked, Why why) {
        CustomerId customer = old.contract().customer();
        ContractTerms terms = ofItsSites(customer, asked);
        return view(
                contracts.changePoints(
                        old.contract().id(),
                        now -> now.amended(why.at(), from, terms.points(customer, latest(now.contract()))),
                        why),
                Kept.Points::new);
    }

    /** Points go to sites of the contract's own customer. */
    private ContractTerms ofItsSites(CustomerId customer, ContractTerms terms) {
        List<Site> sites = customers.sites(customer);
        Set<Long> known = sites.stream().map(site -> site.id().number()).collect(Collectors.toSet());
        for (long asked : terms.sites() == null ? Set.<Long>of() : terms.sites().keySet()) {
            if (!known.contains(asked)) {
                throw ApiProblem.bad("‘sites’ names site " + asked + ", which is not one of customer "
                        + customer.number() + "'s: " + StaffActions.named(sites));
            }
        }
        return terms;
    }

    private static <T> T latest(Contract<T> contract) {
        return contract.versions().latest().terms();
    }

    @PostMapping("/{contract}/end")
    ContractView end(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable("contract") String number,
            @RequestBody EndAsked asked) {
        caller.needs(Role.BILLING);
        Why why = why(caller, "ends after " + asked.months + " months");
        return switch (kept(caller, number)) {
            case Kept.Points(var old) ->
                view(
                        contracts.changePoints(old.contract().id(), c -> c.ending(asked.months, why.at()), why),
                        Kept.Points::new);
            case Kept.Hours(var old) ->
                view(
                        contracts.changeHours(old.contract().id(), c -> c.ending(asked.months, why.at()), why),
                        Kept.Hours::new);
        };
    }

    @PostMapping("/{contract}/manager")
    ContractView manager(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable("contract") String number,
            @RequestBody ManagerAsked asked) {
        caller.needs(Role.BILLING);
        String login = colleague(caller, required("login", asked.login, "the account manager's log-in"));
        return change(caller, number, "managed by " + login, (contract, _) -> contract.managedBy(login));
    }

    @PostMapping("/{contract}/discount")
    ContractView discount(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable("contract") String number,
            @RequestBody DiscountAsked asked) {
        Discount discount = new Discount(asked.fromMonths, asked.percent);
        String message = required("message", asked.message, "the message or note it was agreed by");
        return change(
                caller,
                number,
                "discount of " + asked.percent + " percent: " + message,
                (contract, at) -> contract.discounted(
                        discount, new Consent(caller.person().login(), at, message)));
    }

    @PostMapping("/{contract}/group")
    ContractView group(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable("contract") String number,
            @RequestBody GroupAsked asked) {
        YearMonth first = month("first", asked.first);
        String by = required("requestedBy", asked.requestedBy, "who of the customer asked for it");
        String wish = required("requestedMessage", asked.requestedMessage, "the message they asked for it in");
        String note = required("message", asked.message, "the message or note you agree by");
        return change(caller, number, "grouped from " + first, (contract, at) -> {
            Instant asAsked = asked.requestedAt == null || asked.requestedAt.isAfter(at) ? at : asked.requestedAt;
            Consent agreed = new Consent(caller.person().login(), at, note);
            return contract.grouped(new Group(first, new Consent(by, asAsked, wish), agreed));
        });
    }

    private interface Rule {
        Ruling<HoursContract> of(HoursContract contract, Instant at);
    }

    private ContractView change(Caller caller, String number, String what, Rule rule) {
        Why why = why(caller, what);
        ContractId id = new ContractId(caller.desk(), number);
        return view(contracts.changeHours(id, contract -> rule.of(contract, why.at()), why), Kept.Hours::new);
    }

    private Kept kept(Caller caller, String number) {
        return contracts
                .find(new ContractId(caller.desk(), number))
                .orElseThrow(() -> ApiProblem.missing("contract " + number));
    }

    private CustomerId customer(Caller caller, @Nullable Long number) {
        if (number == null) {
            throw ApiProblem.bad("‘customer’ is missing; give the customer's number.");
        }
        return customers
                .find(new CustomerId(caller.desk(), number))
                .map(Customer::id)
                .orElseThrow(() -> ApiProblem.missing("customer " + number));
    }

    private String colleague(Caller caller, String login) {
        if (staff.list(caller.desk()).stream()
                .noneMatch(person -> person.login().equals(login))) {
            throw ApiProblem.bad("Nobody at the desk has the log-in ‘" + login + "’; give one of ./parley staff list.");
        }
        return login;
    }

    private static String number(ContractAsked asked) {
        return required("number", asked.number, "what the contract is called, such as C-2026-7");
    }

    private static ZoneId zone(ContractAsked asked) {
        return parsed(
                "zone",
                required("zone", asked.zone, "one such as Europe/Berlin"),
                ZoneId::of,
                "one such as Europe/Berlin");
    }

    private static Term term(ContractAsked asked) {
        return new Term(
                parsed("firstDay", required("firstDay", asked.firstDay, A_DAY), LocalDate::parse, A_DAY), asked.months);
    }

    private static YearMonth month(String name, @Nullable String text) {
        return parsed(name, required(name, text, A_MONTH), YearMonth::parse, A_MONTH);
    }

    private static ContractTerms terms(@Nullable ContractTerms asked) {
        if (asked == null) {
            throw ApiProblem.bad("‘terms’ are missing; give what the contract holds and costs.");
        }
        return asked;
    }

    private Why why(Caller caller, String what) {
        return new Why(caller.at(clock.instant()), what);
    }

    private static <C> ContractView view(Ruling<C> ruling, Function<C, Kept> kept) {
        return ContractView.of(kept.apply(allowed(ruling)));
    }

    static <C> C allowed(Ruling<C> ruling) {
        return switch (ruling) {
            case Ruling.Allowed<C>(var value) -> value;
            case Ruling.Refused<C>(var wrong, var right) ->
                throw new ApiProblem(HttpStatus.CONFLICT, sentence(wrong) + "; " + right + ".");
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
