package dev.parley.testkit;

import dev.parley.core.hours.HourlyRate;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.LedgerRefusal;
import dev.parley.core.port.TicketReads.Agreement;
import dev.parley.core.port.TicketReads.Money;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.port.TicketReads.Offer.Status;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.port.Wallets.Movement;
import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.CustomerReply;
import dev.parley.core.ticket.Posting;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ledger in a few lines, as an oracle: lots in the order they were granted, quotes, holds with their legs. */
final class LotLedger {
    private static final Comparator<Lot> BURNS_FIRST = Comparator.comparing(Lot::end);

    private final Table<String, Lot> lots;
    private final Table<Version, Offered> quotes;
    private final Table<Version, Held> holds;
    private final Table<Version, Boolean> allowed;
    private final Table<Long, Charge> charges;
    private final Table<Long, Booked> movements;
    private final Table<WalletKey, Boolean> blocked;
    private final Table<String, Boolean> voided;
    private long next = 1;

    LotLedger(UndoLog undo) {
        lots = new Table<>(undo);
        quotes = new Table<>(undo);
        holds = new Table<>(undo);
        allowed = new Table<>(undo);
        charges = new Table<>(undo);
        movements = new Table<>(undo);
        blocked = new Table<>(undo);
        voided = new Table<>(undo);
    }

    // ---- wallets

    Funds funds(WalletKey wallet, Instant now) {
        long balance = lotsOf(wallet)
                .mapToLong(lot -> lot.counts(now) ? lot.balance() : lot.pending())
                .sum();
        long reserved = lotsOf(wallet).mapToLong(Lot::pending).sum();
        return new Funds(balance, reserved, blocked.has(wallet) && blocked.get(wallet));
    }

    void block(WalletKey wallet, boolean block) {
        blocked.put(wallet, block);
    }

    boolean grant(Grant grant) {
        WalletKey wallet = grant.wallet();
        String key = wallet.customer().desk() + ' ' + grant.sourceRef();
        Optional<Lot> before = lots.find(key);
        if (before.isPresent()) {
            if (before.get().granted() != grant.amount()
                    || !before.get().wallet().equals(wallet)) {
                throw new IllegalStateException(grant.sourceRef() + " was granted before with other inputs");
            }
            return false;
        }
        lots.insert(key, new Lot(key, wallet, grant.valid(), grant.amount(), 0, 0));
        Movement moved = new Movement(grant.at(), "GRANT", null, 0, grant.amount(), 0, grant.sourceRef());
        movements.insert(next++, new Booked(wallet, moved));
        return true;
    }

    Stream<Movement> movements(WalletKey wallet) {
        return movements.rows().filter(b -> b.wallet.equals(wallet)).map(Booked::movement);
    }

    // ---- lots

    Optional<String> lastLot(WalletKey wallet) {
        return lotsOf(wallet)
                .reduce((_, later) -> later)
                .map(lot -> lot.key().substring(lot.key().indexOf(' ') + 1));
    }

    /** Takes unspent units of a lot away; how many of them are not there, and then nothing happens. */
    long take(String desk, String source, long units, Loss loss) {
        Lot lot = lots.get(desk + ' ' + source);
        long free = lot.balance() - lot.pending();
        if (units > free) {
            return units - free;
        }
        lots.put(lot.key(), lot.moved(units, 0));
        Movement moved = new Movement(loss.at, loss.kind, null, 0, -units, 0, "");
        movements.insert(next++, new Booked(lot.wallet(), moved));
        return 0;
    }

    /** What is neither spent nor held of a lot; empty if it was never granted. */
    Optional<Long> left(String desk, String source) {
        return lots.find(desk + ' ' + source).map(lot -> lot.balance() - lot.pending());
    }

    /** True if the lot's time is over. */
    boolean over(String desk, String source, Instant now) {
        return !lots.get(desk + ' ' + source).counts(now);
    }

    /** Voids what is unspent of a lot, now and whenever something returns to it, and blocks its wallet. */
    void chargeBack(String desk, String source, Instant at) {
        String key = desk + ' ' + source;
        Lot lot = lots.get(key);
        voided.put(key, true);
        reclaim(key, at);
        blocked.put(lot.wallet(), true);
    }

    private void reclaim(String key, Instant at) {
        Lot lot = lots.get(key);
        long free = lot.balance() - lot.pending();
        if (voided.has(key) && free > 0) {
            lots.put(key, lot.moved(free, 0));
            movements.insert(next++, new Booked(lot.wallet(), new Movement(at, "CHARGE_BACK", null, 0, -free, 0, "")));
        }
    }

    /** Why units go that nobody used. {@code kind}: the ledger's word. */
    record Loss(String kind, Instant at) {}

    // ---- tickets

    Money money(TicketId ticket) {
        long held = active(ticket).mapToLong(Held::amount).sum();
        return new Money(held, net(ticket));
    }

    List<Offer> offers(TicketId ticket) {
        return quotesOf(ticket).map(Offered::view).toList();
    }

