package dev.parley.testkit;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.customer.SiteId;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.ticket.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Customers in memory. */
final class InMemoryCustomers implements Customers {
    private final Memory memory;

    InMemoryCustomers(Memory memory) {
        this.memory = memory;
    }

    @Override
    public CustomerId create(String desk, String name, By by) {
        return memory.atomically(() -> {
            CustomerId id = new CustomerId(desk, memory.nextId());
            put(new Customer(id, name, false, null));
            audit(id, "created", "", name, by);
            return id;
        });
    }

    @Override
    public void vouch(CustomerId customer, String name, By by) {
        memory.atomically(() -> {
            Customer old = memory.customers.get(customer);
            put(new Customer(customer, name, false, old.preAgreedUpTo()));
            audit(customer, "vouched for", old.name(), name, by);
            return customer;
        });
    }

    @Override
    public Linked link(CustomerId customer, Person person, By by) {
        return memory.atomically(() -> {
            memory.customers.get(customer);
            Optional<Contact> known = memory.contact(customer.desk(), person.address());
            if (known.isEmpty()) {
                return linked(new ContactId(customer.desk(), memory.nextId()), customer, person, by);
            }
            Contact contact = known.get();
            if (contact.customer().equals(customer)) {
                return new Linked.Done(contact);
            }
            return move(contact, customer, person, by);
        });
    }

    private Linked move(Contact contact, CustomerId customer, Person person, By by) {
        List<Ticket> tickets = memory.tickets
                .rows()
                .filter(t -> t.customer().equals(contact.customer()))
                .toList();
        boolean quoted =
                tickets.stream().anyMatch(t -> !memory.ledger.offers(t.id()).isEmpty());
        if (!memory.customers.get(contact.customer()).provisional() || quoted) {
            return new Linked.BelongsTo(contact.customer());
        }
        tickets.forEach(t -> memory.tickets.put(t.id(), Memory.saved(t, customer, t.version() + 1)));
        return linked(contact.id(), customer, person, by);
    }

    private Linked linked(ContactId id, CustomerId customer, Person person, By by) {
        String address = person.address().toLowerCase(Locale.ROOT);
        String name = person.name().isEmpty() ? address : person.name();
        Contact contact = new Contact(id, customer, address, name, false, person.language());
        memory.contacts.put(id, contact);
        audit(customer, "contact linked", "", address, by);
        return new Linked.Done(contact);
    }

    @Override
    public void approver(ContactId id, boolean approver, By by) {
        memory.atomically(() -> {
            Contact old = memory.contacts.get(id);
            memory.contacts.put(
                    id, new Contact(id, old.customer(), old.address(), old.name(), approver, old.language()));
            String before = Boolean.toString(old.approver());
            audit(old.customer(), "approver " + old.address(), before, Boolean.toString(approver), by);
            return id;
        });
    }

    @Override
    public SiteId addSite(CustomerId customer, String name, By by) {
        return memory.atomically(() -> {
            memory.customers.get(customer);
            SiteId id = new SiteId(customer, memory.nextId());
            memory.sites.insert(id, new Site(id, name));
            audit(customer, "site added", "", name, by);
            return id;
        });
    }

    @Override
    public List<Site> sites(CustomerId customer) {
        return memory.atomically(() -> memory.sitesOf(customer));
    }

    @Override
    public void workBy(CustomerId customer, String calendar, By by) {
        memory.atomically(() -> {
            String before = memory.calendar(customer, Instant.MAX);
            memory.calendars.insert(memory.nextId(), new Memory.WorksBy(customer, calendar, by.at()));
            audit(customer, "calendar", before, calendar, by);
            return customer;
        });
    }

    @Override
    public String calendar(CustomerId customer) {
        return memory.atomically(() -> memory.calendar(customer, Instant.MAX));
    }

    @Override
    public void preAgree(CustomerId customer, @Nullable Long upTo, By by) {
        memory.atomically(() -> {
            Customer old = memory.customers.get(customer);
            put(new Customer(customer, old.name(), old.provisional(), upTo));
            audit(customer, "pre-agreed up to", String.valueOf(old.preAgreedUpTo()), String.valueOf(upTo), by);
            return customer;
        });
    }

    @Override
    public Optional<Customer> find(CustomerId customer) {
        return memory.atomically(() -> memory.customers.find(customer));
    }

    @Override
    public List<Contact> contacts(CustomerId customer) {
        return memory.atomically(() -> memory.contacts
                .rows()
                .filter(c -> c.customer().equals(customer))
                .sorted(Comparator.comparing(Contact::address))
                .toList());
    }

    @Override
    public List<Customer> list(String desk, long after, int max) {
        return memory.atomically(() -> memory.customers
                .rows()
                .filter(c -> c.id().desk().equals(desk) && c.id().number() > after)
                .limit(max)
                .toList());
    }

    private void put(Customer customer) {
        memory.customers.put(customer.id(), customer);
    }

    private void audit(CustomerId customer, String what, String before, String after, By by) {
        AuditLine line = new AuditLine(
                customer.desk(), by.actor(), "customer " + customer.number(), what, before, after, by.at());
        memory.audit.insert(memory.nextId(), line);
    }

    /** Somebody nobody knew, as a customer of his own who is to be looked at. */
    static Contact introduced(Memory memory, String desk, String address, String name, String language) {
        CustomerId customer = new CustomerId(desk, memory.nextId());
        String called = name.isEmpty() ? address.toLowerCase(Locale.ROOT) : name;
        memory.customers.insert(customer, new Customer(customer, called, true, null));
        ContactId id = new ContactId(desk, memory.nextId());
        Contact contact = new Contact(
                id, customer, address.toLowerCase(Locale.ROOT), called, false, Locale.forLanguageTag(language));
        memory.contacts.insert(id, contact);
        return contact;
    }
}
