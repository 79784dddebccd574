package dev.parley.core.port;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.StandingOrder;
import java.util.List;
import java.util.Optional;

/**
 * Customers' agreements on automatic purchases; part of a {@link Transaction}. They change only while their customer's
 * funds are locked. Their history is the audit log of {@code standing order NUMBER}.
 */
public interface StandingOrders {
    /** The most that {@link #list} and {@link #of} give. */
    int PAGE_MAX = 200;

    /** The next number of the desk, higher than all before; numbers may have gaps. */
    long nextNumber(String desk);

    /** Stores a new one. */
    void create(StandingOrder order);

    /** Stores what became of it. At most one of a customer is live. */
    void save(StandingOrder order);

    /** By its number. */
    Optional<StandingOrder> find(String desk, long number);

    /** The customer's, newest first. */
    List<StandingOrder> of(CustomerId customer);

    /** The live ones of the desk, newest first. */
    List<StandingOrder> list(String desk);

    /** The customer's orders that were made automatically, newest first, {@code max} at most. */
    List<Purchase> automatic(CustomerId customer, int max);
}
