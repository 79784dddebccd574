package dev.parley.core.ledger;

/**
 * What a wallet holds at an instant, read under the wallet's lock.
 *
 * @param balance everything granted and not yet charged, at least 0
 * @param reserved the part of the balance that agreed work holds, 0 to {@code balance}
 * @param blocked true after a charge-back: nothing new may be held (T99)
 */
public record Funds(long balance, long reserved, boolean blocked) {

    /** A wallet nobody has paid into yet. */
    public static final Funds NONE = new Funds(0, 0, false);

    public Funds {
        if (balance < 0 || reserved < 0 || reserved > balance) {
            throw new IllegalArgumentException("balance " + balance + ", reserved " + reserved);
        }
    }

    /** What can still be held: balance less what is reserved. */
    public long available() {
        return balance - reserved;
    }

    /** True if {@code amount} can be held now. */
    public boolean cover(long amount) {
        return !blocked && amount <= available();
    }

    /** How much is missing to hold {@code amount}; 0 if it is there. */
    public long shortfall(long amount) {
        return Math.max(0, amount - available());
    }

    /** These funds as they would be with the hold of {@code amount} given back. */
    public Funds afterReleasing(long amount) {
        return new Funds(balance, reserved - amount, blocked);
    }
}
