package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Customers.Linked;
import dev.parley.core.port.Customers.Person;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.TicketReads.Filter;
import dev.parley.core.port.TicketReads.Line;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.Triage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code Customers}, {@code Staff} and {@code TicketReads} promise: the desk's daily administration. */
public interface DeskContract extends StorageContract {

    private By by() {
        return new By(AGENT, NOW);
    }

    private Contact stranger(String address) {
        return ports().store().transact(tx -> tx.introduce(Desks.SUPPORT, address, "", "en"));
    }

    private Linked link(CustomerId customer, String address) {
        return ports().customers().link(customer, new Person(address, "Alice", Locale.ENGLISH), by());
    }

    @Test
    default void aCustomerIsFoundWithItsContactsAndAudited() {
        Contact alice = approver("alice@customer.example");
        Customer customer = ports().customers().find(alice.customer()).orElseThrow();
        assertThat(customer)
                .isEqualTo(new Customer(alice.customer(), "Customer of alice@customer.example", false, null));
        assertThat(ports().customers().contacts(alice.customer())).containsExactly(alice);
        assertThat(ports().tickets()
                        .audit(Desks.SUPPORT, "customer " + alice.customer().number(), 9))
                .hasSize(3)
                .allMatch(line -> line.actor().equals(AGENT));
        assertThat(ports().customers()
                        .find(new CustomerId(Desks.SALES, alice.customer().number())))
                .isEmpty();
    }

    @Test
    default void approversAreThoseOfTheCustomerNow() {
        Contact alice = approver("alice@customer.example");
        link(alice.customer(), "bob@customer.example");
        approver("carol@other.example");
        assertThat(approversOf(alice.customer())).containsExactly(alice);
        ports().customers().approver(alice.id(), false, by());
        assertThat(approversOf(alice.customer())).isEmpty();
        ports().customers().approver(alice.id(), true, by());
        ports().customers().approver(alice.id(), true, by());
        assertThat(approversOf(alice.customer())).containsExactly(alice);
    }

    @Test
    default void anAddressBelongsToOneCustomer() {
        Contact alice = approver("alice@customer.example");
        Contact carol = approver("carol@other.example");
        assertThat(link(carol.customer(), "Alice@customer.example")).isEqualTo(new Linked.BelongsTo(alice.customer()));
        assertThat(link(alice.customer(), "alice@customer.example")).isEqualTo(new Linked.Done(alice));
    }

    @Test
    default void aStrangerMovesToTheCustomerWithTheirTickets() {
        Contact alice = approver("alice@customer.example");
        Contact newcomer = stranger("new@customer.example");
        Ticket ticket = created(newcomer);
        assertThat(link(alice.customer(), "new@customer.example")).isInstanceOf(Linked.Done.class);
        assertThat(read(ticket.id()).customer()).isEqualTo(alice.customer());
        assertThat(read(ticket.id()).version()).isEqualTo(ticket.version() + 1);
    }

    @Test
    default void aStrangerWhoWasQuotedAPriceStays() {
        Contact alice = approver("alice@customer.example");
        Contact newcomer = stranger("new@customer.example");
        quoted(newcomer, 10);
        assertThat(link(alice.customer(), "new@customer.example")).isEqualTo(new Linked.BelongsTo(newcomer.customer()));
        ports().customers().vouch(newcomer.customer(), "New Ltd", by());
        assertThat(ports().customers().find(newcomer.customer()))
                .contains(new Customer(newcomer.customer(), "New Ltd", false, null));
    }

    @Test
    default void aStandingPreAgreementIsGivenAndTaken() {
        CustomerId id = approver("alice@customer.example").customer();
        ports().customers().preAgree(id, 30L, by());
        assertThat(customer(id).preAgreedUpTo()).isEqualTo(30);
        ports().customers().preAgree(id, null, by());
        assertThat(customer(id).preAgreedUpTo()).isNull();
    }

    @Test
    default void customersArePaged() {
        CustomerId first = approver("alice@customer.example").customer();
        CustomerId second = approver("bob@other.example").customer();
        assertThat(ports().customers().list(Desks.SUPPORT, 0, 1))
                .extracting(Customer::id)
                .containsExactly(first);
        assertThat(ports().customers().list(Desks.SUPPORT, first.number(), 9))
                .extracting(Customer::id)
                .containsExactly(second);
    }

    @Test
    default void aTokenOpensTheDeskUntilItIsRenewedOrTaken() {
        Staff.Person kim = new Staff.Person(Desks.SUPPORT, "kim", "Kim", Set.of(Role.AGENT, Role.BILLING));
        String token = ports().staff().enroll(kim, by());
        assertThat(ports().staff().byToken(token)).contains(kim);
        assertThat(ports().staff().byToken(token + "x")).isEmpty();
        assertThat(ports().staff().byToken("")).isEmpty();
        String renewed = ports().staff().enroll(kim, by());
        assertThat(ports().staff().byToken(token)).isEmpty();
        assertThat(ports().staff().byToken(renewed)).contains(kim);
        assertThat(ports().staff().list(Desks.SUPPORT)).containsExactly(kim);
        ports().staff().dismiss(Desks.SUPPORT, "kim", by());
        ports().staff().dismiss(Desks.SUPPORT, "nobody", by());
        assertThat(ports().staff().byToken(renewed)).isEmpty();
        assertThat(ports().staff().list(Desks.SUPPORT)).isEmpty();
    }

    @Test
    default void ticketsAreListedNewestFirstByStateCustomerAndPage() {
        Contact alice = approver("alice@customer.example");
        Contact carol = approver("carol@other.example");
        Ticket one = created(alice);
        Ticket two = quoted(alice, 10);
        Ticket three = created(carol);
        assertThat(list(Filter.newest(Desks.SUPPORT, 9))).containsExactly(three.id(), two.id(), one.id());
        assertThat(list(new Filter(
                        Desks.SUPPORT, Set.of(), null, false, three.id().number(), 1)))
                .containsExactly(two.id());
        assertThat(list(new Filter(Desks.SUPPORT, Set.of(StateName.QUOTED), null, false, Long.MAX_VALUE, 9)))
                .containsExactly(two.id());
        assertThat(list(new Filter(Desks.SUPPORT, Set.of(), alice.customer(), false, Long.MAX_VALUE, 9)))
                .containsExactly(two.id(), one.id());
        assertThat(list(Filter.newest(Desks.SALES, 9))).isEmpty();
        Line line = ports().tickets().list(Filter.newest(Desks.SUPPORT, 1)).getFirst();
        assertThat(line)
                .isEqualTo(new Line(
                        three.id(),
                        "Printing fails",
                        StateName.NEW,
                        "Customer of carol@other.example",
                        "carol@other.example",
                        false,
                        NOW,
                        null,
                        Triage.untouched(three.id()),
                        List.of()));
    }

    private List<TicketId> list(Filter filter) {
        return ports().tickets().list(filter).stream().map(Line::id).toList();
    }
}