    private Optional<LedgerRefusal> extend(Version key, Instant until) {
        Offered offered = quotes.get(key);
        if (offered.status() != Status.SENT) {
            return notOpen(offered.status().name());
        }
        if (offered.quote().expiresAt().isBefore(until)) {
            Quote longer = offered.quote().validUntil(until);
            quotes.put(key, new Offered(longer, offered.wallet(), offered.status(), offered.decision()));
        }
        return Optional.empty();
    }

    Optional<LedgerRefusal> post(Ticket ticket, Posting posting, Instant now) {
        TicketId id = ticket.id();
        return switch (posting) {
            case Posting.OfferQuote offer -> offer(ticket, offer);
            case Posting.DecideQuote decide -> decide(new Version(id, decide.version()), decide);
            case Posting.ExtendQuote extend -> extend(new Version(id, extend.version()), extend.until());
            case Posting.EndQuote end -> end(new Version(id, end.version()), end.end(), now);
            case Posting.AllowOverage allow ->
                allow(new Version(id, allow.quote().version()), allow);
            case Posting.Hold hold -> hold(new Version(id, hold.version()), now);
            case Posting.VoidHold hold -> settle(new Version(id, hold.version()), 0, now);
            case Posting.PostHold hold -> settle(new Version(id, hold.version()), hold.amount(), now);
            case Posting.Refund refund -> refund(id, refund.amount(), now);
        };
    }

    private Optional<LedgerRefusal> offer(Ticket ticket, Posting.OfferQuote offer) {
        Version key = new Version(ticket.id(), offer.quote().version());
        if (quotes.has(key)) {
            return Optional.empty();
        }
        if (quotesOf(ticket.id()).anyMatch(old -> old.quote().version() > key.version)) {
            throw new IllegalStateException(key + " is older than what was offered");
        }
        for (Offered old : quotesOf(ticket.id()).toList()) {
            Version version = new Version(ticket.id(), old.quote().version());
            if (old.alive() && !holds.has(version) && !allowed.has(version)) {
                quotes.put(version, old.with(Status.SUPERSEDED));
            }
        }
        Status status = offer.quote().automatic() ? Status.AUTO : Status.SENT;
        quotes.insert(key, new Offered(offer.quote(), offer.wallet(), status, null));
        return Optional.empty();
    }

    private Optional<LedgerRefusal> decide(Version key, Posting.DecideQuote decide) {
        Offered offered = quotes.get(key);
        Agreement agreement = agreement(decide);
        if (offered.decision() != null) {
            boolean again = offered.decision().message().equals(agreement.message());
            return again ? Optional.empty() : notOpen(offered.status().name());
        }
        if (quotesOf(key.ticket).anyMatch(other -> other.quote().version() > key.version)) {
            return notOpen(Status.SUPERSEDED.name());
        }
        if (offered.status() != Status.SENT && offered.status() != Status.EXPIRED) {
            return notOpen(offered.status().name());
        }
        if (!agreement.receivedAt().isBefore(offered.quote().expiresAt())) {
            return notOpen(Status.EXPIRED.name());
        }
        Status status = decide.accepted() ? Status.ACCEPTED : Status.DECLINED;
        quotes.put(key, new Offered(offered.quote(), offered.wallet(), status, agreement));
        return Optional.empty();
    }

    private static Agreement agreement(Posting.DecideQuote decide) {
        CustomerReply reply = decide.evidence();
        if (!(reply.speaker() instanceof Speaker.Approver approver)) {
            throw new IllegalStateException("only an approver decides, not " + reply.speaker());
        }
        String rule = reply.reading().rule();
        String words = reply.reading().span();
        return new Agreement(
                decide.accepted(), approver.name(), reply.message().toString(), rule, words, reply.receivedAt());
    }

    private Optional<LedgerRefusal> end(Version key, Posting.QuoteEnd end, Instant now) {
        Offered offered = quotes.get(key);
        Status status = switch (end) {
            case EXPIRED -> Status.EXPIRED;
            case WITHDRAWN -> Status.WITHDRAWN;
        };
        if (offered.status() == status) {
            return Optional.empty();
        }
        boolean early = status == Status.EXPIRED && now.isBefore(offered.quote().expiresAt());
        if (!offered.alive() || holds.has(key) || early) {
            return notOpen(offered.status().name());
        }
        quotes.put(key, offered.with(status));
        return Optional.empty();
    }

    /** What an hour of a charge, or of what was given back of it, was agreed to cost. */
    Optional<HourlyRate> rate(Movement moved) {
        TicketId ticket = moved.ticket();
        return ticket == null
                ? Optional.empty()
                : quotes.find(new Version(ticket, moved.quoteVersion()))
                        .map(offered -> offered.quote().rate());
    }

    private Optional<LedgerRefusal> allow(Version key, Posting.AllowOverage allow) {
        Offered offered = quotes.get(key);
        if (offered.status() != Status.ACCEPTED
                || offered.quote().amount() != allow.quote().amount()) {
            throw new IllegalStateException(key + " was not agreed to");
        }
        allowed.put(key, true);
        return Optional.empty();
    }

