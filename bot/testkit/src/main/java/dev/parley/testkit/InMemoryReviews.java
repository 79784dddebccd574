package dev.parley.testkit;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.port.Reviews;
import dev.parley.core.review.Review;
import dev.parley.core.review.Written;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reviews in memory. */
final class InMemoryReviews implements Reviews {
    private final Memory memory;

    InMemoryReviews(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Review> of(CustomerId customer) {
        return memory.reviews
                .rows()
                .filter(review -> review.customer().equals(customer))
                .findFirst();
    }

    @Override
    public Optional<Review> find(String desk, long number) {
        return memory.reviews
                .find(number)
                .filter(review -> review.customer().desk().equals(desk));
    }

    @Override
    public Review keep(Written written) {
        CustomerId customer = written.author().customer();
        Optional<Review> before = of(customer);
        Review review = new Review(
                before.map(Review::number).orElseGet(memory::nextId),
                customer,
                written.author().id(),
                written.said(),
                written.state(),
                written.changes(),
                before.map(Review::writtenAt).orElse(written.at()),
                written.at());
        memory.reviews.put(review.number(), review);
        return review;
    }

    @Override
    public void keep(String desk, long number, Review.State state, Instant at) {
        Review old = find(desk, number).orElseThrow(() -> new IllegalArgumentException("there is no review " + number));
        memory.reviews.put(
                number,
                new Review(
                        number, old.customer(), old.author(), old.said(), state, old.changes(), old.writtenAt(), at));
    }

    @Override
    public List<Review> list(Filter filter) {
        return memory.reviews
                .rows()
                .filter(review -> review.customer().desk().equals(filter.desk()) && review.number() < filter.before())
                .filter(review -> filter.all() || review.state() instanceof Review.State.Shown)
                .sorted(Comparator.comparingLong(Review::number).reversed())
                .limit(filter.max())
                .toList();
    }
}
