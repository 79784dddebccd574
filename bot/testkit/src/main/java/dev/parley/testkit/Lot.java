package dev.parley.testkit;

import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Transaction.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Units of one grant in memory. {@code valid}: null for ever. */
record Lot(String key, WalletKey wallet, @Nullable Period valid, long granted, long spent, long pending) {
    boolean counts(Instant now) {
        return valid == null || (!now.isBefore(valid.start()) && now.isBefore(valid.end()));
    }

    Instant end() {
        return valid == null ? Instant.MAX : valid.end();
    }

    long balance() {
        return granted - spent;
    }

    Lot moved(long spentMore, long pendingMore) {
        return new Lot(key, wallet, valid, granted, spent + spentMore, pending + pendingMore);
    }
}
