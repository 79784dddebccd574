package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.required;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.LoseOrder.Because;
import dev.parley.core.desk.RefundOrder.Refund;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Payments.Returned;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.purchase.Purchase;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money that goes back: refunds of unspent credits (C-30), charge-backs (T99) and their end. Only billing. */
@RestController
@RequestMapping("/api/v1")
class RefundController {
    private final UseCases.Purchases purchases;
    private final Customers customers;
    private final InstantSource clock;

    RefundController(UseCases useCases, Customers customers, InstantSource clock) {
        this.purchases = useCases.purchases();
        this.customers = customers;
        this.clock = clock;
    }

    /** How many credits, and why. */
    record RefundAsked(@Nullable Long units, @Nullable String reason) {}

    /** Why. */
    record ReasonAsked(@Nullable String reason) {}

    /** {@code worth}: what is owed for them; {@code money}: what became of it. */
    record Refunded(OrderView order, long units, String worth, String money) {}

    @PostMapping("/orders/{number}/refund")
    Refunded refund(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody RefundAsked asked) {
        long units = asked.units == null ? 0 : asked.units;
        Because because = because(caller, asked.reason);
        Ruling<Refund> ruling = purchases
                .refund()
                .refund(caller.desk(), number, units, because, now())
                .orElseThrow(() -> missing(number));
        Refund refund = allowed(ruling);
        String money = purchases
                .payOnline()
                .giveBack(refund, now())
                .map(RefundController::told)
                .orElse("not paid online: give it back by hand");
        return new Refunded(
                OrderView.of(refund.purchase(), now()),
                refund.units(),
                refund.worth().toString(),
                money);
    }

    private static String told(Returned returned) {
        return switch (returned) {
            case Returned.Done _ -> "given back where it was paid";
            case Returned.Not not -> "not given back (" + not.why() + "): give it back by hand";
        };
    }

    @PostMapping("/orders/{number}/charge-back")
    OrderView chargeBack(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody ReasonAsked asked) {
        Because because = because(caller, asked.reason);
        Ruling<Purchase> ruling =
                purchases.lose().lose(caller.desk(), number, because, now()).orElseThrow(() -> missing(number));
        return OrderView.of(allowed(ruling), now());
    }

    /** {@code customer}: whose wallet takes new work again. */
    record Unblocked(long customer) {}

    @PostMapping("/customers/{number}/unblock")
    Unblocked unblock(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody ReasonAsked asked) {
        Because because = because(caller, asked.reason);
        CustomerId customer = new CustomerId(caller.desk(), number);
        if (customers.find(customer).isEmpty()) {
            throw ApiProblem.missing("customer " + number);
        }
        purchases.lose().unblock(customer, because, now());
        return new Unblocked(number);
    }

    private static Because because(Caller caller, @Nullable String reason) {
        caller.needs(Role.BILLING);
        return new Because(caller.actor(), required("reason", reason, "why, in one clause"));
    }

    private static <T> T allowed(Ruling<T> ruling) {
        return switch (ruling) {
            case Allowed<T>(var value) -> value;
            case Refused<T> no ->
                throw new ApiProblem(
                        HttpStatus.CONFLICT, "Not possible: " + no.wrong() + "; right is: " + no.right() + ".");
        };
    }

    private static ApiProblem missing(long number) {
        return ApiProblem.missing("order " + number);
    }

    private Instant now() {
        return clock.instant();
    }
}
