package dev.parley.core.port;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.review.Review;
import dev.parley.core.review.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reviews of what a desk sells; a part of a {@link Transaction}. They change only while their customer's funds are
 * locked ({@link Transaction#lockFunds}); their history is the audit log of {@code review NUMBER}.
 */
public interface Reviews {
    /** The most reviews one {@link #list} gives. */
    int PAGE_MAX = 200;

    /** The customer's review. */
    Optional<Review> of(CustomerId customer);

    /** The review of this number. */
    Optional<Review> find(String desk, long number);

    /** Keeps what a customer wrote, in the place of what it wrote before. */
    Review keep(Written written);

    /** Keeps who sees it from now on. */
    void keep(String desk, long number, Review.State state, Instant at);

    /** Reviews, newest first. */
    List<Review> list(Filter filter);

    /**
     * Which reviews.
     *
     * @param all also those that are hidden or taken back
     * @param before only numbers below; {@link Long#MAX_VALUE} for the first page
     * @param max 1 to {@link #PAGE_MAX}
     */
    record Filter(String desk, boolean all, long before, int max) {
        public Filter {
            if (max < 1 || max > PAGE_MAX) {
                throw new IllegalArgumentException(max + " reviews at once; 1 to " + PAGE_MAX + " are right");
            }
        }
    }
}
