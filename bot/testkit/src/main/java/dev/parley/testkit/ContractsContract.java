package dev.parley.testkit;

import static dev.parley.testkit.Deals.MANAGER;
import static dev.parley.testkit.Deals.allowed;
import static dev.parley.testkit.Deals.hours;
import static dev.parley.testkit.Deals.onHours;
import static dev.parley.testkit.Deals.onPoints;
import static dev.parley.testkit.Deals.points;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.Discount;
import dev.parley.core.hours.Group;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.points.PointTerms;
import dev.parley.core.points.PointsContract;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Contracts.Kept;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Transaction.AuditLine;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What {@link Contracts} promises, and the reads of contracts in a transaction. */
public interface ContractsContract extends StorageContract {

    /** A change of this moment. */
    default Why why(String what) {
        return new Why(new By(AGENT, NOW), what);
    }

    /** A customer without a contract. */
    default CustomerId somebody() {
        return ports().customers().create(Desks.SUPPORT, "Customer Ltd", new By(AGENT, NOW));
    }

    /** The package, kept. */
    default HoursContract kept(HoursContract contract) {
        return allowed(ports().contracts().begin(contract, why("made")));
    }

    /** The contract, kept. */
    default PointsContract kept(PointsContract contract) {
        return allowed(ports().contracts().begin(contract, why("made")));
    }

    private Ruling<HoursContract> group(HoursContract contract, String first, String agreedBy) {
        Consent asked = new Consent("alice@customer.example", NOW, "<wish@customer.example>");
        Group group = new Group(YearMonth.parse(first), asked, new Consent(agreedBy, NOW, "by telephone"));
        return ports().contracts()
                .changeHours(contract.contract().id(), c -> c.grouped(group), why("grouped " + first));
    }

    private Optional<HoursContract> hoursOf(CustomerId customer) {
        return ports().store().transact(tx -> tx.hoursContract(customer));
    }

    private SiteId site(CustomerId customer, String name) {
        return ports().customers().addSite(customer, name, new By(AGENT, NOW));
    }

    private Optional<PointsContract> pointsOf(SiteId site) {
        return ports().store().transact(tx -> tx.pointsContract(site));
    }

    @Test
    default void aContractOnPointsComesBackAsItWasMade() {
        CustomerId customer = somebody();
        SiteId shop = site(customer, "shop.example");
        SiteId blog = site(customer, "blog.example");
        PointTerms terms = new PointTerms(Map.of(shop, 40L, blog, 0L), Deals.usd(25_00), 3);
        PointsContract made = kept(onPoints("P-1", customer, "2026-02-10", 24, terms));
        PointsContract bare = kept(onPoints("P-2", somebody(), "2026-02-10", null, new PointTerms(Map.of(), null, 0)));
        assertThat(ports().contracts().find(made.contract().id())).contains(new Kept.Points(made));
        assertThat(ports().contracts().find(bare.contract().id())).contains(new Kept.Points(bare));
        assertThat(pointsOf(shop)).contains(made);
        assertThat(pointsOf(new SiteId(customer, 4711))).isEmpty();
        assertThat(pointsOf(new SiteId(somebody(), shop.number()))).isEmpty();
        assertThat(ports().contracts().find(new ContractId(Desks.SALES, "P-1"))).isEmpty();
    }

    @Test
    default void aPackageOfHoursComesBackAsItWasMade() {
        CustomerId customer = somebody();
        HoursContract made = kept(onHours("H-1", customer, "2026-01-31", 12, hours(600, 120L, true)));
        HoursContract free = kept(onHours("H-2", somebody(), "2026-01-31", null, hours(600)));
        assertThat(ports().contracts().find(made.contract().id())).contains(new Kept.Hours(made));
        assertThat(ports().contracts().find(free.contract().id())).contains(new Kept.Hours(free));
        assertThat(hoursOf(customer)).contains(made);
        assertThat(hoursOf(somebody())).isEmpty();
    }

