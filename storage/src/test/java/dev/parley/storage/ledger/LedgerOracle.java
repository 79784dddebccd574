package dev.parley.storage.ledger;

import dev.parley.storage.ledger.LedgerOutcome.Booked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ledger once more, in memory and as plainly as possible: maps of lots, no keys, no history. Says what the real
 * one must answer and what must be left in each lot.
 */
final class LedgerOracle {
    static final Booked BOOKED = new Booked(0);

    final Map<Long, List<TheLot>> lots = new LinkedHashMap<>();
    final Map<Long, TheQuote> quotes = new LinkedHashMap<>();
    final Map<Long, TheHold> holds = new LinkedHashMap<>();
    private final Map<Long, List<Leg>> charges = new HashMap<>();
    private final Set<Long> blocked = new HashSet<>();

    static final class TheLot {
        final String source;
        final Instant from;
        final Instant until;
        long available;
        long pending;
        boolean chargedBack;

        TheLot(String source, long amount, Instant from, Instant until) {
            this.source = source;
            this.available = amount;
            this.from = from;
            this.until = until;
        }

        boolean isValid(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    static final class TheQuote {
        final long ticket;
        final long wallet;
        final long amount;
        final Instant expiresAt;
        String status;
        boolean held;

        @Nullable
        String decision;

        TheQuote(long ticket, long wallet, long amount, boolean auto, Instant expiresAt) {
            this.ticket = ticket;
            this.wallet = wallet;
            this.amount = amount;
            this.status = auto ? "AUTO" : "SENT";
            this.expiresAt = expiresAt;
        }

        boolean mayStillBeHeld() {
            return Set.of("SENT", "AUTO", "ACCEPTED").contains(status) && !held;
        }
    }

    static final class TheHold {
        final long ticket;
        final List<Leg> legs = new ArrayList<>();

        @Nullable
        String settled;

        TheHold(long ticket) {
            this.ticket = ticket;
        }

        long amount() {
            return legs.stream().mapToLong(leg -> leg.amount).sum();
        }
    }

    static final class Leg {
        final TheLot lot;
        final long amount;
        long givenBack;

        Leg(TheLot lot, long amount) {
            this.lot = lot;
            this.amount = amount;
        }
    }

    void grant(Lot lot, Instant from, Instant until) {
        lots.computeIfAbsent(lot.wallet(), _ -> new ArrayList<>())
                .add(new TheLot(lot.source(), lot.amount(), from, until));
    }

    void offer(long id, Offer offer) {
        for (var old : quotes.values()) {
            if (old.ticket == offer.ticket() && old.mayStillBeHeld()) {
                old.status = "SUPERSEDED";
            }
        }
        quotes.put(id, new TheQuote(offer.ticket(), offer.wallet(), offer.amount(), offer.auto(), offer.expiresAt()));
    }

    LedgerOutcome decide(QuoteDecision by) {
        var quote = quote(by.quote());
        if (quote.decision != null) {
            return new LedgerRefusal.QuoteDecided(quote.decision);
        }
        if (latest(quote.ticket) != quote) {
            return new LedgerRefusal.QuoteNotOpen("SUPERSEDED");
        }
        if (!quote.status.equals("SENT") && !quote.status.equals("EXPIRED")) {
            return new LedgerRefusal.QuoteNotOpen(quote.status);
        }
        if (!by.receivedAt().isBefore(quote.expiresAt)) {
            return new LedgerRefusal.QuoteExpired(quote.expiresAt);
        }
        quote.decision = by.accept() ? "ACCEPT" : "DECLINE";
        quote.status = by.accept() ? "ACCEPTED" : "DECLINED";
        return BOOKED;
    }

    LedgerOutcome close(long id, String status, Instant now) {
        var quote = quote(id);
        if (quote.status.equals(status)) {
            return BOOKED;
        }
        if (!quote.mayStillBeHeld() || (status.equals("EXPIRED") && now.isBefore(quote.expiresAt))) {
            return new LedgerRefusal.QuoteNotOpen(quote.status);
        }
        quote.status = status;
        return BOOKED;
    }

    LedgerOutcome hold(long id, Instant now) {
        var quote = quote(id);
        if (!quote.status.equals("ACCEPTED") && !quote.status.equals("AUTO")) {
            return new LedgerRefusal.QuoteNotOpen(quote.status);
        }
        for (var hold : holds.entrySet()) {
            if (hold.getValue().ticket == quote.ticket && hold.getValue().settled == null) {
                return new LedgerRefusal.TicketHeld(hold.getKey());
            }
        }
        if (quote.held) {
            return new LedgerRefusal.QuoteNotOpen("SETTLED");
        }
        if (blocked.contains(quote.wallet)) {
            return new LedgerRefusal.WalletBlocked("because");
        }
        long available = availableLots(quote.wallet, now).stream()
                .mapToLong(lot -> lot.available)
                .sum();
        return available < quote.amount ? new LedgerRefusal.Shortfall(quote.amount - available) : BOOKED;
    }

    /** What holding does once it was booked under this id. */
    void held(long id, long quoteId, Instant now) {
        var quote = quote(quoteId);
        var hold = new TheHold(quote.ticket);
        long need = quote.amount;
        for (var lot : availableLots(quote.wallet, now)) {
            long take = Math.min(need, lot.available);
            if (take > 0) {
                lot.available -= take;
                lot.pending += take;
                need -= take;
                hold.legs.add(new Leg(lot, take));
            }
        }
        quote.held = true;
        holds.put(id, hold);
    }

    LedgerOutcome settle(long id, long post) {
        var hold = required(holds.get(id));
        if (hold.settled != null) {
            return new LedgerRefusal.HoldSettled(hold.settled);
        }
        hold.settled = post > 0 ? "POST" : "VOID";
        long left = post;
        for (var leg : hold.legs) {
            long take = Math.min(left, leg.amount);
            left -= take;
            leg.lot.pending -= leg.amount;
            giveBack(leg.lot, leg.amount - take);
            if (take > 0) {
                charges.computeIfAbsent(hold.ticket, _ -> new ArrayList<>()).add(new Leg(leg.lot, take));
            }
        }
        return BOOKED;
    }

    long netCharge(long ticket) {
        return charges.getOrDefault(ticket, List.of()).stream()
                .mapToLong(leg -> leg.amount - leg.givenBack)
                .sum();
    }

    LedgerOutcome refund(long ticket, long amount, Instant now) {
        if (amount > netCharge(ticket)) {
            return new LedgerRefusal.RefundTooLarge(netCharge(ticket));
        }
        Map<Leg, Long> parts = new LinkedHashMap<>();
        long need = amount;
        for (var leg : charges.getOrDefault(ticket, List.of()).reversed()) {
            long take = Math.min(need, leg.amount - leg.givenBack);
            if (take > 0 && !now.isBefore(leg.lot.until)) {
                return new LedgerRefusal.LotExpired(leg.lot.source);
            }
            parts.put(leg, take);
            need -= take;
        }
        parts.forEach((leg, take) -> {
            leg.givenBack += take;
            giveBack(leg.lot, take);
        });
        return BOOKED;
    }

    private static void giveBack(TheLot lot, long amount) {
        lot.available = lot.chargedBack ? 0 : lot.available + amount;
    }

    LedgerOutcome chargeBack(long wallet, String source) {
        var lot = required(lots.get(wallet)).stream()
                .filter(each -> each.source.equals(source))
                .findFirst()
                .orElseThrow();
        if (lot.chargedBack) {
            return new LedgerRefusal.AlreadyChargedBack(source);
        }
        lot.chargedBack = true;
        lot.available = 0;
        blocked.add(wallet);
        return BOOKED;
    }

    void unblock(long wallet) {
        blocked.remove(wallet);
    }

    int expireDue(Instant now) {
        int expired = 0;
        for (var lot : lots.values().stream().flatMap(List::stream).toList()) {
            if (!now.isBefore(lot.until) && lot.available > 0) {
                lot.available = 0;
                expired++;
            }
        }
        return expired;
    }

    Balance balance(long wallet, Instant now) {
        var reserved = lotsOf(wallet).stream().mapToLong(lot -> lot.pending).sum();
        var available = availableLots(wallet, now).stream()
                .mapToLong(lot -> lot.available)
                .sum();
        return new Balance(reserved + available, reserved, available, 0);
    }

    List<TheLot> lotsOf(long wallet) {
        return lots.getOrDefault(wallet, List.of());
    }

    Set<Long> tickets() {
        var tickets = new LinkedHashSet<Long>();
        quotes.values().forEach(quote -> tickets.add(quote.ticket));
        return tickets;
    }

    /** In burn order; the sort keeps lots that end together in the order they came. */
    private List<TheLot> availableLots(long wallet, Instant now) {
        return lotsOf(wallet).stream()
                .filter(lot -> lot.isValid(now))
                .sorted(Comparator.comparing(lot -> lot.until))
                .toList();
    }

    private TheQuote quote(long id) {
        return required(quotes.get(id));
    }

    private TheQuote latest(long ticket) {
        return quotes.values().stream()
                .filter(quote -> quote.ticket == ticket)
                .reduce((_, newer) -> newer)
                .orElseThrow();
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the test asked the oracle for something that never was");
        }
        return value;
    }
}
