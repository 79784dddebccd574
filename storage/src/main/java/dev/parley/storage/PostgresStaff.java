package dev.parley.storage;

import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Transaction.AuditLine;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code staff}. A token is 32 random bytes, so its plain hash cannot be searched for. */
final class PostgresStaff implements Staff {
    /** Tells what it is wherever it is found, and never begins with a dash, which would make it an option. */
    private static final String TOKEN_PREFIX = "parley_";

    private static final int TOKEN_BYTES = 32;

    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    PostgresStaff(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String enroll(Person person, By by) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = TOKEN_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String[] roles = person.roles().stream().map(Role::name).sorted().toArray(String[]::new);
        return transactions.run(jdbc -> {
            jdbc.update(
                    """
                    insert into staff (desk, login, name, roles, token_hash, active, since)
                    values (?, ?, ?, ?, ?, true, ?) on conflict (desk, login) do update
                      set name = excluded.name, roles = excluded.roles, token_hash = excluded.token_hash, active = true
                    """,
                    person.desk(),
                    person.login(),
                    person.name(),
                    roles,
                    Columns.sha256(token),
                    Columns.time(by.at()));
            audit(jdbc, person.desk(), person.login(), "enrolled as " + String.join(", ", roles), by);
            return token;
        });
    }

    @Override
    public void dismiss(String desk, String login, By by) {
        transactions.run(jdbc -> {
            int gone =
                    jdbc.update("update staff set active = false where desk = ? and login = ? and active", desk, login);
            if (gone > 0) {
                audit(jdbc, desk, login, "dismissed", by);
            }
            return gone;
        });
    }

    private static void audit(JdbcTemplate jdbc, String desk, String login, String what, By by) {
        AuditRows.write(jdbc, new AuditLine(desk, by.actor(), "staff " + login, what, "", "", by.at()));
    }

    @Override
    public Optional<Person> byToken(String token) {
        return transactions.run(jdbc -> jdbc
                .query(
                        "select desk, login, name, roles from staff where token_hash = ? and active",
                        (row, _) -> person(row),
                        Columns.sha256(token))
                .stream()
                .findFirst());
    }

    @Override
    public List<Person> list(String desk) {
        return transactions.run(jdbc -> jdbc.query(
                "select desk, login, name, roles from staff where desk = ? and active order by login",
                (row, _) -> person(row),
                desk));
    }

    private static Person person(ResultSet row) throws SQLException {
        Set<Role> roles =
                Columns.strings(row, "roles").stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Person(
                Columns.string(row, "desk"), Columns.string(row, "login"), Columns.string(row, "name"), roles);
    }
}
