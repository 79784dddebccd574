package dev.parley.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.money.Money;
import dev.parley.core.purchase.Lot;
import dev.parley.core.review.Review.State;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may say what of a product, and who sees it (C-26). */
class ReviewTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CustomerId CUSTOMER = new CustomerId("support", 7);
    private static final CustomerId OTHER = new CustomerId("support", 8);
    private static final Draft GOOD = new Draft(5, "Alice", "Quick and clear.");
    private static final Draft BAD = new Draft(1, "Alice", "Not any more.");

    private static Contact contact(CustomerId customer) {
        return new Contact(
                new ContactId("support", 3), customer, "alice@customer.example", "Alice", true, Locale.ENGLISH);
    }

    private static Session session(CustomerId customer) {
        return new Session(12, contact(customer), NOW, NOW.plus(Session.LASTS), null);
    }

    private static Login login(CustomerId customer) {
        return session(customer).login(NOW).orElseThrow();
    }

    private static Optional<Bought> lot(CustomerId customer, long cents) {
        return Bought.by(new Lot("order:1", customer, 50, new Money(Currency.getInstance("USD"), cents), NOW));
    }

    private static Review review(State state, int changes) {
        return new Review(1, CUSTOMER, new ContactId("support", 3), GOOD, state, changes, NOW, NOW);
    }

    private static Ruling<Optional<Written>> write(Optional<Review> before, Draft draft) {
        return Review.write(before, login(CUSTOMER), lot(CUSTOMER, 1).orElseThrow(), draft, NOW.plusSeconds(5));
    }

    private static Written written(Optional<Review> before, Draft draft) {
        return ((Allowed<Optional<Written>>) write(before, draft)).value().orElseThrow();
    }

    @Test
    void c26ALoginIsMadeOnlyFromItsBeginningUntilItIsOver() {
        Session session = session(CUSTOMER);
        assertThat(session.login(NOW.minusNanos(1))).isEmpty();
        assertThat(session.login(NOW)).isPresent();
        assertThat(session.login(session.until().minusNanos(1))).isPresent();
        assertThat(session.login(session.until())).isEmpty();
        Session ended = new Session(12, contact(CUSTOMER), NOW, session.until(), NOW.plusSeconds(1));
        assertThat(ended.login(NOW)).isEmpty();
    }

    @Test
    void c26AGiftIsNoPurchase() {
        assertThat(lot(CUSTOMER, 0)).isEmpty();
        assertThat(lot(CUSTOMER, 1)).map(Bought::customer).contains(CUSTOMER);
    }

    @Test
    void c26NobodyWritesForAnotherCustomerThanTheOneThatBought() {
        Bought others = lot(OTHER, 1).orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Review.write(Optional.empty(), login(CUSTOMER), others, GOOD, NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Review.write(Optional.of(review(new State.Shown(), 1)), login(OTHER), others, BAD, NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> review(new State.Shown(), 1).withdrawn(login(OTHER)));
    }

    @Test
    void c26WhatWasWrittenNamesWhoWroteItInWhichSession() {
        Written first = written(Optional.empty(), GOOD);
        assertThat(first.session()).isEqualTo(12);
        assertThat(first.author()).isEqualTo(contact(CUSTOMER));
        assertThat(first.said()).isEqualTo(GOOD);
        assertThat(first.state()).isEqualTo(new State.Shown());
        assertThat(first.changes()).isEqualTo(1);
        assertThat(first.at()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void theSameWordsAgainChangeNothing() {
        assertThat(write(Optional.of(review(new State.Shown(), 1)), GOOD)).isEqualTo(new Allowed<>(Optional.empty()));
        assertThat(written(Optional.of(review(new State.Shown(), 1)), BAD).changes())
                .isEqualTo(2);
    }

    @Test
    void whatWasTakenBackIsShownOnceItIsWrittenAnewAndWhatStaffHidStaysHidden() {
        assertThat(written(Optional.of(review(new State.Withdrawn(), 1)), GOOD).state())
                .isEqualTo(new State.Shown());
        State hidden = new State.Hidden("It names a person.");
        assertThat(written(Optional.of(review(hidden, 1)), BAD).state()).isEqualTo(hidden);
        assertThat(write(Optional.of(review(hidden, 1)), GOOD)).isEqualTo(new Allowed<>(Optional.empty()));
    }

    @Test
    void aReviewIsChangedAHundredTimesAtMost() {
        assertThat(written(Optional.of(review(new State.Shown(), Review.CHANGES_MAX - 1)), BAD)
                        .changes())
                .isEqualTo(Review.CHANGES_MAX);
        assertThat(write(Optional.of(review(new State.Shown(), Review.CHANGES_MAX)), BAD))
                .isEqualTo(new Refused<>("your review was changed 100 times", "write to us"));
    }

    @Test
    void onlyWhatIsShownIsTakenBackOrHidden() {
        Login login = login(CUSTOMER);
        Review shown = review(new State.Shown(), 1);
        Review withdrawn = review(new State.Withdrawn(), 1);
        Review hidden = review(new State.Hidden("It names a person."), 1);
        assertThat(shown.withdrawn(login)).isEqualTo(new Allowed<>(new State.Withdrawn()));
        assertThat(withdrawn.withdrawn(login)).isInstanceOf(Refused.class);
        assertThat(hidden.withdrawn(login)).isInstanceOf(Refused.class);
        assertThat(shown.hidden("Spam.")).isEqualTo(new Allowed<>(new State.Hidden("Spam.")));
        assertThat(withdrawn.hidden("Spam.")).isInstanceOf(Refused.class);
        assertThat(hidden.hidden("Spam.")).isEqualTo(new Refused<>("review 1 is hidden", "show it first"));
        assertThat(hidden.shown()).isEqualTo(new Allowed<>(new State.Shown()));
        assertThat(shown.shown()).isInstanceOf(Refused.class);
        assertThat(withdrawn.shown()).isInstanceOf(Refused.class);
    }

    @Test
    void aReasonIsOfAThousandCharactersAtMost() {
        Review shown = review(new State.Shown(), 1);
        assertThat(shown.hidden("x".repeat(1_000))).isInstanceOf(Allowed.class);
        assertThat(shown.hidden("x".repeat(1_001))).isInstanceOf(Refused.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new State.Hidden(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new State.Hidden("x".repeat(1_001)));
    }
}
