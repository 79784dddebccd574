package dev.parley.testkit;

import static dev.parley.testkit.Deals.allowed;
import static dev.parley.testkit.Deals.hours;
import static dev.parley.testkit.Deals.onHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.CycleCalendar;
import dev.parley.core.contract.Term;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.BillDemand;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Invoice;
import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Demands.Made;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.ticket.Posting;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is promised about the monthly invoices of work on demand (H-05), on any storage. Months begin in Berlin. */
public interface DemandContract extends TimeStage {
    /** March is over for three days, to the instant. */
    Instant MARCH_IS_DUE = Instant.parse("2026-04-03T22:00:00Z");

    /** April 2026. */
    YearMonth APRIL = YearMonth.of(2026, 4);

    /** So many customers that nodes meet at some. */
    int CROWD = 12;

    private BillDemand bills() {
        return new BillDemand(
                ports().store(),
                ports().checkpoints(),
                Map.of(Desks.SUPPORT, new BillDemand.Terms(Deals.ZONE, ON_DEMAND)));
    }

    /** Work on demand that was quoted, agreed to and answered; its ticket. */
    private Ticket charged(Contact contact, long minutes, String when) {
        Instant at = Instant.parse(when);
        return ports().store().transact(tx -> {
            WalletKey wallet = WalletKey.of(contact.customer(), Unit.DEMAND);
            TicketId id = new TicketId(Desks.SUPPORT, tx.nextTicketNumber(Desks.SUPPORT));
            tx.grant(new Grant(wallet, minutes, "for " + id.number(), 0, new Actor.Desk(), at));
            Ticket fresh = Ticket.created(id, contact, "A banner", Payer.of(Unit.DEMAND), at);
            tx.create(fresh);
            tx.apply(fresh, Tickets.heldAtOnce(fresh, minutes, at), AGENT, at);
            Ticket held = tx.lock(id).orElseThrow();
            tx.apply(held, Tickets.answered(held, at), AGENT, at);
            return tx.lock(id).orElseThrow();
        });
    }

    private void givenBack(Ticket ticket, long minutes, String when) {
        Instant at = Instant.parse(when);
        Posting back = new Posting.Refund(minutes, "It was our fault.");
        ports().store().transact(tx -> {
            Ticket locked = tx.lock(ticket.id()).orElseThrow();
            return tx.apply(locked, Tickets.transition(Row.UNLISTED, locked, back), AGENT, at);
        });
    }

    private List<Made> made() {
        return ports().store().transact(tx -> tx.demands().list(Desks.SUPPORT, null, 9));
    }

    private Optional<Made> found(Contact contact, YearMonth month) {
        return ports().store().transact(tx -> tx.demands().find(contact.customer(), month));
    }

    private Stream<String> numbers() {
        return made().stream().map(Made::number);
    }

    private static String number(Contact contact, String month) {
        return "D-" + contact.customer().number() + "-" + month;
    }

    /** The lines of a contract's invoices for work on demand. */
    private List<Invoice.Line> demanded(CustomerId customer, String contract) {
        return ports().store().transact(tx -> tx.time().invoices(new ContractId(customer.desk(), contract))).stream()
                .flatMap(invoice -> invoice.lines().stream())
                .filter(line -> line.kind() == Invoice.Kind.ON_DEMAND)
                .toList();
    }

    private void contract(Contact contact, String number, String firstDay) {
        allowed(ports().contracts()
                .begin(
                        onHours(number, contact.customer(), firstDay, null, hours(600)),
                        new Why(new By(AGENT, NOW), "made")));
    }

    private void inCalendarMonths(Contact contact, String number, Term term) {
        Contract<HourTerms> contract =
                Contract.begin(number, contact.customer(), CycleCalendar.calendarMonths(Deals.ZONE), term, hours(600));
        allowed(ports().contracts()
                .begin(allowed(HoursContract.activate(contract, Deals.MANAGER)), new Why(new By(AGENT, NOW), "made")));
    }

    private void turn(Contact contact, String number, String at) {
        cycles().turn(new ContractId(contact.customer().desk(), number), Instant.parse(at));
    }

    @Test
    default void h05WithoutAContractAllWorkOfAMonthIsOneInvoiceRoundedOnce() {
        Contact alice = approver("alice@customer.example");
        charged(alice, 50, "2026-03-10T08:00:00Z");
        charged(alice, 20, "2026-03-31T21:59:59Z");
        charged(alice, 500, "2026-03-31T22:00:00Z");
        assertThat(bills().billDue(MARCH_IS_DUE.minusSeconds(1))).isZero();
        assertThat(made()).isEmpty();
        assertThat(bills().billDue(MARCH_IS_DUE)).isOne();
        Invoice march = new Invoice(MARCH, List.of(Invoice.demand(ON_DEMAND, 70)));
        assertThat(march.total()).isEqualTo(Deals.usd(187_50));
        assertThat(made()).containsExactly(new Made(alice.customer(), march, MARCH_IS_DUE));
        assertThat(found(alice, MARCH)).contains(made().getFirst());
        assertThat(found(alice, APRIL)).isEmpty();
    }

