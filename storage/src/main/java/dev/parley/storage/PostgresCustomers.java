package dev.parley.storage;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.customer.SiteId;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Transaction.AuditLine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Customers and contacts as staff change them, each change with its audit line. */
final class PostgresCustomers implements Customers {
    private final Transactions transactions;

    PostgresCustomers(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public CustomerId create(String desk, String name, By by) {
        return transactions.run(jdbc -> {
            CustomerId id = new People(new Statements(jdbc)).create(desk, name, false, by.at());
            audit(jdbc, id, new Change("created", "", name), by);
            return id;
        });
    }

    @Override
    public void vouch(CustomerId customer, String name, By by) {
        transactions.run(jdbc -> {
            Customer old = locked(jdbc, customer);
            jdbc.update(
                    "update customer set name = ?, provisional = false where desk = ? and number = ?",
                    Columns.cut(name, People.NAME_LENGTH_MAX),
                    customer.desk(),
                    customer.number());
            return audit(jdbc, customer, new Change("vouched for", old.name(), name), by);
        });
    }

    @Override
    public Linked link(CustomerId customer, Person person, By by) {
        return transactions.run(jdbc -> {
            People people = new People(new Statements(jdbc));
            Optional<Contact> known = people.lockAddress(customer.desk(), person.address());
            locked(jdbc, customer);
            if (known.isEmpty()) {
                String language = person.language().toLanguageTag();
                People.Called called = new People.Called(person.name(), language);
                ContactId added = people.addContact(customer, person.address(), called, by.at());
                return linked(jdbc, customer, people.contact(added).orElseThrow(), by);
            }
            if (known.get().customer().equals(customer)) {
                return new Linked.Done(known.get());
            }
            return move(jdbc, known.get(), customer, new Moved(person, by));
        });
    }

    private Linked move(JdbcTemplate jdbc, Contact contact, CustomerId customer, Moved moved) {
        CustomerId old = contact.customer();
        List<Long> tickets = jdbc.query(
                "select number from ticket where desk = ? and customer = ? order by number for no key update",
                (row, _) -> row.getLong("number"),
                old.desk(),
                old.number());
        if (!locked(jdbc, old).provisional() || quoted(jdbc, old)) {
            return new Linked.BelongsTo(old);
        }
        if (!tickets.isEmpty()) {
            jdbc.update(
                    "update ticket set customer = ?, version = version + 1 where desk = ? and customer = ?",
                    customer.number(),
                    old.desk(),
                    old.number());
        }
        People.Called called =
                new People.Called(moved.person.name(), moved.person.language().toLanguageTag());
        jdbc.update(
                "update contact set customer = ?, name = ?, language = ? where desk = ? and number = ?",
                customer.number(),
                called.orElse(contact.address()),
                called.tag(),
                old.desk(),
                contact.id().number());
        Contact now = new People(new Statements(jdbc)).contact(contact.id()).orElseThrow();
        return linked(jdbc, customer, now, moved.by);
    }

    private static boolean quoted(JdbcTemplate jdbc, CustomerId customer) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
            select exists (select from ticket t join ledger.quote q on q.desk = t.desk and q.ticket = t.number
                            where t.desk = ? and t.customer = ?)
            """, Boolean.class, customer.desk(), customer.number()));
    }

    private static Linked linked(JdbcTemplate jdbc, CustomerId customer, Contact contact, By by) {
        audit(jdbc, customer, new Change("contact linked", "", contact.address()), by);
        return new Linked.Done(contact);
    }

    @Override
    public void approver(ContactId contact, boolean approver, By by) {
        transactions.run(jdbc -> {
            jdbc.queryForObject(
                    "select number from contact where desk = ? and number = ? for no key update",
                    Long.class,
                    contact.desk(),
                    contact.number());
            Contact old = new People(new Statements(jdbc)).contact(contact).orElseThrow();
            if (approver != old.approver()) {
                jdbc.update(
                        approver
                                ? "insert into approver (since, desk, contact) values (?, ?, ?)"
                                : "update approver set until = ? where desk = ? and contact = ? and until is null",
                        Columns.time(by.at()),
                        contact.desk(),
                        contact.number());
            }
            String before = Boolean.toString(old.approver());
            Change change = new Change("approver " + old.address(), before, Boolean.toString(approver));
            return audit(jdbc, old.customer(), change, by);
        });
    }

    @Override
    public SiteId addSite(CustomerId customer, String name, By by) {
        return transactions.run(jdbc -> {
            locked(jdbc, customer);
            Long number = jdbc.queryForObject(
                    "insert into site (desk, customer, name, since) values (?, ?, ?, ?) returning number",
                    Long.class,
                    customer.desk(),
                    customer.number(),
                    Columns.cut(name, People.NAME_LENGTH_MAX),
                    Columns.time(by.at()));
            audit(jdbc, customer, new Change("site added", "", name), by);
            return new SiteId(customer, Objects.requireNonNull(number));
        });
    }

    @Override
    public List<Site> sites(CustomerId customer) {
        return transactions.run(jdbc -> new People(new Statements(jdbc)).sites(customer));
    }

    @Override
    public void workBy(CustomerId customer, String calendar, By by) {
        transactions.run(jdbc -> {
            locked(jdbc, customer);
            String before = calendar(jdbc, customer);
            jdbc.update(
                    """
                    insert into customer_calendar (desk, customer, nth, calendar, since, made_by)
                    select ?, ?, 1 + count(*), ?, ?, ? from customer_calendar where desk = ? and customer = ?
                    """,
                    customer.desk(),
                    customer.number(),
                    calendar,
                    Columns.time(by.at()),
                    Postings.actor(by.actor()),
                    customer.desk(),
                    customer.number());
            return audit(jdbc, customer, new Change("calendar", before, calendar), by);
        });
    }

    @Override
    public String calendar(CustomerId customer) {
        return transactions.run(jdbc -> calendar(jdbc, customer));
    }

    private static String calendar(JdbcTemplate jdbc, CustomerId customer) {
        return jdbc
                .query(
                        "select calendar from customer_calendar where desk = ? and customer = ? order by nth desc"
                                + " limit 1",
                        (row, _) -> Columns.string(row, "calendar"),
                        customer.desk(),
                        customer.number())
                .stream()
                .findFirst()
                .orElse("");
    }

    @Override
    public void preAgree(CustomerId customer, @Nullable Long upTo, By by) {
        transactions.run(jdbc -> {
            Customer old = locked(jdbc, customer);
            jdbc.update(
                    "update customer set pre_agreed_up_to = ? where desk = ? and number = ?",
                    upTo,
                    customer.desk(),
                    customer.number());
            String before = String.valueOf(old.preAgreedUpTo());
            return audit(jdbc, customer, new Change("pre-agreed up to", before, String.valueOf(upTo)), by);
        });
    }

    private static Customer locked(JdbcTemplate jdbc, CustomerId id) {
        jdbc.query(
                "select from customer where desk = ? and number = ? for no key update",
                _ -> {},
                id.desk(),
                id.number());
        return new People(new Statements(jdbc))
                .customer(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no customer " + id.number()));
    }

    @Override
    public Optional<Customer> find(CustomerId customer) {
        return transactions.run(jdbc -> new People(new Statements(jdbc)).customer(customer));
    }

    @Override
    public List<Contact> contacts(CustomerId customer) {
        return transactions.run(jdbc -> new People(new Statements(jdbc)).contacts(customer));
    }

    @Override
    public List<Customer> list(String desk, long after, int max) {
        return transactions.run(
                jdbc -> jdbc.query("""
                    select desk, number, name, provisional, pre_agreed_up_to from customer
                     where desk = ? and number > ? order by number limit ?
                    """, (row, _) -> People.customer(row), desk, after, Math.min(max, PAGE_MAX)));
    }

    private static boolean audit(JdbcTemplate jdbc, CustomerId customer, Change change, By by) {
        String subject = "customer " + customer.number();
        AuditRows.write(
                jdbc,
                new AuditLine(customer.desk(), by.actor(), subject, change.what, change.before, change.after, by.at()));
        return true;
    }

    private record Change(String what, String before, String after) {}

    private record Moved(Person person, By by) {}
}
