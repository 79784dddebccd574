package dev.parley.core.desk;

import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Pool;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.TimeBook;
import dev.parley.core.port.TimeBook.Correction;
import dev.parley.core.port.TimeBook.Line;
import dev.parley.core.port.TimeBook.Part;
import dev.parley.core.port.TimeBook.Used;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * An entry of time that was wrong is taken back whole, with author and reason; what was right is entered anew. What
 * it used is free again, and what is over in its cycle moves into the room there is. Of a cycle already invoiced the
 * hours are gone with it (H-13), and what its invoice would have been is settled on the next one (H-14).
 */
public final class CorrectTime {
    private final Store store;

    CorrectTime(Store store) {
        this.store = store;
    }

    /** Takes {@code entry} back; refused if there is none, or if that was done before. */
    public Ruling<Line> takeBack(String desk, long entry, Correction why) {
        return store.transact(tx -> tx.time()
                .ticketOf(desk, entry)
                .map(ticket -> takeBack(tx, ticket, entry, why))
                .orElseGet(() -> new Refused<>(
                        "there is no entry " + entry, "look at ./parley time list for the number of the entry")));
    }

    private static Ruling<Line> takeBack(Transaction tx, TicketId id, long entry, Correction why) {
        Ticket ticket = tx.lock(id).orElseThrow();
        Line line = line(tx, id, entry);
        Correction before = line.corrected();
        if (before != null) {
            return new Refused<>(
                    "entry " + entry + " was taken back before, because " + before.reason(),
                    "enter what was right with ./parley time add");
        }
        takeBack(tx, ticket, line, why);
        return new Allowed<>(line(tx, id, entry));
    }

    private static Line line(Transaction tx, TicketId ticket, long entry) {
        return tx.time().entries(ticket).stream()
                .filter(line -> line.id() == entry)
                .findFirst()
                .orElseThrow();
    }

    /** Takes all entries of a ticket back that count: it is free now, and so is what was done on it. */
    static void takeBackAll(Transaction tx, Ticket ticket, String reason, Actor by, Instant now) {
        List<Long> counting = tx.time().entries(ticket.id()).stream()
                .filter(line -> line.corrected() == null)
                .map(Line::id)
                .toList();
        // Each is read when it is its turn: minutes may have moved into it out of the one before.
        counting.forEach(entry -> takeBack(tx, ticket, line(tx, ticket.id(), entry), new Correction(reason, by, now)));
    }

    private static void takeBack(Transaction tx, Ticket ticket, Line line, Correction why) {
        tx.lockFunds(WalletKey.of(ticket.customer(), Unit.MINUTE));
        List<HoursContract> packages = tx.time().packages(ticket.customer());
        tx.time().takeBack(ticket.customer(), line, why);
        line.parts().forEach(part -> makeRoom(tx, packages, part, new TimeBook.Cause(line.id(), why.by(), why.at())));
        tx.audit(new AuditLine(
                ticket.id().desk(),
                why.by(),
                "ticket " + ticket.id().number(),
                "time entry " + line.id() + " taken back",
                line.time().minutes() + " minutes from " + line.time().start(),
                why.reason(),
                why.at()));
    }

    private static void makeRoom(Transaction tx, List<HoursContract> packages, Part part, TimeBook.Cause cause) {
        YearMonth month = part.month();
        if (month == null) {
            return;
        }
        HoursContract contract = packages.stream()
                .filter(one -> one.contract().number().equals(part.contract()))
                .findFirst()
                .orElseThrow();
        Pool pool = contract.poolOf(month);
        Used used = tx.time().used(contract, pool, month);
        long fits = Math.min(used.over(), pool.minutes() - used.inPackage());
        if (fits > 0) {
            tx.time().shift(contract, pool, month, fits, cause);
        }
        if (invoiced(tx, contract.contract().id(), month)) {
            tx.time().expire(contract.contract().id().desk(), pool.key(), cause.at());
        }
    }

    private static boolean invoiced(Transaction tx, ContractId contract, YearMonth month) {
        Optional<YearMonth> last = tx.time().lastInvoiced(contract);
        return last.isPresent() && !month.isAfter(last.get());
    }
}