    @Test
    default void h05FiveRunsAndAStandstillOfMonthsMakeTheSameInvoices() {
        Contact alice = approver("alice@customer.example");
        Contact bob = approver("bob@other.example");
        charged(alice, 50, "2026-03-10T08:00:00Z");
        charged(bob, 15, "2026-03-10T08:00:00Z");
        charged(alice, 30, "2026-05-10T08:00:00Z");
        for (int run = 0; run < 5; run++) {
            bills().billDue(Instant.parse("2026-06-20T08:00:00Z"));
        }
        assertThat(numbers())
                .containsExactly(number(alice, "2026-05"), number(alice, "2026-03"), number(bob, "2026-03"));
        charged(bob, 15, "2026-06-21T08:00:00Z");
        assertThat(bills().billDue(Instant.parse("2026-07-20T08:00:00Z"))).isOne();
        List<Made> last = ports().store().transact(tx -> tx.demands().list(Desks.SUPPORT, bob.customer(), 1));
        assertThat(last).extracting(Made::number).containsExactly(number(bob, "2026-06"));
        assertThat(ports().wallets().violations()).isEmpty();
    }

    @Test
    default void h05TwoNodesBillAMonthAtOnceAsOne() throws InterruptedException {
        for (int nth = 0; nth < CROWD; nth++) {
            charged(approver(nth + "@customer.example"), 50, "2026-03-10T08:00:00Z");
        }
        Crowd.of(6, _ -> bills().billDue(MARCH_IS_DUE));
        List<Made> all = ports().store().transact(tx -> tx.demands().list(Desks.SUPPORT, null, 2 * CROWD));
        assertThat(all)
                .hasSize(CROWD)
                .allSatisfy(one -> assertThat(one.invoice())
                        .isEqualTo(new Invoice(MARCH, List.of(Invoice.demand(ON_DEMAND, 50)))));
    }

    @Test
    default void h05WhatLiesInTheCyclesOfAContractStandsOnItsInvoiceAlone() {
        Contact alice = approver("alice@customer.example");
        contract(alice, "H-1", "2026-03-16");
        charged(alice, 30, "2026-03-15T22:59:59Z");
        charged(alice, 45, "2026-03-15T23:00:00Z");
        assertThat(bills().billDue(MARCH_IS_DUE)).isOne();
        assertThat(made())
                .extracting(Made::invoice)
                .containsExactly(new Invoice(MARCH, List.of(Invoice.demand(ON_DEMAND, 30))));
        turn(alice, "H-1", "2026-04-20T08:00:00Z");
        assertThat(demanded(alice.customer(), "H-1")).containsExactly(Invoice.demand(ON_DEMAND, 45));
        assertThat(bills().billDue(Instant.parse("2026-05-20T08:00:00Z"))).isZero();
    }

    @Test
    default void h05AContractMadeAfterwardsBillsNothingASecondTime() {
        Contact alice = approver("alice@customer.example");
        charged(alice, 30, "2026-03-10T08:00:00Z");
        assertThat(bills().billDue(MARCH_IS_DUE)).isOne();
        contract(alice, "H-1", "2026-02-10");
        charged(alice, 45, "2026-04-05T08:00:00Z");
        turn(alice, "H-1", "2026-04-20T08:00:00Z");
        turn(alice, "H-1", "2026-04-20T08:00:00Z");
        assertThat(demanded(alice.customer(), "H-1")).containsExactly(Invoice.demand(ON_DEMAND, 45));
    }

    @Test
    default void h05CyclesOfTwoContractsThatMeetInAMonthBillItsWorkOnce() {
        Contact alice = approver("alice@customer.example");
        inCalendarMonths(alice, "H-1", new Term(LocalDate.parse("2026-02-20"), 1));
        inCalendarMonths(alice, "H-2", new Term(LocalDate.parse("2026-03-20"), null));
        charged(alice, 30, "2026-03-19T08:00:00Z");
        charged(alice, 45, "2026-03-21T08:00:00Z");
        turn(alice, "H-1", "2026-05-20T08:00:00Z");
        turn(alice, "H-2", "2026-05-20T08:00:00Z");
        assertThat(Stream.of("H-1", "H-2")
                        .flatMap(contract -> demanded(alice.customer(), contract).stream())
                        .mapToLong(Invoice.Line::minutes)
                        .sum())
                .isEqualTo(75);
    }

    @Test
    default void h05WhatIsGivenBackLaterIsTakenOffTheInvoiceOfThatMonth() {
        Contact alice = approver("alice@customer.example");
        Ticket ticket = charged(alice, 60, "2026-03-10T08:00:00Z");
        givenBack(ticket, 30, "2026-04-10T08:00:00Z");
        assertThat(bills().billDue(Instant.parse("2026-05-10T08:00:00Z"))).isEqualTo(2);
        assertThat(made())
                .extracting(one -> one.invoice().total())
                .containsExactly(Deals.usd(-75_00), Deals.usd(150_00));
    }

    @Test
    default void nobodyWhoWasChargedNothingGetsAnInvoice() {
        Contact alice = approver("alice@customer.example");
        assertThat(bills().billDue(MARCH_IS_DUE)).isZero();
        givenBack(charged(alice, 60, "2026-03-10T08:00:00Z"), 60, "2026-03-11T08:00:00Z");
        assertThat(bills().billDue(MARCH_IS_DUE)).isZero();
        assertThat(made()).isEmpty();
    }
}
