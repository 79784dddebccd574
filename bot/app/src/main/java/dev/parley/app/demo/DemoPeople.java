package dev.parley.app.demo;

import dev.parley.app.bot.RunningBot;
import dev.parley.core.contract.Contract;
import dev.parley.core.contract.CycleCalendar;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Term;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.desk.UseCases;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Overage;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.money.Money;
import dev.parley.core.points.PointTerms;
import dev.parley.core.points.PointsContract;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Customers.Person;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Transaction.Grant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who works at a desk of the demo, and which customers with what it has. */
final class DemoPeople {
    private static final Currency USD = Currency.getInstance("USD");
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final long CREDITS_OF_ALICE = 200;
    private static final long CREDITS_OF_CAROL = 5;
    private static final long POINTS_OF_NEWS = 10;
    private static final long POINTS_OF_SPORT = 5;
    private static final long MINUTES_A_MONTH = 20 * 60;

    private final RunningBot bot;
    private final DemoDesk desk;
    private final By by;
    private final Customers customers;

    DemoPeople(RunningBot bot, DemoDesk desk, By by) {
        this.bot = bot;
        this.desk = desk;
        this.by = by;
        customers = bot.part(Customers.class);
    }

    /** Takes the desk's people on; their tokens by log-in. */
    Map<String, String> staff() {
        Map<String, String> tokens = new LinkedHashMap<>();
        enroll(tokens, "agent", "Agent", Set.of(Role.AGENT));
        enroll(tokens, "billing", "Billing", EnumSet.of(Role.AGENT, Role.BILLING));
        enroll(tokens, "referee", "Referee", Set.of(Role.DISPUTE_APPROVER));
        return tokens;
    }

    private void enroll(Map<String, String> tokens, String login, String name, Set<Role> roles) {
        tokens.put(login, bot.part(Staff.class).enroll(new Staff.Person(desk.name(), login, name, roles), by));
    }

    /** Makes the customers, unless an earlier run did. */
    void customers(Unit unit) {
        if (!customers.list(desk.name(), 0, 1).isEmpty()) {
            return;
        }
        CustomerId alpha = customer("Alpha Ltd", DemoServers.ALICE, "Alice");
        customers.link(alpha, new Person(DemoServers.BOB.address(), "Bob", Locale.ENGLISH), by);
        CustomerId beta = customer("Beta GmbH", DemoServers.CAROL, "Carol");
        switch (unit) {
            case CREDIT -> {
                credits(alpha, CREDITS_OF_ALICE);
                credits(beta, CREDITS_OF_CAROL);
            }
            case POINT -> points(alpha);
            case MINUTE, DEMAND -> hours(alpha);
        }
    }

    private CustomerId customer(String name, DemoAccount account, String person) {
        CustomerId customer = customers.create(desk.name(), name, by);
        var linked = customers.link(customer, new Person(account.address(), person, Locale.ENGLISH), by);
        if (linked instanceof Customers.Linked.Done done) {
            customers.approver(done.contact().id(), true, by);
        }
        return customer;
    }

    private void credits(CustomerId customer, long credits) {
        boolean ignored = bot.part(UseCases.class)
                .payIn()
                .payIn(new Grant(
                        WalletKey.of(customer, Unit.CREDIT),
                        credits,
                        "demo:" + customer.number(),
                        0,
                        by.actor(),
                        by.at()));
    }

    /** Two sites with points of their own, and no other (P-14). */
    private void points(CustomerId customer) {
        SiteId news = customers.addSite(customer, "news.example", by);
        SiteId sport = customers.addSite(customer, "sport.example", by);
        PointTerms terms = new PointTerms(Map.of(news, POINTS_OF_NEWS, sport, POINTS_OF_SPORT), usd(25_00), 0);
        begun(bot.part(Contracts.class)
                .begin(
                        new PointsContract(Contract.begin(
                                "R-1",
                                customer,
                                CycleCalendar.calendarMonths(ZONE),
                                new Term(firstDay(), null),
                                terms)),
                        why()));
    }

    /** A package for a year, of all kinds of work but training (H-01, H-07). */
    private void hours(CustomerId customer) {
        Set<WorkKind> work = EnumSet.complementOf(EnumSet.of(WorkKind.TRAINING));
        Overage overage = new Overage(new HourlyRate(usd(60_00), 15), null, false);
        Contract<HourTerms> contract = Contract.begin(
                "H-1",
                customer,
                CycleCalendar.calendarMonths(ZONE),
                new Term(firstDay(), 12),
                new HourTerms(MINUTES_A_MONTH, usd(900_00), work, overage));
        begun(bot.part(Contracts.class).begin(begun(HoursContract.activate(contract, "agent")), why()));
    }

    private LocalDate firstDay() {
        return YearMonth.from(by.at().atZone(ZONE)).atDay(1);
    }

    private Contracts.Why why() {
        return new Contracts.Why(by, "begun for the demo");
    }

    private static Money usd(long minor) {
        return new Money(USD, minor);
    }

    private static <T> T begun(Ruling<T> ruling) {
        return switch (ruling) {
            case Ruling.Allowed<T>(var value) -> value;
            case Ruling.Refused<T>(var wrong, var right) ->
                throw new IllegalStateException("the demo's contract was refused: " + wrong + "; " + right);
        };
    }
}
