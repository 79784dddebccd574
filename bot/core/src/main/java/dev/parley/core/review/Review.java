package dev.parley.core.review;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer's review, one for each customer. Whoever is logged in for the customer writes it anew; who wrote it last
 * is its author.
 *
 * @param number one of its own at the desk
 * @param changes how often it was written, from 1 to {@value #CHANGES_MAX}
 */
public record Review(
        long number,
        CustomerId customer,
        ContactId author,
        Draft said,
        State state,
        int changes,
        Instant writtenAt,
        Instant changedAt) {
    /** The most often one review is written: far more than anybody does. */
    public static final int CHANGES_MAX = 100;

    /** The longest reason of staff, in characters. */
    public static final int REASON_CHARS_MAX = 1_000;

    /** Who sees it. */
    public sealed interface State {
        /** Everybody. */
        record Shown() implements State {}

        /** Nobody: the customer took it back. */
        record Withdrawn() implements State {}

        /** Nobody but its customer: staff took it off the page. {@code reason}: as the customer is told. */
        record Hidden(String reason) implements State {
            public Hidden {
                if (reason.isBlank() || reason.length() > REASON_CHARS_MAX) {
                    throw new IllegalArgumentException("a reason of " + reason.length() + " characters");
                }
            }
        }
    }

    /**
     * What is kept of {@code draft}; empty if it says what the review says already, so that nothing happens. What staff
     * hid stays hidden until they show it.
     *
     * @param before the customer's review until now
     */
    public static Ruling<Optional<Written>> write(
            Optional<Review> before, Login login, Bought bought, Draft draft, Instant at) {
        CustomerId customer = login.who().customer();
        if (!customer.equals(bought.customer())
                || before.filter(review -> !review.customer.equals(customer)).isPresent()) {
            throw new IllegalArgumentException(login.who().id() + " writes for " + bought.customer());
        }
        if (before.isEmpty()) {
            return new Allowed<>(Optional.of(new Written(login, draft, new State.Shown(), 1, at)));
        }
        Review old = before.get();
        State next = old.state instanceof State.Withdrawn ? new State.Shown() : old.state;
        if (old.said.equals(draft) && old.state.equals(next)) {
            return new Allowed<>(Optional.empty());
        }
        return old.changes == CHANGES_MAX
                ? new Refused<>("your review was changed " + CHANGES_MAX + " times", "write to us")
                : new Allowed<>(Optional.of(new Written(login, draft, next, old.changes + 1, at)));
    }

    /** Its customer takes it back, for good or until it is written anew. */
    public Ruling<State> withdrawn(Login login) {
        if (!login.who().customer().equals(customer)) {
            throw new IllegalArgumentException(login.who().id() + " takes back review " + number);
        }
        return switch (state) {
            case State.Shown _ -> new Allowed<>(new State.Withdrawn());
            case State.Withdrawn _ -> new Refused<>("your review was taken back before", "nothing; nobody sees it");
            case State.Hidden _ -> new Refused<>("your review is not shown", "nothing; nobody sees it");
        };
    }

    /** Staff take it off the page. */
    public Ruling<State> hidden(String reason) {
        if (reason.length() > REASON_CHARS_MAX) {
            return new Refused<>("a reason of " + reason.length() + " characters", "at most " + REASON_CHARS_MAX);
        }
        return switch (state) {
            case State.Shown _ -> new Allowed<>(new State.Hidden(reason));
            case State.Withdrawn _ -> new Refused<>(name() + " was taken back by its customer", "nothing to hide");
            case State.Hidden _ -> new Refused<>(name() + " is hidden", "show it first");
        };
    }

    /** Staff put it on the page again. */
    public Ruling<State> shown() {
        return switch (state) {
            case State.Hidden _ -> new Allowed<>(new State.Shown());
            case State.Withdrawn _ -> new Refused<>(name() + " was taken back by its customer", "leave it so");
            case State.Shown _ -> new Refused<>(name() + " is shown", "nothing to do");
        };
    }

    private String name() {
        return "review " + number;
    }
}
