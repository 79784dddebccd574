package dev.parley.storage;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.money.Money;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Order;
import dev.parley.core.purchase.OrderState;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Purchase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code purchase}. */
final class PurchaseRow {
    private PurchaseRow() {}

    /** The columns of an order's state. */
    record Standing(
            String state,
            @Nullable String paidHow,
            @Nullable String payment,
            @Nullable Instant paidAt,
            long refunded,
            @Nullable Instant endedAt) {

        private static Standing unpaid(String state, @Nullable Instant endedAt) {
            return new Standing(state, null, null, null, 0, endedAt);
        }

        private static Standing paid(String state, OrderState.Paid paid, @Nullable Instant endedAt) {
            Payment payment = paid.payment();
            return new Standing(state, payment.how().name(), payment.reference(), paid.at(), paid.refunded(), endedAt);
        }
    }

    static Standing standing(OrderState state) {
        return switch (state) {
            case OrderState.Open _ -> Standing.unpaid("OPEN", null);
            case OrderState.Cancelled cancelled -> Standing.unpaid("CANCELLED", cancelled.at());
            case OrderState.Paid paid -> Standing.paid("PAID", paid, null);
            case OrderState.ChargedBack back -> Standing.paid("CHARGED_BACK", back.paid(), back.at());
        };
    }

    static Purchase read(ResultSet row) throws SQLException {
        CustomerId customer = new CustomerId(Columns.string(row, "desk"), row.getLong("customer"));
        Money price = new Money(Currency.getInstance(Columns.string(row, "currency")), row.getLong("price_minor"));
        Order order = new Order(
                row.getLong("number"),
                customer,
                new Offer(row.getLong("units"), price),
                Columns.instant(row, "ordered_at"));
        Purchase.Terms terms = new Purchase.Terms(
                Columns.string(row, "key"),
                Payment.How.valueOf(Columns.string(row, "how")),
                Columns.instant(row, "pay_by"),
                row.getLong("ticket"),
                row.getInt("automatic"));
        return new Purchase(order, terms, state(row), checkout(row));
    }

    private static OrderState state(ResultSet row) throws SQLException {
        String state = Columns.string(row, "state");
        return switch (state) {
            case "OPEN" -> new OrderState.Open();
            case "CANCELLED" -> new OrderState.Cancelled(Columns.instant(row, "ended_at"));
            case "PAID" -> paid(row);
            case "CHARGED_BACK" -> new OrderState.ChargedBack(paid(row), Columns.instant(row, "ended_at"));
            default -> throw new IllegalStateException("an order that is " + state);
        };
    }

    private static OrderState.Paid paid(ResultSet row) throws SQLException {
        Payment payment =
                new Payment(Payment.How.valueOf(Columns.string(row, "paid_how")), Columns.string(row, "payment"));
        return new OrderState.Paid(payment, Columns.instant(row, "paid_at"), row.getLong("refunded"));
    }

    private static @Nullable Checkout checkout(ResultSet row) throws SQLException {
        String session = row.getString("checkout_session");
        return session == null
                ? null
                : new Checkout(
                        row.getInt("checkout_nth"),
                        session,
                        Columns.string(row, "checkout_url"),
                        Columns.instant(row, "checkout_until"));
    }
}