    @Test
    default void contractsAreListedByNumberAndPaged() {
        kept(onHours("b", somebody(), "2026-01-31", 12, hours(600)));
        kept(onPoints("a", somebody(), "2026-01-01", null, new PointTerms(Map.of(), null, 0)));
        kept(onHours("C", somebody(), "2026-01-31", 12, hours(600)));
        assertThat(ports().contracts().list(Desks.SUPPORT, "", 9))
                .extracting(kept -> kept.contract().number())
                .containsExactly("C", "a", "b");
        assertThat(ports().contracts().list(Desks.SUPPORT, "C", 1))
                .extracting(kept -> kept.contract().number())
                .containsExactly("a");
        assertThat(ports().contracts().list(Desks.SALES, "", 9)).isEmpty();
    }

    @Test
    default void aNumberIsGivenOnce() {
        CustomerId customer = somebody();
        kept(onHours("N-1", customer, "2026-01-31", 12, hours(600)));
        PointsContract again = onPoints("N-1", somebody(), "2026-01-01", null, new PointTerms(Map.of(), null, 0));
        assertThat(ports().contracts().begin(again, why("made")))
                .isEqualTo(new Refused<>("there is a contract N-1 already", "give it another number"));
        assertThat(hoursOf(customer)).isPresent();
    }

    @Test
    default void x01ASiteHasPointsByOneContractAtATime() {
        CustomerId customer = somebody();
        SiteId shop = site(customer, "shop.example");
        PointsContract first = kept(onPoints("P-1", customer, "2026-01-01", 3, points(40, shop)));
        PointsContract meanwhile = onPoints("P-2", customer, "2026-03-31", null, points(50, shop));
        assertThat(ports().contracts().begin(meanwhile, why("made")))
                .isEqualTo(new Refused<>(
                        "site " + shop.number() + " has points by contract P-1 then",
                        "end that one first, or let this one begin later"));
        PointsContract other =
                kept(onPoints("P-3", customer, "2026-01-01", null, points(9, site(customer, "blog.example"))));
        PointsContract after = kept(onPoints("P-4", customer, "2026-04-01", null, points(50, shop)));
        assertThat(pointsOf(shop)).contains(first);
        Ruling<PointsContract> widened = ports().contracts()
                .changePoints(
                        other.contract().id(),
                        c -> c.amended(NOW, YearMonth.of(2026, 4), points(9, shop)),
                        why("amended"));
        assertThat(widened).isInstanceOf(Refused.class);
        assertThat(ports().contracts().find(after.contract().id())).contains(new Kept.Points(after));
    }

    @Test
    default void x01ACustomerHasOnePackageAtATime() {
        CustomerId customer = somebody();
        kept(onHours("H-1", customer, "2026-01-15", 2, hours(600)));
        kept(onHours("H-2", customer, "2026-03-15", 2, hours(700)));
        assertThat(ports().contracts().begin(onHours("H-3", customer, "2026-05-14", 1, hours(700)), why("made")))
                .isEqualTo(new Refused<>(
                        "the customer has the package of contract H-2 then",
                        "end that one first, or let this one begin later"));
        assertThat(hoursOf(customer).orElseThrow().contract().number()).isEqualTo("H-1");
    }

    @Test
    default void p15ATermChangedForTheFutureLeavesThePastAsItWas() {
        CustomerId customer = somebody();
        SiteId shop = site(customer, "shop.example");
        ContractId id = kept(onPoints("P-1", customer, "2026-01-01", null, points(40, shop)))
                .contract()
                .id();
        ports().contracts()
                .changePoints(id, c -> c.amended(NOW, YearMonth.of(2026, 5), points(60, shop)), why("amended"));
        PointsContract now = pointsOf(shop).orElseThrow();
        assertThat(now.monthOf(shop, Instant.parse("2026-04-30T12:00:00Z"))
                        .orElseThrow()
                        .points())
                .isEqualTo(40);
        assertThat(now.monthOf(shop, Instant.parse("2026-05-01T12:00:00Z"))
                        .orElseThrow()
                        .points())
                .isEqualTo(60);
        assertThat(ports().contracts()
                        .changePoints(id, c -> c.amended(NOW, YearMonth.of(2026, 3), points(90, shop)), why("amended")))
                .isInstanceOf(Refused.class);
        assertThat(pointsOf(shop)).contains(now);
    }

