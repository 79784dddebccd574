package dev.parley.testkit;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Customers.Linked;
import dev.parley.core.port.Customers.Person;
import dev.parley.core.port.LedgerRefusal;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the contracts of all storage ports share: an empty storage for every test, and ways to fill it. */
public interface StorageContract {
    /** When every contract begins: a Monday morning. */
    Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /** Long enough for every worker of a test. */
    Duration LEASE = Duration.ofSeconds(30);

    /** A staff member. */
    Actor.Staff AGENT = new Actor.Staff("kim");

    /** The storage of this test, the same at every call, empty at first. */
    Ports ports();

    /** A customer with one approver who writes from {@code address}. */
    default Contact approver(String address) {
        By by = new By(AGENT, NOW);
        CustomerId customer = ports().customers().create(Desks.SUPPORT, "Customer of " + address, by);
        Person person = new Person(address, "Alice", Locale.ENGLISH);
        Linked linked = ports().customers().link(customer, person, by);
        Contact contact = ((Linked.Done) linked).contact();
        ports().customers().approver(contact.id(), true, by);
        return ports().store().transact(tx -> tx.contact(contact.id()));
    }

    /** Credits were bought. */
    default void pay(CustomerId customer, long amount, String reference) {
        Grant grant = new Grant(WalletKey.of(customer, Unit.CREDIT), amount, reference, 10_000, new Actor.Desk(), NOW);
        ports().store().transact(tx -> tx.grant(grant));
    }

    /** Creates a ticket, nothing decided yet. */
    default Ticket created(Contact requester) {
        return ports().store().transact(tx -> {
            Ticket ticket = Tickets.created(tx.nextTicketNumber(requester.id().desk()), requester, NOW);
            tx.create(ticket);
            return ticket;
        });
    }

    /** Locks, decides, applies; the ledger's refusal if there was one. */
    default Optional<LedgerRefusal> act(TicketId id, Function<Ticket, Decision> rules) {
        return ports().store().transact(tx -> {
            Ticket ticket = tx.lock(id).orElseThrow();
            return tx.apply(ticket, rules.apply(ticket), AGENT, NOW);
        });
    }

    /** A ticket with a quote of {@code amount} that waits for a yes. */
    default Ticket quoted(Contact requester, long amount) {
        Ticket ticket = created(requester);
        act(ticket.id(), locked -> Tickets.quoted(locked, amount, NOW));
        return read(ticket.id());
    }

    /** The ticket as it is now. */
    default Ticket read(TicketId id) {
        return view(id).ticket();
    }

    /** The ticket with everything on it. */
    default TicketReads.View view(TicketId id) {
        return ports().tickets().find(id).orElseThrow();
    }

    /** Everybody who may agree now. */
    default List<Contact> approversOf(CustomerId customer) {
        return ports().store().transact(tx -> tx.approvers(customer));
    }

    /** True if this grant was new. */
    default boolean granted(Grant grant) {
        return ports().store().transact(tx -> tx.grant(grant));
    }

    /** The funds as a decision sees them. */
    default Funds lockedFunds(CustomerId customer) {
        return ports().store().transact(tx -> tx.lockFunds(WalletKey.of(customer, Unit.CREDIT)));
    }

    /** The ticket as a decision sees it. */
    default Optional<Ticket> locked(TicketId id) {
        return ports().store().transact(tx -> tx.lock(id));
    }

    /** Who has this address. */
    default Optional<Contact> contact(String desk, String address) {
        return ports().store().transact(tx -> tx.contact(desk, address));
    }

    /** The contact by id. */
    default Contact contact(ContactId id) {
        return ports().store().transact(tx -> tx.contact(id));
    }

    /** The customer by id. */
    default Customer customer(CustomerId id) {
        return ports().store().transact(tx -> tx.customer(id));
    }

    /** Tickets that wait for credits. */
    default List<TicketId> waitingForFunds(CustomerId customer) {
        return ports().store().transact(tx -> tx.waitingForFunds(WalletKey.of(customer, Unit.CREDIT)));
    }

    /** True if the message was kept. */
    default boolean seen(String desk, String key) {
        return ports().store().transact(tx -> tx.sighting(desk, key, "").seen());
    }
}
