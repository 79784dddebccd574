package dev.parley.storage;

import dev.parley.core.port.AcknowledgementCap;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** The table {@code acknowledgement}. It only has rows the caps allowed, so counting them is short. */
final class Acknowledgements {
    private final JdbcOperations jdbc;

    Acknowledgements(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** One desk's are counted by one transaction at a time, or two processes would each see room for the last one. */
    Optional<AcknowledgementCap> count(String desk, String address, List<AcknowledgementCap> caps, Instant now) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('acknowledgement ' || ?, 0))",
                _ -> {
                    // Nothing to read: the lock is what was asked for.
                },
                desk);
        String to = People.address(address);
        for (AcknowledgementCap cap : caps) {
            if (sent(desk, to, cap, now) >= cap.count()) {
                return Optional.of(cap);
            }
        }
        jdbc.update(
                "insert into acknowledgement (desk, address, domain, at) values (?, ?, ?, ?)",
                desk,
                to,
                domain(to),
                Columns.time(now));
        return Optional.empty();
    }

    private long sent(String desk, String address, AcknowledgementCap cap, Instant now) {
        String scope = switch (cap.of()) {
            case ADDRESS -> " and address = ?";
            case DOMAIN -> " and domain = ?";
            case DESK -> " and desk = ?";
        };
        String whose = switch (cap.of()) {
            case ADDRESS -> address;
            case DOMAIN -> domain(address);
            case DESK -> desk;
        };
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from acknowledgement where desk = ? and at > ?" + scope,
                Long.class,
                desk,
                Columns.time(now.minus(cap.within())),
                whose));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
