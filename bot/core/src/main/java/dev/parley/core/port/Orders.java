package dev.parley.core.port;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.money.Money;
import dev.parley.core.purchase.Lot;
import dev.parley.core.purchase.Purchase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders, and what becomes of the lots they brought; part of a {@link Transaction}. An order changes only while its
 * customer's funds are locked ({@link Transaction#lockFunds}), so nobody locks an order itself. Its history is the
 * audit log of {@code order NUMBER}.
 */
public interface Orders {
    /** The most orders one {@link #list} gives. */
    int PAGE_MAX = 200;

    /** The next order number of the desk; numbers may have gaps. */
    long nextNumber(String desk);

    /** Stores a new order; its number and its key are new in the desk. */
    void create(Purchase purchase);

    /** Stores what became of an order. */
    void save(Purchase purchase);

    /** The order. */
    Optional<Purchase> find(String desk, long number);

    /** The order placed with this key. */
    Optional<Purchase> byKey(String desk, String key);

    /** The order that this payment at the provider paid. */
    Optional<Purchase> byPayment(String desk, String reference);

    /**
     * The first lot of credits that the customer paid for, by an order or past us; lots that were taken back whole for
     * money or charged back do not count.
     */
    Optional<Lot> bought(CustomerId customer);

    /** Orders, newest first. */
    List<Purchase> list(Filter filter);

    /**
     * Takes unspent units of a lot back for money, by what the lot cost ({@link Lot#worth}); once for each key.
     *
     * @param lot the key of the lot
     */
    TakenBack takeBack(String lot, long units, Booking booking);

    /** Voids what is unspent of a lot and blocks its wallet for new holds (T99); once for each lot. */
    void chargeBack(String lot, Booking booking);

    /** Blocks a wallet for new holds, or opens it again. */
    void block(WalletKey wallet, boolean blocked, Booking booking);

    /** The source of the lot that came into the wallet last. */
    Optional<String> lastLot(WalletKey wallet);

    /** Agreements on automatic purchases. */
    StandingOrders standing();

    /** True the first time it is asked with this key, so that a customer is told once. */
    boolean once(String desk, String key, Instant at);

    /**
     * Which orders.
     *
     * @param customer null: everybody's
     * @param open only those that are not paid, nor cancelled
     * @param before only numbers below; {@link Long#MAX_VALUE} for the first page
     * @param max 1 to {@link #PAGE_MAX}
     */
    record Filter(String desk, @Nullable CustomerId customer, boolean open, long before, int max) {
        public Filter {
            if (max < 1 || max > PAGE_MAX) {
                throw new IllegalArgumentException(max + " orders at once; 1 to " + PAGE_MAX + " are right");
            }
        }
    }

    /** Who changes a lot or a wallet, why and when. {@code key}: makes it happen once. */
    record Booking(String desk, String key, Actor actor, String reason, Instant at) {}

    /** How taking units back ended. */
    sealed interface TakenBack {
        /** They are gone, and this is what is owed for them. */
        record Done(Money worth) implements TakenBack {}

        /** So many units of the lot are spent or reserved; nothing happened. */
        record Lacking(long units) implements TakenBack {}
    }
}
