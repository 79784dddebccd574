package dev.parley.storage;

import dev.parley.core.port.AcknowledgementCap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table {@code acknowledgement}. It only has rows the caps allowed, so counting them is short. */
final class Acknowledgements {
    private final Statements statements;

    Acknowledgements(Statements statements) {
        this.statements = statements;
    }

    /** One desk's are counted by one transaction at a time, or two processes would each see room for the last one. */
    Optional<AcknowledgementCap> count(String desk, String address, List<AcknowledgementCap> caps, Instant now) {
        String to = People.address(address);
        List<Statements.Query<Long>> counts =
                caps.stream().map(cap -> sent(desk, to, cap, now)).toList();
        statements.flush();
        statements.apart(Stream.concat(Stream.of(lock(desk)), counts.stream()).toArray(Statements.Query<?>[]::new));
        for (int i = 0; i < caps.size(); i++) {
            if (counts.get(i).rows().getFirst() >= caps.get(i).count()) {
                return Optional.of(caps.get(i));
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

    /** Goes first: what is counted after it is counted as it is once the lock is held. */
    private static Statements.Query<Boolean> lock(String desk) {
        return new Statements.Query<>(
                "select true from pg_advisory_xact_lock(hashtextextended('acknowledgement ' || ?, 0))",
                (row, _) -> row.getBoolean(1),
                desk);
    }

    private static Statements.Query<Long> sent(String desk, String address, AcknowledgementCap cap, Instant now) {
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
        return new Statements.Query<>(
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
