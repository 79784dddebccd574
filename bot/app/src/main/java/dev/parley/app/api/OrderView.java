package dev.parley.app.api;

import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.OrderState;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Purchase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as staff see it.
 *
 * @param price such as {@code 150.00 USD}
 * @param ticket the ticket it was ordered for, 0 if for none
 * @param payment how and with which reference it was paid; null while it is not
 * @param refunded how many of its credits were taken back for money
 * @param page where the customer can pay it now; null if nowhere
 */
record OrderView(
        long number,
        long customer,
        long units,
        String price,
        Purchase.Status status,
        Payment.How how,
        Instant at,
        Instant payBy,
        long ticket,
        @Nullable Payment payment,
        @Nullable Instant paidAt,
        long refunded,
        @Nullable String page) {

    /** With everything that was done to it, newest first. */
    record WithHistory(OrderView order, List<AuditLine> history) {}

    static OrderView of(Purchase purchase, Instant now) {
        OrderState.Paid paid = paid(purchase.state());
        Offer offer = purchase.order().offer();
        return new OrderView(
                purchase.order().number(),
                purchase.order().customer().number(),
                offer.units(),
                offer.price().toString(),
                purchase.status(now),
                purchase.terms().how(),
                purchase.order().orderedAt(),
                purchase.terms().payBy(),
                purchase.terms().ticket(),
                paid == null ? null : paid.payment(),
                paid == null ? null : paid.at(),
                paid == null ? 0 : paid.refunded(),
                page(purchase, now));
    }

    private static @Nullable String page(Purchase purchase, Instant now) {
        Checkout checkout = purchase.checkout();
        if (checkout == null || !now.isBefore(checkout.until())) {
            return null;
        }
        return purchase.state() instanceof OrderState.Open ? checkout.url() : null;
    }

    private static OrderState.@Nullable Paid paid(OrderState state) {
        return switch (state) {
            case OrderState.Open _ -> null;
            case OrderState.Cancelled _ -> null;
            case OrderState.Paid paid -> paid;
            case OrderState.ChargedBack back -> back.paid();
        };
    }
}
