package dev.parley.storage;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Pool;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.TimeBook.Cause;
import dev.parley.core.port.TimeBook.Correction;
import dev.parley.core.port.TimeBook.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries of time that are taken back, and minutes that move into the room they leave. */
final class TimeCorrections {
    private final Statements statements;

    TimeCorrections(Statements statements) {
        this.statements = statements;
    }

    /** What is said of an entry that was taken back; null of one that counts. */
    static @Nullable Correction of(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null ? null : new Correction(reason, Columns.actor(row), Columns.instant(row, "corrected_at"));
    }

    void takeBack(CustomerId customer, Line entry, Correction why) {
        String desk = customer.desk();
        statements
                .direct()
                .update(
                        """
                        insert into time_correction (desk, entry, reason, actor_kind, actor, corrected_at)
                        values (?, ?, ?, ?, ?, ?)
                        """,
                        desk,
                        entry.id(),
                        why.reason(),
                        Columns.actorKind(why.by()),
                        Columns.actorName(why.by()),
                        Columns.time(why.at()));
        long wallet = wallet(customer, why.at());
        for (int nth = 0; nth < entry.parts().size(); nth++) {
            if (entry.parts().get(nth).inPackage() + entry.parts().get(nth).over() > 0) {
                statements.query(
                        "select ledger.give_back_time(?, ?, ?, ?, ?, ?, ?)",
                        (row, _) -> row.getLong(1),
                        desk,
                        wallet,
                        entry.time().work().ticket(),
                        piece(entry.id(), nth),
                        Postings.actor(why.by()),
                        why.reason(),
                        Columns.time(why.at()));
            }
        }
    }

    private long wallet(CustomerId customer, Instant now) {
        return new Postings(statements.direct()).open(WalletKey.of(customer, Unit.MINUTE), now);
    }

    private static String piece(long entry, int nth) {
        return "time:" + entry + ":" + nth;
    }

    void shift(HoursContract contract, Pool pool, YearMonth month, long minutes, Cause cause) {
        long wallet = wallet(contract.contract().customer(), cause.at());
        String desk = contract.contract().id().desk();
        long left = minutes;
        for (Over over : over(contract, month)) {
            long moved = Math.min(left, over.minutes);
            if (moved > 0) {
                keep(desk, over, moved, cause);
                statements.query(
                        "select ledger.shift_time(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        (row, _) -> row.getLong(1),
                        desk,
                        wallet,
                        over.ticket,
                        piece(over.entry, over.nth),
                        pool.key(),
                        moved,
                        cause.entry(),
                        Postings.actor(cause.by()),
                        Columns.time(over.worked),
                        Columns.time(cause.at()));
            }
            left -= moved;
        }
    }

    private void keep(String desk, Over over, long minutes, Cause cause) {
        statements
                .direct()
                .update(
                        "insert into time_shift (desk, entry, nth, cause, minutes) values (?, ?, ?, ?, ?)",
                        desk,
                        over.entry,
                        over.nth,
                        cause.entry(),
                        minutes);
    }

    /** What is over in the cycle, the newest first; what came late counts when it was entered. */
    private List<Over> over(HoursContract contract, YearMonth month) {
        return statements.query(
                """
                select s.entry, s.nth, s.over, e.ticket,
                       case when s.adjustment then e.entered_at else s.started_at end as worked
                  from standing_time s join time_entry e on e.desk = s.desk and e.id = s.entry
                 where s.desk = ? and s.contract = ? and s.month = ? and s.over > 0
                 order by s.started_at desc, s.entry desc
                """,
                (row, _) -> new Over(
                        row.getLong("entry"),
                        row.getInt("nth"),
                        row.getLong("over"),
                        row.getLong("ticket"),
                        Columns.instant(row, "worked")),
                contract.contract().id().desk(),
                contract.contract().number(),
                ContractWrites.firstDay(month));
    }

    private record Over(long entry, int nth, long minutes, long ticket, Instant worked) {}
}