    private Optional<LedgerRefusal> hold(Version key, Instant now) {
        Offered offered = quotes.get(key);
        if (holds.has(key)) {
            return Optional.empty();
        }
        if (offered.status() != Status.ACCEPTED && offered.status() != Status.AUTO) {
            return notOpen(offered.status().name());
        }
        if (active(key.ticket).findAny().isPresent()) {
            throw new IllegalStateException(key.ticket + " has an active hold already");
        }
        Funds funds = funds(offered.wallet(), now);
        long amount = offered.quote().amount();
        if (funds.blocked()) {
            return Optional.of(new LedgerRefusal.Blocked());
        }
        if (!funds.cover(amount)) {
            return Optional.of(new LedgerRefusal.InsufficientFunds(funds.shortfall(amount)));
        }
        holds.insert(key, new Held(key, reserve(offered.wallet(), amount, now), false, 0));
        book(key, "HOLD", 0, amount, now);
        return Optional.empty();
    }

    private List<Leg> reserve(WalletKey wallet, long amount, Instant now) {
        List<Leg> legs = new ArrayList<>();
        long need = amount;
        for (Lot lot : lotsOf(wallet)
                .filter(lot -> lot.counts(now))
                .sorted(BURNS_FIRST)
                .toList()) {
            long take = Math.min(need, lot.balance() - lot.pending());
            if (take > 0) {
                lots.put(lot.key(), lot.moved(0, take));
                legs.add(new Leg(lot.key(), take));
            }
            need -= take;
        }
        return legs;
    }

    /** Charges {@code amount} of the hold and gives the rest back; 0 gives all back. */
    private Optional<LedgerRefusal> settle(Version key, long amount, Instant now) {
        Held held = holds.get(key);
        if (held.settled) {
            return held.posted == amount ? Optional.empty() : Optional.of(new LedgerRefusal.AlreadyResolved());
        }
        if (amount > held.amount()) {
            throw new IllegalStateException(amount + " is more than is held by " + key);
        }
        long left = amount;
        for (Leg leg : held.legs) {
            long spent = Math.min(left, leg.amount);
            lots.put(leg.lot, lots.get(leg.lot).moved(spent, -leg.amount));
            if (spent > 0) {
                charges.insert(next, new Charge(next++, key, leg.lot, spent, 0));
            }
            left -= spent;
        }
        held.legs.forEach(leg -> reclaim(leg.lot, now));
        holds.put(key, new Held(key, held.legs, true, amount));
        book(key, amount == 0 ? "VOID" : "POST", -amount, -held.amount(), now);
        return Optional.empty();
    }

    private Optional<LedgerRefusal> refund(TicketId ticket, long amount, Instant now) {
        if (amount > net(ticket)) {
            return Optional.of(new LedgerRefusal.RefundTooLarge());
        }
        long left = amount;
        for (Charge charge : chargesOf(ticket)
                .sorted(Comparator.comparingLong(Charge::id).reversed())
                .toList()) {
            long back = Math.min(left, charge.amount - charge.givenBack);
            lots.put(charge.lot, lots.get(charge.lot).moved(-back, 0));
            charges.put(charge.id, charge.giveBack(back));
            reclaim(charge.lot, now);
            left -= back;
        }
        Version last = chargesOf(ticket).reduce((_, b) -> b).orElseThrow().quote;
        book(new Version(ticket, last.version), "REFUND", amount, 0, now);
        return Optional.empty();
    }

    private void book(Version key, String kind, long amount, long reserved, Instant at) {
        Movement moved = new Movement(at, kind, key.ticket, key.version, amount, reserved, "");
        movements.insert(next++, new Booked(quotes.get(key).wallet(), moved));
    }

    private Stream<Lot> lotsOf(WalletKey wallet) {
        return lots.rows().filter(lot -> lot.wallet().equals(wallet));
    }

    private Stream<Offered> quotesOf(TicketId ticket) {
        return quotes.entries().filter(q -> q.getKey().ticket.equals(ticket)).map(q -> q.getValue());
    }

    private Stream<Held> active(TicketId ticket) {
        return holds.rows().filter(h -> h.quote.ticket.equals(ticket) && !h.settled);
    }

    private Stream<Charge> chargesOf(TicketId ticket) {
        return charges.rows().filter(c -> c.quote.ticket.equals(ticket));
    }

    private long net(TicketId ticket) {
        return chargesOf(ticket).mapToLong(c -> c.amount - c.givenBack).sum();
    }

    private static Optional<LedgerRefusal> notOpen(String status) {
        return Optional.of(new LedgerRefusal.QuoteNotOpen(status));
    }

    private record Version(TicketId ticket, int version) {}

    private record Booked(WalletKey wallet, Movement movement) {}

    private record Leg(String lot, long amount) {}

    private record Held(Version quote, List<Leg> legs, boolean settled, long posted) {
        long amount() {
            return legs.stream().mapToLong(Leg::amount).sum();
        }
    }

    private record Charge(long id, Version quote, String lot, long amount, long givenBack) {
        Charge giveBack(long more) {
            return new Charge(id, quote, lot, amount, givenBack + more);
        }
    }
}