    @Test
    default void aContractEndsOnceAndNotInThePast() {
        CustomerId customer = somebody();
        ContractId id = kept(onHours("H-1", customer, "2025-12-31", null, hours(600)))
                .contract()
                .id();
        assertThat(ports().contracts().changeHours(id, c -> c.ending(2, NOW), why("ended")))
                .isInstanceOf(Refused.class);
        assertThat(ports().contracts().changeHours(id, c -> c.ending(3, NOW), why("ended")))
                .isInstanceOf(Allowed.class);
        assertThat(hoursOf(customer).orElseThrow().contract().end()).contains(Instant.parse("2026-03-30T22:00:00Z"));
        assertThat(ports().contracts().changeHours(id, c -> c.ending(4, NOW), why("ended")))
                .isInstanceOf(Refused.class);
    }

    @Test
    default void h09ThereIsAlwaysAnAccountManagerAndTheLatestCounts() {
        CustomerId customer = somebody();
        ContractId id = kept(onHours("H-1", customer, "2026-01-31", 12, hours(600)))
                .contract()
                .id();
        ports().contracts().changeHours(id, c -> c.managedBy("robin"), why("managed by robin"));
        assertThat(hoursOf(customer).orElseThrow().manager()).isEqualTo("robin");
        ports().contracts().changeHours(id, c -> c.managedBy(" "), why("managed by nobody"));
        assertThat(hoursOf(customer).orElseThrow().manager()).isEqualTo("robin");
    }

    @Test
    default void h08TheDiscountIsKeptOnceTheManagerAppliedIt() {
        CustomerId customer = somebody();
        ContractId id = kept(onHours("H-1", customer, "2026-01-31", 12, hours(600)))
                .contract()
                .id();
        Discount offered = new Discount(12, 10);
        Consent kim = new Consent("kim", NOW, "as agreed");
        assertThat(ports().contracts().changeHours(id, c -> c.discounted(offered, kim), why("discounted")))
                .isInstanceOf(Refused.class);
        Consent manager = new Consent(MANAGER, NOW, "as agreed");
        ports().contracts().changeHours(id, c -> c.discounted(offered, manager), why("discounted"));
        assertThat(hoursOf(customer).orElseThrow().discount()).isEqualTo(offered);
    }

    @Test
    default void h16AGroupIsKeptWithBothConsentsAndNoMonthIsInTwo() {
        CustomerId customer = somebody();
        HoursContract contract = kept(onHours("H-1", customer, "2026-01-31", 12, hours(600)));
        assertThat(group(contract, "2026-04", "kim")).isInstanceOf(Refused.class);
        assertThat(group(contract, "2026-04", MANAGER)).isInstanceOf(Allowed.class);
        assertThat(group(contract, "2026-05", MANAGER)).isInstanceOf(Refused.class);
        assertThat(group(contract, "2026-03", MANAGER)).isInstanceOf(Refused.class);
        assertThat(group(contract, "2026-06", MANAGER)).isInstanceOf(Allowed.class);
        HoursContract now = hoursOf(customer).orElseThrow();
        assertThat(now.groups()).extracting(Group::first).containsExactly(YearMonth.of(2026, 4), YearMonth.of(2026, 6));
        assertThat(now.groups().getFirst().requested())
                .isEqualTo(new Consent("alice@customer.example", NOW, "<wish@customer.example>"));
        assertThat(now.groups().getFirst().agreed()).isEqualTo(new Consent(MANAGER, NOW, "by telephone"));
    }

    @Test
    default void h16OfManyAtOnceOnlyOneGroupsAMonth() throws InterruptedException {
        HoursContract contract = kept(onHours("H-1", somebody(), "2026-01-31", 12, hours(600)));
        AtomicInteger grouped = new AtomicInteger();
        Crowd.of(8, nth -> {
            if (group(contract, nth % 2 == 0 ? "2026-04" : "2026-05", MANAGER) instanceof Allowed) {
                grouped.incrementAndGet();
            }
        });
        assertThat(grouped).hasValue(1);
    }

    @Test
    default void everyChangeOfAContractIsAuditedAndNoRefusal() {
        HoursContract contract = kept(onHours("H-1", somebody(), "2026-01-31", 12, hours(600)));
        group(contract, "2026-04", "kim");
        group(contract, "2026-04", MANAGER);
        assertThat(ports().tickets().audit(Desks.SUPPORT, "contract H-1", 9))
                .extracting(AuditLine::what)
                .containsExactly("grouped 2026-04", "made");
    }
}
