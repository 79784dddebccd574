package dev.parley.core.desk;

import dev.parley.core.hours.HourNotice;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.port.Transaction;
import java.time.Instant;

/** Tells customers and the account manager how far a package is used, each notice once (H-12). */
final class HourNews {
    /** False if it was told before. */
    boolean tell(Transaction tx, HoursContract contract, HourNotice notice, Instant now) {
        return tx.time().tell(contract.contract().id(), notice, now);
    }
}
