package dev.parley.storage;

import dev.parley.core.port.AcknowledgementCap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code acknowledgement}. It only has rows the caps allowed, so counting them is short. */
final class Acknowledgements {
    private final Statements statements;

    Acknowledgements(Statements statements) {
        this.statements = statements;
    }

    /** One desk's are counted by one transaction at a time, or two processes would each see room for the last one. */
    Optional<AcknowledgementCap> count(String desk, String address, List<AcknowledgementCap> caps, Instant now) {
        boolean ignored = statements.one(
                "select true from pg_advisory_xact_lock(hashtextextended('acknowledgement ' || ?, 0))",
                (row, _) -> row.getBoolean(1),
                desk);
        String to = People.address(address);
        for (AcknowledgementCap cap : caps) {
            if (sent(desk, to, cap, now) >= cap.count()) {
                return Optional.of(cap);
            }
        }
        statements.later(
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
        return statements.one(
                "select count(*) from acknowledgement where desk = ? and at > ?" + scope,
                (row, _) -> row.getLong(1),
                desk,
                Columns.time(now.minus(cap.within())),
                whose);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
