package dev.parley.testkit.simulate;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.UseCases;
import dev.parley.core.ledger.Unit;
import dev.parley.core.message.Party;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Customers.Linked;
import dev.parley.core.port.Customers.Person;
import dev.parley.core.port.Renderer;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.TicketReads.Filter;
import dev.parley.core.port.TicketReads.Line;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Deals;
import dev.parley.testkit.Desks;
import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who there is: a desk of each kind, two customers at each with two people, what they have, and one clock. */
final class Town {
    static final Actor.Staff AGENT = new Actor.Staff("agent");
    private static final List<Unit> UNITS = List.of(Unit.CREDIT, Unit.POINT, Unit.MINUTE);
    private static final int AUTOMATIC_PER_HOUR = 1_000;

    final SettableClock clock = SettableClock.onAMonday();
    final FaultyStore store = new FaultyStore(new InMemoryStore(clock));
    final List<Contact> people = new ArrayList<>();
    final UseCases useCases;

    Town() {
        List<DeskPolicy> policies = UNITS.stream().map(Town::policy).toList();
        useCases = UseCases.over(
                new DeskBook(policies.stream().map(Town::profile).toList()),
                store,
                new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN])));
        policies.forEach(this::settle);
    }

    private static DeskPolicy policy(Unit unit) {
        return Desks.paidIn(unit, unit.name().toLowerCase(Locale.ROOT));
    }

    private static DeskProfile profile(DeskPolicy policy) {
        Renderer words = (template, _, fields) ->
                new Renderer.Rendered(template.name(), template + " " + new TreeMap<>(fields), null);
        String address = address(policy.desk());
        Duration hour = Duration.ofHours(1);
        return new DeskProfile(
                policy,
                new Party(policy.name(), address),
                "mail:" + policy.desk(),
                List.of(address),
                List.of(),
                null,
                Locale.ENGLISH,
                new DeskProfile.Brakes(
                        List.of(new AcknowledgementCap(AcknowledgementCap.Scope.ADDRESS, AUTOMATIC_PER_HOUR, hour)),
                        AUTOMATIC_PER_HOUR),
                words);
    }

    static String address(String desk) {
        return desk + "@vendor.example";
    }

    private void settle(DeskPolicy policy) {
        for (String name : List.of("alpha", "beta")) {
            CustomerId customer = store.inMemory().customers().create(policy.desk(), name, by());
            person(customer, "alice@" + name + ".example", true);
            person(customer, "bob@" + name + ".example", false);
            has(policy.unit(), customer, name);
        }
    }

    private void person(CustomerId customer, String address, boolean approver) {
        Linked linked = store.inMemory().customers().link(customer, new Person(address, "", Locale.ENGLISH), by());
        if (!(linked instanceof Linked.Done done)) {
            throw new IllegalStateException(address + " belongs to somebody else");
        }
        store.inMemory().customers().approver(done.contact().id(), approver, by());
        people.add(store.transact(tx -> tx.contact(done.contact().id())));
    }

    /** Credits come as moves; each second customer has two sites, and each first a package. */
    private void has(Unit unit, CustomerId customer, String name) {
        Why why = new Why(by(), "begun");
        boolean first = name.equals("alpha");
        switch (unit) {
            case CREDIT -> {}
            case POINT -> {
                SiteId[] sites = Stream.of("news." + name, "sport." + name)
                        .limit(first ? 1 : 2)
                        .map(site -> store.inMemory().customers().addSite(customer, site, by()))
                        .toArray(SiteId[]::new);
                Deals.allowed(store.inMemory()
                        .contracts()
                        .begin(
                                Deals.onPoints("R-" + name, customer, "2026-01-01", null, Deals.points(60, sites)),
                                why));
            }
            case MINUTE, DEMAND -> {
                if (first) {
                    Deals.allowed(store.inMemory()
                            .contracts()
                            .begin(Deals.onHours("H-" + name, customer, "2026-01-31", 12, Deals.hours(600)), why));
                }
            }
        }
    }

    By by() {
        return new By(AGENT, clock.instant());
    }

    /** All tickets by number. */
    List<TicketId> tickets() {
        return UNITS.stream()
                .flatMap(unit -> store
                        .inMemory()
                        .tickets()
                        .list(Filter.newest(unit.name().toLowerCase(Locale.ROOT), TicketReads.PAGE_MAX))
                        .stream())
                .map(Line::id)
                .sorted(Comparator.comparingLong(TicketId::number))
                .toList();
    }
}
