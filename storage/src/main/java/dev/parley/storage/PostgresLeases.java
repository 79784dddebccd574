package dev.parley.storage;

import dev.parley.core.port.Leases;
import java.time.Duration;
import java.time.Instant;

/** The table {@code lease}. */
final class PostgresLeases implements Leases {
    private final Transactions transactions;

    PostgresLeases(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean hold(String name, String worker, Duration lease, Instant now) {
        int held = transactions.run(
                jdbc -> jdbc.update("""
                    insert into lease as l (name, worker, held_until) values (?, ?, ?)
                    on conflict (name) do update set worker = excluded.worker, held_until = excluded.held_until
                     where l.worker = excluded.worker or l.held_until <= ?
                    """, name, worker, Columns.time(now.plus(lease)), Columns.time(now)));
        return held == 1;
    }

    @Override
    public void release(String name, String worker) {
        transactions.run(jdbc -> jdbc.update("delete from lease where name = ? and worker = ?", name, worker));
    }
}
