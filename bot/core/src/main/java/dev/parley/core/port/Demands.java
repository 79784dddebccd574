package dev.parley.core.port;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.Span;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of the work on demand is billed, and the monthly invoices of customers no contract bills it to: a part of a
 * {@link Transaction} that holds the lock on the wallet of the customer's minutes. What is kept is never changed.
 */
public interface Demands {
    /** The most invoices one {@link #list} gives. */
    int PAGE_MAX = 200;

    /** When work on demand was charged for the first time at the desk; empty if it never was. */
    Optional<Instant> first(String desk);

    /** Whom work on demand was charged or given back to in {@code within}, by number. */
    List<CustomerId> customers(String desk, Span within);

    /** What of {@code within} is on an invoice of the customer's, whichever, in order. */
    List<Span> billed(CustomerId customer, Span within);

    /** Notes that an invoice bills the customer's work on demand in {@code span}; none of it is billed yet. */
    void bill(CustomerId customer, Span span, String invoice);

    /** Keeps the invoice of a month; false if the customer has one. */
    boolean keep(CustomerId customer, Invoice invoice, Instant now);

    /** The customer's invoice of a month. */
    Optional<Made> find(CustomerId customer, YearMonth month);

    /** Invoices of the desk, or of one customer of it, the newest month first. */
    List<Made> list(String desk, @Nullable CustomerId customer, int max);

    /** An invoice that was made at {@code at}. */
    record Made(CustomerId customer, Invoice invoice, Instant at) {
        /** What it is called in papers. */
        public String number() {
            return Demands.number(customer, invoice.month());
        }
    }

    /** What the invoice of a month is called. */
    static String number(CustomerId customer, YearMonth month) {
        return "D-" + customer.number() + "-" + month;
    }
}
