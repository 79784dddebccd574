package dev.parley.storage;

import dev.parley.core.port.LedgerChain;
import dev.parley.core.port.Wallets.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The table {@code ledger.link}. */
final class PostgresLedgerChain implements LedgerChain {
    /** Events sealed in one transaction, so that none takes longer than a statement may. */
    private static final int SEALED_AT_ONCE = 1000;

    private final Transactions transactions;

    PostgresLedgerChain(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Link seal(String desk) {
        int sealed = SEALED_AT_ONCE;
        while (sealed == SEALED_AT_ONCE) {
            sealed = transactions.run(
                    jdbc -> jdbc.query("select ledger.seal(?, ?)", (row, _) -> row.getInt(1), desk, SEALED_AT_ONCE)
                            .getFirst());
        }
        return transactions.run(jdbc -> jdbc
                .query(
                        "select position, encode(hash, 'hex') as hash from ledger.link where desk = ?"
                                + " order by position desc limit 1",
                        (row, _) -> new Link(row.getLong("position"), Columns.string(row, "hash")),
                        desk)
                .stream()
                .findFirst()
                .orElse(new Link(0, BEGINNING)));
    }

    @Override
    public Optional<Link> at(String desk, long position) {
        if (position == 0) {
            return Optional.of(new Link(0, BEGINNING));
        }
        return transactions.run(jdbc -> jdbc
                .query(
                        "select encode(hash, 'hex') as hash from ledger.link where desk = ? and position = ?",
                        (row, _) -> new Link(position, Columns.string(row, "hash")),
                        desk,
                        position)
                .stream()
                .findFirst());
    }

    @Override
    public List<Violation> verify(Duration wholeEvery) {
        return transactions.run(jdbc -> jdbc.query(
                "select desk, subject, count from ledger.verify_chain(make_interval(secs => ?))",
                (row, _) -> new Violation(
                        INVARIANT,
                        Columns.string(row, "desk"),
                        "sealed history was changed afterwards: " + Columns.string(row, "subject"),
                        row.getLong("count")),
                wholeEvery.toSeconds()));
    }

    @Override
    public List<String> lines(String desk, long after, int max) {
        return transactions.run(jdbc -> jdbc.query(
                "select line from ledger.sealed where desk = ? and position > ? and position <= ? order by position",
                (row, _) -> Columns.string(row, "line"),
                desk,
                after,
                after + Math.min(max, PAGE_MAX)));
    }
}
