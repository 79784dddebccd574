package dev.parley.storage.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units to be granted to a wallet, from one source.
 *
 * @param amount in the smallest unit, 1 to 10^12
 * @param source order line or contract cycle; granted once in a desk
 * @param from first instant it may be used; null: always
 * @param until first instant it may no longer be used; null: never (credits must not have one, rule C-06)
 * @param cost what the customer paid for it; null when nothing is known
 */
public record Lot(
        long wallet,
        long amount,
        String source,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Cost cost) {
    /** Burns after lots of lower priority. */
    public static final int PRIORITY = 100;

    /** A lot that is valid now and for ever, such as a package of credits. */
    public static Lot lasting(long wallet, long amount, String source) {
        return new Lot(wallet, amount, source, null, null, null);
    }

    /** Money: minor units of a currency by its ISO 4217 code. */
    public record Cost(long minor, String currency) {}
}
