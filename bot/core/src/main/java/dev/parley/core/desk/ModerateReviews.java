package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.ledger.Funds;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Reviews;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.review.Review;
import dev.parley.core.review.Review.State;
import dev.parley.core.ticket.Template;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Staff take reviews off the page that do not belong there, and say why; what a review says they never change. */
public final class ModerateReviews {
    private final DeskBook desks;
    private final Store store;
    private final Letters letters;

    ModerateReviews(DeskBook desks, Store store, Letters letters) {
        this.desks = desks;
        this.store = store;
        this.letters = letters;
    }

    /** Reviews, newest first. */
    public List<Review> list(Reviews.Filter filter) {
        return store.transact(tx -> tx.reviews().list(filter));
    }

    /** The review of this number. */
    public Optional<Review> find(String desk, long number) {
        return store.transact(tx -> tx.reviews().find(desk, number));
    }

    /** Hides a review; its author is told why. Empty if there is none of this number. */
    public Optional<Ruling<State>> hide(String desk, long number, LoseOrder.Because because, Instant now) {
        return store.transact(tx -> locked(tx, desk, number).map(review -> {
            Ruling<State> hidden = review.hidden(because.reason());
            if (hidden instanceof Allowed<State>) {
                tell(tx, review, because.reason(), now);
            }
            return ReviewLog.change(tx, review, hidden, because.actor(), now);
        }));
    }

    /** Shows a hidden review again. Empty if there is none of this number. */
    public Optional<Ruling<State>> show(String desk, long number, Actor.Staff by, Instant now) {
        return store.transact(
                tx -> locked(tx, desk, number).map(review -> ReviewLog.change(tx, review, review.shown(), by, now)));
    }

    private static Optional<Review> locked(Transaction tx, String desk, long number) {
        return tx.reviews().find(desk, number).flatMap(review -> {
            Funds _ = tx.lockFunds(OrderNews.wallet(review.customer()));
            return tx.reviews().find(desk, number);
        });
    }

    private void tell(Transaction tx, Review review, String reason, Instant now) {
        String about = "review " + review.number() + " hidden " + now;
        Letters.Letter letter =
                new Letters.Letter(review.customer(), about, Template.REVIEW_HIDDEN, Map.of("reason", reason));
        letters.send(tx, desks.desk(review.customer().desk()), letter, tx.contact(review.author()), now);
    }
}
