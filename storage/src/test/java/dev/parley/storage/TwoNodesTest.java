package dev.parley.storage;

import static dev.parley.testkit.Deals.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.desk.TurnCycles;
import dev.parley.core.hours.Invoice;
import dev.parley.core.port.Wallets.Movement;
import dev.parley.testkit.Crowd;
import dev.parley.testkit.Ports;
import dev.parley.testkit.TimeStage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** H-14: the job that turns cycles, on two nodes with pools of their own, never, once or often: the same books. */
class TwoNodesTest implements TimeStage {
    private static final Instant MAY = Instant.parse("2026-05-05T00:00:00Z");

    private final PostgresFixture.TestDatabase database = PostgresFixture.freshDatabase();
    private final PostgresStorage first = Storages.on(database);
    private final PostgresStorage second = Storages.on(database);

    @Override
    public Ports ports() {
        return Storages.ports(first);
    }

    @AfterEach
    void theBooksAreInOrder() {
        assertThat(first.wallets().violations()).isEmpty();
        first.close();
        second.close();
    }

    private TurnCycles job(PostgresStorage node) {
        return new TurnCycles(
                node.store(),
                node.contracts(),
                node.contractClocks(),
                useCases().payIn(),
                Map.of());
    }

    private List<String> book(Covered of) {
        return movements(of.wallet()).stream()
                .map(moved -> moved.kind() + " " + moved.amount())
                .sorted()
                .toList();
    }

    @Test
    void h14OnceFiveTimesOrOnTwoNodesAtOnceTheBooksAreTheSame() throws InterruptedException {
        Covered once = covered("H-1", hours(60));
        Covered often = covered("H-2", hours(60));
        Covered apart = covered("H-3", hours(60));
        List<Covered> all = List.of(once, often, apart);
        all.forEach(one -> added(one, "2026-03-02T06:00:00Z", 90));
        assertThat(all).as("never").allSatisfy(one -> assertThat(invoices(one)).isEmpty());
        job(first).turn(once.contract().contract().id(), MAY);
        for (int times = 0; times < 5; times++) {
            job(times % 2 == 0 ? first : second)
                    .turn(often.contract().contract().id(), MAY);
        }
        Crowd.of(
                8,
                nth -> job(nth % 2 == 0 ? first : second)
                        .turn(apart.contract().contract().id(), MAY));
        assertThat(invoices(once)).hasSize(3);
        assertThat(invoices(once).get(1).lines())
                .extracting(Invoice.Line::kind)
                .containsExactly(Invoice.Kind.PACKAGE, Invoice.Kind.OVERAGE);
        assertThat(invoices(often)).isEqualTo(invoices(once));
        assertThat(invoices(apart)).isEqualTo(invoices(once));
        assertThat(book(often)).isEqualTo(book(once));
        assertThat(book(apart)).isEqualTo(book(once));
    }

    @Test
    void h14EachDueContractIsClaimedByOneOfTheNodes() throws InterruptedException {
        for (int nth = 0; nth < 10; nth++) {
            covered("H-" + nth, hours(60));
        }
        AtomicInteger turned = new AtomicInteger();
        Crowd.of(6, nth -> turned.addAndGet(job(nth % 2 == 0 ? first : second).turnDue(9, LEASE, MAY)));
        turned.addAndGet(job(second).turnDue(99, LEASE, MAY));
        assertThat(turned).hasValue(10);
        assertThat(job(first).turnDue(99, LEASE, MAY)).isZero();
    }

    @Test
    void h14ALookBeginsWithTheFirstCycleThatWasNotFinished() {
        Covered shop = covered("H-1", hours(60));
        var id = shop.contract().contract().id();
        assertThat(first.contractClocks().done(id)).isEmpty();
        job(first).turnDue(9, LEASE, MAY);
        assertThat(second.contractClocks().done(id)).contains(Instant.parse("2026-04-30T22:00:00Z"));
        job(second).turn(id, Instant.parse("2026-06-05T00:00:00Z"));
        assertThat(invoices(shop)).hasSize(4);
        assertThat(movements(shop.wallet()).stream().map(Movement::kind).filter("GRANT"::equals))
                .hasSize(5);
    }
}
