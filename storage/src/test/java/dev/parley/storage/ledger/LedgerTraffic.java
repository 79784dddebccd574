package dev.parley.storage.ledger;

import static dev.parley.storage.ledger.TryLedger.DESK;
import static dev.parley.storage.ledger.TryLedger.NOW;
import static dev.parley.storage.ledger.TryLedger.QUOTE_END;
import static dev.parley.storage.ledger.TryLedger.by;

import dev.parley.storage.ledger.LedgerOutcome.Booked;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Somebody who does random things to a few hot tickets and wallets, one transaction after the other. */
final class LedgerTraffic {
    static final int WALLETS = 3;
    private static final long TICKETS = 6;

    final Map<String, Integer> seen = new TreeMap<>();
    private final TryLedger at;
    private final List<Long> wallets;
    private final Random random;

    LedgerTraffic(TryLedger at, List<Long> wallets, long seed) {
        this.at = at;
        this.wallets = wallets;
        this.random = new Random(seed);
    }

    /** One random transaction, committed; the id of the last journal or quote it booked, or null. */
    @Nullable
    Long transaction() throws SQLException {
        int w = random.nextInt(wallets.size());
        long wallet = wallets.get(w);
        long ticket = 1L + w * TICKETS + random.nextLong(TICKETS);
        LedgerOutcome last = act(wallet, ticket);
        at.commit();
        seen.merge(last.getClass().getSimpleName(), 1, Integer::sum);
        return last instanceof Booked(long id) ? id : null;
    }

    private LedgerOutcome act(long wallet, long ticket) {
        return switch (random.nextInt(12)) {
            case 0 -> at.ledger.grant(anew(), Lot.lasting(wallet, 1 + random.nextInt(12), "s-" + TryLedger.next()));
            case 1, 2, 3 -> agreeAndHold(wallet, ticket);
            case 4 -> offer(wallet, ticket, false);
            case 5, 6, 7 -> settle(ticket);
            case 8, 9 -> reassess(wallet, ticket);
            case 10 -> at.ledger.refund(anew(), ticket, 1 + random.nextInt(10));
            default -> refundAndHold(wallet, ticket);
        };
    }

    private LedgerOutcome offer(long wallet, long ticket, boolean auto) {
        var offer = new Offer(ticket, wallet, 5 + random.nextInt(30), 2, "k", "", auto, QUOTE_END);
        return at.ledger.offerQuote(anew(), offer);
    }

    /** Racers confirm the same quote with the same message and the same key. */
    private LedgerOutcome agreeAndHold(long wallet, long ticket) {
        Long quote = latest("quote", "ticket", ticket);
        if (quote == null) {
            return offer(wallet, ticket, false);
        }
        if (at.ledger.decide(DESK, TryLedger.yes(quote, "yes-" + quote), NOW) instanceof LedgerRefusal refusal) {
            return refusal;
        }
        return at.ledger.hold(by("hold-" + quote), quote);
    }

    private LedgerOutcome settle(long ticket) {
        Long hold = latest("hold", "ticket", ticket);
        if (hold == null) {
            return new LedgerRefusal.HoldSettled("none");
        }
        return switch (random.nextInt(3)) {
            case 0 -> at.ledger.post(by("post-" + hold), hold);
            case 1 -> at.ledger.post(anew(), hold, 1 + random.nextInt(5));
            default -> at.ledger.release(anew(), hold);
        };
    }

    private LedgerOutcome reassess(long wallet, long ticket) {
        Long hold = latest("hold", "ticket", ticket);
        if (hold != null && at.ledger.release(anew(), hold) instanceof LedgerRefusal refusal) {
            return refusal;
        }
        return offer(wallet, ticket, true) instanceof Booked(long quote)
                ? at.ledger.hold(by("hold-" + quote), quote)
                : new LedgerRefusal.QuoteNotOpen("none");
    }

    private LedgerOutcome refundAndHold(long wallet, long ticket) {
        long charged = at.ledger.netCharge(DESK, ticket);
        if (charged > 0 && at.ledger.refund(anew(), ticket, charged) instanceof LedgerRefusal refusal) {
            return refusal;
        }
        return offer(wallet, ticket, true) instanceof Booked(long quote)
                ? at.ledger.hold(anew(), quote)
                : new LedgerRefusal.QuoteNotOpen("none");
    }

    private @Nullable Long latest(String table, String column, long value) {
        return at.jdbc.queryForObject(
                "select max(id) from ledger." + table + " where desk = ? and " + column + " = ?",
                Long.class,
                DESK,
                value);
    }

    private static Booking anew() {
        return by("key-" + TryLedger.next());
    }
}
