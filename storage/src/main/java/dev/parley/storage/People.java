package dev.parley.storage;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.customer.SiteId;
import dev.parley.core.port.Transaction.Sighting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** The tables {@code customer}, {@code contact} and {@code approver}. */
final class People {
    static final int NAME_LENGTH_MAX = 500;
    private static final int LANGUAGE_LENGTH_MAX = 35;

    private static final String CONTACT = """
        select c.desk, c.number, c.customer, c.address, c.name, c.language, exists (
            select from approver a where a.desk = c.desk and a.contact = c.number and a.until is null) as approver
          from contact c
        """;

    private static final String APPROVERS = """
        select c.desk, c.number, c.customer, c.address, c.name, c.language, true as approver
          from contact c
          join approver a on a.desk = c.desk and a.contact = c.number and a.until is null
         where c.desk = ? and c.customer = ? order by c.number
        """;

    private static final String BY_ADDRESS = CONTACT + "where c.desk = ? and c.address = ?";

    private final Statements statements;

    People(Statements statements) {
        this.statements = statements;
    }

    Optional<Contact> byAddress(String desk, String address) {
        return first(BY_ADDRESS, desk, address(address));
    }

    Optional<Contact> contact(ContactId id) {
        return first(CONTACT + "where c.desk = ? and c.number = ?", id.desk(), id.number());
    }

    /** The sender of a message with their customer, and whether the message was kept before. */
    Sighting sighting(String desk, String key, String address) {
        return one(
                """
                    select exists (select from message where desk = ? and evidence = ?) as seen, who.*
                      from (values (true)) as always
                      left join (
                    """ + BY_ADDRESS + ") as who on true",
                (row, _) -> new Sighting(
                        row.getBoolean("seen"),
                        row.getString("address") == null ? Optional.empty() : Optional.of(contact(row))),
                desk,
                Columns.id(key),
                desk,
                address(address));
    }

    List<Contact> contacts(CustomerId customer) {
        return many(
                CONTACT + "where c.desk = ? and c.customer = ? order by c.address", customer.desk(), customer.number());
    }

    List<Contact> approvers(CustomerId customer) {
        return many(APPROVERS, customer.desk(), customer.number());
    }

    static Statements.Query<Contact> approversOf(CustomerId customer) {
        return new Statements.Query<>(APPROVERS, (row, _) -> contact(row), customer.desk(), customer.number());
    }

    List<Site> sites(CustomerId customer) {
        return apart(
                "select number, name from site where desk = ? and customer = ? order by number",
                (row, _) -> new Site(new SiteId(customer, row.getLong("number")), Columns.string(row, "name")),
                customer.desk(),
                customer.number());
    }

    private Optional<Contact> first(String sql, Object... arguments) {
        return many(sql, arguments).stream().findFirst();
    }

    private List<Contact> many(String sql, Object... arguments) {
        return apart(sql, (row, _) -> contact(row), arguments);
    }

    /** Nothing about people ever waits to be written, so that looking at them leaves other writes waiting. */
    private <T> List<T> apart(String sql, RowMapper<T> mapper, Object... arguments) {
        Statements.Query<T> query = new Statements.Query<>(sql, mapper, arguments);
        statements.apart(query);
        return query.rows();
    }

    Optional<Customer> customer(CustomerId id) {
        return apart(
                        "select desk, number, name, provisional, pre_agreed_up_to from customer "
                                + "where desk = ? and number = ?",
                        (row, _) -> customer(row),
                        id.desk(),
                        id.number())
                .stream()
                .findFirst();
    }

    CustomerId create(String desk, String name, boolean provisional, Instant at) {
        return one(
                "insert into customer (desk, name, provisional, since) values (?, ?, ?, ?) returning number",
                (row, _) -> new CustomerId(desk, row.getLong("number")),
                desk,
                Columns.cut(name, NAME_LENGTH_MAX),
                provisional,
                Columns.time(at));
    }

    ContactId addContact(CustomerId customer, String address, Called called, Instant at) {
        return one(
                "insert into contact (desk, customer, address, name, language, since) values (?, ?, ?, ?, ?, ?) "
                        + "returning number",
                (row, _) -> new ContactId(customer.desk(), row.getLong("number")),
                customer.desk(),
                customer.number(),
                address(address),
                called.orElse(address),
                called.tag(),
                Columns.time(at));
    }

    /** A customer with one contact, at an address that was locked. */
    Contact introduce(String desk, String address, Called called, Instant at) {
        return one(
                """
                with made as (
                  insert into customer (desk, name, provisional, since) values (?, ?, true, ?) returning desk, number),
                joined as (
                  insert into contact (desk, customer, address, name, language, since)
                  select desk, number, ?, ?, ?, ? from made
                  returning desk, number, customer, address, name, language)
                select joined.*, false as approver from joined
                """,
                (row, _) -> contact(row),
                desk,
                called.orElse(address),
                Columns.time(at),
                address(address),
                called.orElse(address),
                called.tag(),
                Columns.time(at));
    }

    private <T> T one(String sql, RowMapper<T> mapper, Object... arguments) {
        return apart(sql, mapper, arguments).getFirst();
    }

    /** Whoever adds this address next waits until this transaction ends; empty if nobody had added it before. */
    Optional<Contact> lockAddress(String desk, String address) {
        Statements.Query<Boolean> lock = new Statements.Query<>(
                "select true from pg_advisory_xact_lock(hashtextextended(?, 0))",
                (row, _) -> row.getBoolean(1),
                "contact " + desk + " " + address(address));
        Statements.Query<Contact> known =
                new Statements.Query<>(BY_ADDRESS, (row, _) -> contact(row), desk, address(address));
        statements.apart(lock, known);
        return known.rows().stream().findFirst();
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
