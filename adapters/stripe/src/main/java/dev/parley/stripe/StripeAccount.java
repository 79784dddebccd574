package dev.parley.stripe;

import java.time.Duration;

/**
 * A desk's account at Stripe.
 *
 * @param desk the desk's short name; stands on everything that is made there
 * @param secretKey the API key
 * @param apiBase the API's root, without a slash at its end
 * @param timeout for connecting, and for an answer
 */
public record StripeAccount(String desk, String secretKey, String apiBase, Duration timeout) {
    /** Without the key. */
    @Override
    public String toString() {
        return desk + " at " + apiBase;
    }
}
