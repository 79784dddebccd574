package dev.parley.storage;

import dev.parley.core.port.ChatPeople;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Transaction.AuditLine;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code staff_address} and {@code chat_person}. */
final class PostgresChatPeople implements ChatPeople {
    private final Transactions transactions;

    PostgresChatPeople(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void reachable(String desk, String login, String address, By by) {
        String known = address.strip().toLowerCase(Locale.ROOT);
        transactions.run(jdbc -> {
            Optional<String> other = owner(jdbc, desk, known).filter(owner -> !owner.equals(login));
            if (other.isPresent()) {
                throw new IllegalArgumentException(known + " is the address of " + other.get() + "; give another one");
            }
            int _ = jdbc.update("""
                insert into staff_address (desk, login, address) values (?, ?, ?)
                on conflict (desk, login) do update set address = excluded.address
                """, desk, login, known);
            AuditRows.write(
                    jdbc, new AuditLine(desk, by.actor(), "staff " + login, "reached at " + known, "", "", by.at()));
            return known;
        });
    }

    @Override
    public Optional<String> byAddress(String desk, String address) {
        return transactions.run(jdbc -> owner(jdbc, desk, address.strip().toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> owner(JdbcTemplate jdbc, String desk, String address) {
        return jdbc
                .query(
                        "select login from staff_address where desk = ? and address = ?",
                        (row, _) -> Columns.string(row, "login"),
                        desk,
                        address)
                .stream()
                .findFirst();
    }

    @Override
    public void link(String desk, String account, String login, Instant at) {
        transactions.run(jdbc -> jdbc.update("""
            insert into chat_person (desk, account, login, linked_at) values (?, ?, ?, ?)
            on conflict (desk, account) do update set login = excluded.login, linked_at = excluded.linked_at
            """, desk, account, login, Columns.time(at)));
    }

    @Override
    public Optional<String> byAccount(String desk, String account) {
        return transactions.run(jdbc -> jdbc
                .query(
                        "select login from chat_person where desk = ? and account = ?",
                        (row, _) -> Columns.string(row, "login"),
                        desk,
                        account)
                .stream()
                .findFirst());
    }
}
