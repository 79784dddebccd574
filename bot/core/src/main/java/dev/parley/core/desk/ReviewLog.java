package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.review.Review;
import dev.parley.core.review.Review.State;
import java.time.Instant;

/** What is written down of reviews: who said, took back, hid or showed what. */
final class ReviewLog {
    private ReviewLog() {}

    /** A line of the review's history. */
    static void write(Transaction tx, Review review, Actor by, Line line, Instant now) {
        tx.audit(new AuditLine(
                review.customer().desk(), by, "review " + review.number(), line.what, line.before, line.after, now));
    }

    record Line(String what, String before, String after) {}

    /** Keeps who sees the review from now on, if it may be so. */
    static Ruling<State> change(Transaction tx, Review review, Ruling<State> ruling, Actor by, Instant now) {
        if (ruling instanceof Allowed<State>(var next)) {
            tx.reviews().keep(review.customer().desk(), review.number(), next, now);
            write(tx, review, by, new Line(word(next), words(review.state()), words(next)), now);
        }
        return ruling;
    }

    private static String word(State state) {
        return switch (state) {
            case State.Shown _ -> "shown";
            case State.Withdrawn _ -> "withdrawn";
            case State.Hidden _ -> "hidden";
        };
    }

    private static String words(State state) {
        return state instanceof State.Hidden(var reason) ? "hidden: " + reason : word(state);
    }

    /** The review as its history shows it. */
    static String words(Review review) {
        return review.said().stars() + " stars, " + review.said().name() + ": "
                + review.said().text();
    }
}
