package dev.parley.testkit;

import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Wallets;
import java.time.Instant;
import java.util.List;

/** Wallets in memory. */
final class InMemoryWallets implements Wallets {
    private final Memory memory;

    InMemoryWallets(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Funds funds(WalletKey wallet, Instant now) {
        return memory.atomically(() -> memory.ledger.funds(wallet, now));
    }

    @Override
    public Statement statement(WalletKey wallet, Instant from, Instant until) {
        return memory.atomically(() -> {
            List<Movement> before = memory.ledger
                    .movements(wallet)
                    .filter(m -> m.at().isBefore(until))
                    .toList();
            List<Movement> shown =
                    before.stream().filter(m -> !m.at().isBefore(from)).toList();
            long closing = before.stream().mapToLong(Movement::amount).sum();
            long moved = shown.stream().mapToLong(Movement::amount).sum();
            long reserved = before.stream().mapToLong(Movement::reserved).sum();
            return new Statement(closing - moved, shown, closing, reserved);
        });
    }

    @Override
    public List<Violation> violations() {
        return List.of();
    }
}
