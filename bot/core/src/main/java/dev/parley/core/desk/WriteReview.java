package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Reviews;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.review.Bought;
import dev.parley.core.review.Draft;
import dev.parley.core.review.Login;
import dev.parley.core.review.Review;
import dev.parley.core.review.Review.State;
import dev.parley.core.review.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Customers who are logged in and bought the product review it (C-26). */
public final class WriteReview {
    private final Shops shops;
    private final Store store;
    private final LogIn doors;

    WriteReview(Shops shops, Store store, LogIn doors) {
        this.shops = shops;
        this.store = store;
        this.doors = doors;
    }

    /**
     * What somebody who is logged in sees.
     *
     * @param mayWrite true if their customer bought the product
     */
    public record View(Contact who, Optional<Review> review, boolean mayWrite) {}

    /** True if the desk sells something that can be reviewed, and customers reach its pages. */
    public boolean offered(String desk) {
        return shops.of(desk).isPresent() && !shops.page("/").isEmpty();
    }

    /** What everybody may read, newest first; {@code before}: only numbers below. */
    public List<Review> published(String desk, long before, int max) {
        return store.transact(tx -> tx.reviews().list(new Reviews.Filter(desk, false, before, max)));
    }

    /** What is to be seen by this link; empty if nobody is logged in by it. */
    public Optional<View> look(String desk, String token, Instant now) {
        return store.transact(tx -> doors.within(tx, desk, token, now).map(login -> view(tx, login)));
    }

    private static View view(Transaction tx, Login login) {
        CustomerId customer = login.who().customer();
        return new View(
                login.who(),
                tx.reviews().of(customer),
                tx.orders().bought(customer).flatMap(Bought::by).isPresent());
    }

    /** Keeps the review; empty if nobody is logged in by this link. */
    public Optional<Ruling<View>> write(String desk, String token, Draft draft, Instant now) {
        return store.transact(tx -> doors.within(tx, desk, token, now).map(login -> written(tx, login, draft, now)));
    }

    private static Ruling<View> written(Transaction tx, Login login, Draft draft, Instant now) {
        CustomerId customer = login.who().customer();
        Funds _ = tx.lockFunds(OrderNews.wallet(customer));
        Optional<Bought> bought = tx.orders().bought(customer).flatMap(Bought::by);
        if (bought.isEmpty()) {
            return new Refused<>("only customers who bought this may review it", "buy it first");
        }
        Optional<Review> before = tx.reviews().of(customer);
        return switch (Review.write(before, login, bought.get(), draft, now)) {
            case Refused<Optional<Written>>(var wrong, var right) -> new Refused<>(wrong, right);
            case Allowed<Optional<Written>>(var written) -> {
                written.ifPresent(one -> keep(tx, before, one));
                yield new Allowed<>(view(tx, login));
            }
        };
    }

    private static void keep(Transaction tx, Optional<Review> before, Written written) {
        Review kept = tx.reviews().keep(written);
        Actor author = new Actor.Customer(written.author().address());
        String was = before.map(ReviewLog::words).orElse("");
        ReviewLog.write(tx, kept, author, new ReviewLog.Line("written", was, ReviewLog.words(kept)), written.at());
    }

    /** The customer takes the review back; empty if nobody is logged in by this link, or there is none. */
    public Optional<Ruling<State>> withdraw(String desk, String token, Instant now) {
        return store.transact(tx -> doors.within(tx, desk, token, now).flatMap(login -> {
            CustomerId customer = login.who().customer();
            Funds _ = tx.lockFunds(OrderNews.wallet(customer));
            Actor who = new Actor.Customer(login.who().address());
            return tx.reviews()
                    .of(customer)
                    .map(review -> ReviewLog.change(tx, review, review.withdrawn(login), who, now));
        }));
    }
}
