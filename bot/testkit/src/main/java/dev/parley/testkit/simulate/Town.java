package dev.parley.testkit.simulate;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.Shops;
import dev.parley.core.desk.UseCases;
import dev.parley.core.message.Party;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Customers.Linked;
import dev.parley.core.port.Customers.Person;
import dev.parley.core.port.Renderer;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Deals;
import dev.parley.testkit.Ports;
import dev.parley.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who there is: desks, two customers at each with two people, what they have, and one clock. */
final class Town {
    static final Actor.Staff AGENT = new Actor.Staff("agent");

    /** Who prices nothing, and so may decide what is disputed. */
    static final Actor.Staff LEAD = new Actor.Staff("lead");

    private static final Set<Role> ROLES = Set.of(Role.AGENT, Role.BILLING, Role.DISPUTE_APPROVER);
    private static final int AUTOMATIC_PER_HOUR = 1_000;
    private static final long POINTS_A_MONTH = 35;
    private static final long MINUTES_A_MONTH = 600;

    final Scene scene;
    final SettableClock clock;
    final Ports ports;
    final FaultyStore store;
    final Marks marks = new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN]));
    final DeskBook book;
    final Till till = new Till();
    final UseCases useCases;
    final List<Vendor> vendors;

    /** Everybody who is known, and one nobody knows at first. */
    final List<Contact> people = new ArrayList<>();

    final List<SiteId> sites = new ArrayList<>();
    private final List<TicketId> tickets = new ArrayList<>();

    Town(Scene scene, Set<Vendor> vendors, Function<InstantSource, Ports> storage) {
        this.scene = scene;
        this.vendors = vendors.stream().sorted().toList();
        clock = new SettableClock(scene.start());
        ports = storage.apply(clock);
        store = new FaultyStore(ports.store());
        book = new DeskBook(this.vendors.stream().map(Town::profile).toList());
        useCases = UseCases.over(book, shops(), store, marks);
        this.vendors.forEach(this::settle);
    }

    private Shops shops() {
        String desk = Vendor.PRO_SUPPORT.desk;
        return new Shops(Map.of(desk, Till.shop()), Map.of(desk, till), "https://desk.example");
    }

    private static DeskProfile profile(Vendor vendor) {
        Renderer words = (template, _, fields) ->
                new Renderer.Rendered(template.name(), template + " " + new TreeMap<>(fields), null);
        return new DeskProfile(
                vendor.policy(),
                new Party(vendor.desk, vendor.address()),
                "mail:" + vendor.desk,
                List.of(vendor.address()),
                List.of(vendor.personal()),
                List.of(),
                null,
                Locale.ENGLISH,
                new DeskProfile.Brakes(
                        List.of(new AcknowledgementCap(
                                AcknowledgementCap.Scope.ADDRESS, AUTOMATIC_PER_HOUR, Duration.ofHours(1))),
                        AUTOMATIC_PER_HOUR),
                words);
    }

    private void settle(Vendor vendor) {
        for (Actor.Staff login : List.of(AGENT, LEAD)) {
            String _ = ports.staff().enroll(new Staff.Person(vendor.desk, login.login(), login.login(), ROLES), by());
        }
        for (String name : List.of("alpha", "beta")) {
            CustomerId customer = ports.customers().create(vendor.desk, name, by());
            person(customer, "alice@" + name + ".example", true);
            person(customer, "bob@" + name + ".example", name.equals("beta"));
            has(vendor, customer, name);
        }
    }

    private void person(CustomerId customer, String address, boolean approver) {
        Linked linked = ports.customers().link(customer, new Person(address, "", Locale.ENGLISH), by());
        if (!(linked instanceof Linked.Done done)) {
            throw new IllegalStateException(address + " belongs to somebody else");
        }
        ports.customers().approver(done.contact().id(), approver, by());
        people.add(contact(done.contact().id()));
    }

    /** Credits come as moves; each second customer has two sites, and each first a package. */
    private void has(Vendor vendor, CustomerId customer, String name) {
        Why why = new Why(by(), "begun");
        boolean first = name.equals("alpha");
        switch (vendor) {
            case PRO_SUPPORT -> {}
            case RAYOS -> {
                List<SiteId> own = Stream.of("news." + name, "sport." + name)
                        .limit(first ? 1 : 2)
                        .map(site -> ports.customers().addSite(customer, site, by()))
                        .toList();
                sites.addAll(own);
                Deals.allowed(ports.contracts()
                        .begin(
                                Deals.onPoints(
                                        "R-" + name,
                                        customer,
                                        new Deals.Cycles(scene.firstOfMonth().toString(), null, scene.zone()),
                                        Deals.points(POINTS_A_MONTH, own.toArray(SiteId[]::new))),
                                why));
            }
            case SUPPORT_PACKAGES -> {
                if (first) {
                    Deals.allowed(ports.contracts()
                            .begin(
                                    Deals.onHours(
                                            "H-" + name,
                                            customer,
                                            new Deals.Cycles(
                                                    scene.lastOfMonth().toString(), scene.months(), scene.zone()),
                                            Deals.hours(MINUTES_A_MONTH, null, asksFirst())),
                                    why));
                }
            }
        }
    }

    /** In half of the scenes nothing over the package is worked without a yes. */
    private boolean asksFirst() {
        return scene.lastOfMonth().getMonthValue() % 2 == 0;
    }

    By by() {
        return new By(AGENT, now());
    }

    Instant now() {
        return clock.instant();
    }

    /** As they are now. */
    Contact contact(ContactId id) {
        return ports.store().transact(tx -> tx.contact(id));
    }

    /** As it is now. */
    Optional<Ticket> ticket(TicketId id) {
        return ports.store().transact(tx -> tx.lock(id));
    }

    /** A ticket was made. */
    void made(TicketId id) {
        if (!tickets.contains(id)) {
            tickets.add(id);
        }
    }

    /** All tickets, oldest first. */
    List<TicketId> tickets() {
        return tickets;
    }

    /** The one of the vendors that {@code number} means. */
    Vendor vendor(int number) {
        return Move.pick(vendors, number);
    }
}
