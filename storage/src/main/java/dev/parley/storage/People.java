package dev.parley.storage;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** The tables {@code customer}, {@code contact} and {@code approver}. */
final class People {
    static final int NAME_LENGTH_MAX = 500;
    private static final int LANGUAGE_LENGTH_MAX = 35;

    private static final String CONTACT = """
        select c.desk, c.number, c.customer, c.address, c.name, c.language, exists (
            select from approver a where a.desk = c.desk and a.contact = c.number and a.until is null) as approver
          from contact c
        """;

    private final JdbcOperations jdbc;

    People(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Contact> byAddress(String desk, String address) {
        return one(CONTACT + "where c.desk = ? and c.address = ?", desk, address(address));
    }

    Optional<Contact> contact(ContactId id) {
        return one(CONTACT + "where c.desk = ? and c.number = ?", id.desk(), id.number());
    }

    List<Contact> contacts(CustomerId customer) {
        return many(
                CONTACT + "where c.desk = ? and c.customer = ? order by c.address", customer.desk(), customer.number());
    }

    List<Contact> approvers(CustomerId customer) {
        return many("""
            select c.desk, c.number, c.customer, c.address, c.name, c.language, true as approver
              from contact c
              join approver a on a.desk = c.desk and a.contact = c.number and a.until is null
             where c.desk = ? and c.customer = ? order by c.number
            """, customer.desk(), customer.number());
    }

    private Optional<Contact> one(String sql, Object... arguments) {
        return many(sql, arguments).stream().findFirst();
    }

    private List<Contact> many(String sql, Object... arguments) {
        return jdbc.query(sql, (row, _) -> contact(row), arguments);
    }

    Optional<Customer> customer(CustomerId id) {
        return jdbc
                .query(
                        "select desk, number, name, provisional, pre_agreed_up_to from customer "
                                + "where desk = ? and number = ?",
                        (row, _) -> customer(row),
                        id.desk(),
                        id.number())
                .stream()
                .findFirst();
    }

    CustomerId create(String desk, String name, boolean provisional, Instant at) {
        Long number = jdbc.queryForObject(
                "insert into customer (desk, name, provisional, since) values (?, ?, ?, ?) returning number",
                Long.class,
                desk,
                Columns.cut(name, NAME_LENGTH_MAX),
                provisional,
                Columns.time(at));
        return new CustomerId(desk, Objects.requireNonNull(number));
    }

    ContactId addContact(CustomerId customer, String address, Called called, Instant at) {
        Long number = jdbc.queryForObject(
                "insert into contact (desk, customer, address, name, language, since) values (?, ?, ?, ?, ?, ?) "
                        + "returning number",
                Long.class,
                customer.desk(),
                customer.number(),
                address(address),
                called.orElse(address),
                called.tag(),
                Columns.time(at));
        return new ContactId(customer.desk(), Objects.requireNonNull(number));
    }

    /** Whoever adds this address next waits until this transaction ends. */
    void lockAddress(String desk, String address) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                _ -> {},
                "contact " + desk + " " + address(address));
    }

    static String address(String address) {
        return Columns.id(address.toLowerCase(Locale.ROOT));
    }

    static Contact contact(ResultSet row) throws SQLException {
        String desk = Columns.string(row, "desk");
        return new Contact(
                new ContactId(desk, row.getLong("number")),
                new CustomerId(desk, row.getLong("customer")),
                Columns.string(row, "address"),
                Columns.string(row, "name"),
                row.getBoolean("approver"),
                Locale.forLanguageTag(Columns.string(row, "language")));
    }

    static Customer customer(ResultSet row) throws SQLException {
        return new Customer(
                new CustomerId(Columns.string(row, "desk"), row.getLong("number")),
                Columns.string(row, "name"),
                row.getBoolean("provisional"),
                Columns.longOrNull(row, "pre_agreed_up_to"));
    }

    /** What to call a person, "" if unknown, and in which language to write. */
    record Called(String name, String language) {
        String orElse(String address) {
            return Columns.cut(name.isBlank() ? address(address) : name, NAME_LENGTH_MAX);
        }

        String tag() {
            return language.isEmpty() ? "und" : Columns.cut(language, LANGUAGE_LENGTH_MAX);
        }
    }
}
