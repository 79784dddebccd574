/** Payment pages and payment messages of Stripe. Its doors are {@link StripePayments} and {@link StripeMessages}. */
@NullMarked
package dev.parley.stripe;

import org.jspecify.annotations.NullMarked;
