package dev.parley.core.desk;

import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Transaction;
import dev.parley.core.purchase.LowBalance;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Posting;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.Ticket;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tells a customer once after each purchase that credits run low, with a link to buy more. */
final class LowBalances {
    private final DeskBook desks;
    private final Shops shops;
    private final Letters letters;

    LowBalances(DeskBook desks, Shops shops, Letters letters) {
        this.desks = desks;
        this.shops = shops;
        this.letters = letters;
    }

    /** {@code before}: the ticket's wallet before {@code decision}, which may have reserved of it. */
    void watch(Transaction tx, Ticket ticket, Funds before, Decision decision, Instant now) {
        Optional<LowBalance> low = shops.of(ticket.id().desk()).flatMap(shop -> Optional.ofNullable(shop.lowBalance()));
        Optional<WalletKey> wallet = ticket.wallet().filter(key -> key.unit() == Unit.CREDIT);
        if (low.isPresent() && wallet.isPresent() && reserves(decision)) {
            Funds after = tx.lockFunds(wallet.get());
            low.get()
                    .notice(before, after, tx.orders().lastLot(wallet.get()).orElse(""))
                    .filter(key -> tx.orders().once(ticket.id().desk(), key, now))
                    .ifPresent(key -> tell(tx, ticket, key, new Level(after, low.get()), now));
        }
    }

    private static boolean reserves(Decision decision) {
        return decision instanceof Decision.Transition transition
                && transition.postings().stream().anyMatch(Posting.Hold.class::isInstance);
    }

    private void tell(Transaction tx, Ticket ticket, String key, Level level, Instant now) {
        Map<String, String> fields = Map.of(
                "available", Long.toString(level.now.available()),
                "limit", Long.toString(level.low.below()));
        Letters.Letter letter = new Letters.Letter(ticket.customer(), key, Template.LOW_BALANCE, fields, ticket.id());
        letters.send(tx, desks.desk(ticket.id().desk()), letter, now);
    }

    private record Level(Funds now, LowBalance low) {}
}
