package dev.parley.app.shop;

import dev.parley.core.port.RawMessage;
import dev.parley.core.purchase.PaymentFact;
import dev.parley.stripe.StripeMessages;
import java.util.Map;
import java.util.Optional;

/** Who understands Stripe's messages to each desk. */
public final class StripeDesks {
    private final Map<String, StripeMessages> byDesk;

    /** By the short names of the desks that have an account. */
    public StripeDesks(Map<String, StripeMessages> byDesk) {
        this.byDesk = Map.copyOf(byDesk);
    }

    /** Of this desk; empty if it has no account. */
    Optional<StripeMessages> of(String desk) {
        return Optional.ofNullable(byDesk.get(desk));
    }

    /** What a recorded message says. */
    public PaymentFact read(RawMessage message) {
        return of(message.desk())
                .orElseThrow(() -> new IllegalStateException("desk " + message.desk() + " has no account at Stripe"))
                .read(message.raw());
    }
}
