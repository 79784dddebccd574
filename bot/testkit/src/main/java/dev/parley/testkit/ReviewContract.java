package dev.parley.testkit;

import static dev.parley.testkit.Deals.allowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.LoseOrder.Because;
import dev.parley.core.desk.Shop;
import dev.parley.core.desk.Shops;
import dev.parley.core.desk.UseCases;
import dev.parley.core.desk.WriteReview.View;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.message.Party;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Orders.Booking;
import dev.parley.core.port.Outbox;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Renderer;
import dev.parley.core.port.Reviews.Filter;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.OfferList;
import dev.parley.core.review.Draft;
import dev.parley.core.review.Review;
import dev.parley.core.review.Review.State;
import dev.parley.core.review.Session;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is promised about reviews (C-26), on any storage. */
public interface ReviewContract extends StorageContract {
    /** Of the desk {@code support}. */
    Marks MARKS = new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN]));

    /** A review that is fine. */
    Draft GOOD = new Draft(5, "Alice", "Quick and clear.");

    /** Another one. */
    Draft BAD = new Draft(1, "Alice", "Not any more.");

    /** Most links to one address in an hour. */
    int LINKS_PER_HOUR = 3;

    private UseCases.Reviewing use() {
        Renderer words = (template, _, fields) ->
                new Renderer.Rendered(template.name(), template + " " + new TreeMap<>(fields), null);
        DeskProfile desk = new DeskProfile(
                Desks.paidIn(Unit.CREDIT),
                new Party("Credits", "credits@vendor.example"),
                "mail:support",
                List.of("credits@vendor.example"),
                List.of(),
                List.of(),
                null,
                Locale.ENGLISH,
                new DeskProfile.Brakes(List.of(), LINKS_PER_HOUR),
                words);
        OfferList offers = new OfferList(List.of(new Offer(25, Deals.usd(100_00))));
        Shops shops = new Shops(Map.of(Desks.SUPPORT, Shop.of(offers, null, null)), Map.of(), "https://desk.example");
        return UseCases.over(new DeskBook(List.of(desk)), shops, ports().store(), MARKS)
                .reviewing();
    }

    /** Credits that were paid for. */
    private Contact buyer(String address) {
        Contact contact = approver(address);
        pay(contact.customer(), 50, "bought by " + address);
        return contact;
    }

    private List<OutgoingMessage> mails() {
        return ports().outbox().claim("w", 99, LEASE, Instant.parse("2031-01-01T00:00:00Z")).stream()
                .map(Outbox.Claim::message)
                .toList();
    }

    /** Logs in as a person does: by the link in the mail. */
    private String logIn(Contact contact, Instant at) {
        use().logIn().ask(Desks.SUPPORT, contact.address(), at);
        String text = mails().getLast().text();
        String before = "https://desk.example/reviews/support/";
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(',', start));
    }

    private Optional<Ruling<View>> write(String token, Draft draft, Instant at) {
        return use().write().write(Desks.SUPPORT, token, draft, at);
    }

    private Review written(Contact contact, Draft draft) {
        return allowed(write(logIn(contact, NOW), draft, NOW).orElseThrow())
                .review()
                .orElseThrow();
    }

    private List<Draft> published() {
        return use().write().published(Desks.SUPPORT, Long.MAX_VALUE, 9).stream()
                .map(Review::said)
                .toList();
    }

    private List<String> history(Review review) {
        return ports().tickets().audit(Desks.SUPPORT, "review " + review.number(), 9).stream()
                .map(AuditLine::what)
                .toList();
    }

    @Test
    default void c26aWithoutAReviewThereIsNone() {
        assertThat(published()).isEmpty();
        assertThat(use().write().offered(Desks.SUPPORT)).isTrue();
        assertThat(use().write().offered(Desks.SALES)).isFalse();
    }

    @Test
    default void c26WhoIsLoggedInAndBoughtItReviewsItOnce() {
        Contact alice = buyer("alice@customer.example");
        Review review = written(alice, GOOD);
        assertThat(published()).containsExactly(GOOD);
        assertThat(review.author()).isEqualTo(alice.id());
        assertThat(written(alice, GOOD)).as("the same again").isEqualTo(review);
        Review changed = written(alice, BAD);
        assertThat(changed.number()).isEqualTo(review.number());
        assertThat(published()).containsExactly(BAD);
        assertThat(history(review)).containsExactly("written", "written");
    }

    @Test
    default void c26WhoBoughtNothingWritesNothingAndIsToldWhy() {
        Contact alice = approver("alice@customer.example");
        Grant gift = new Grant(WalletKey.of(alice.customer(), Unit.CREDIT), 50, "gift", 0, new Actor.Desk(), NOW);
        assertThat(granted(gift)).isTrue();
        String token = logIn(alice, NOW);
        assertThat(use().write().look(Desks.SUPPORT, token, NOW).orElseThrow().mayWrite())
                .isFalse();
        assertThat(write(token, GOOD, NOW))
                .contains(new Refused<>("only customers who bought this may review it", "buy it first"));
        assertThat(published()).isEmpty();
    }

    @Test
    default void c26APurchaseThatWasTakenBackWholeOrChargedBackDoesNotCount() {
        Contact alice = buyer("alice@customer.example");
        takeBack(alice.customer(), "bought by alice@customer.example", 49);
        assertThat(bought(alice)).as("a part of it").isTrue();
        takeBack(alice.customer(), "bought by alice@customer.example", 1);
        assertThat(bought(alice)).isFalse();
        Contact bob = buyer("bob@other.example");
        Booking lost = new Booking(Desks.SUPPORT, "lost", new Actor.Desk(), "charged back", NOW);
        ports().store().transact(tx -> {
            tx.lockFunds(WalletKey.of(bob.customer(), Unit.CREDIT));
            tx.orders().chargeBack("bought by bob@other.example", lost);
            return lost;
        });
        assertThat(bought(bob)).isFalse();
        pay(bob.customer(), 25, "another");
        assertThat(bought(bob)).isTrue();
    }

    private boolean bought(Contact contact) {
        return ports().store()
                .transact(tx -> tx.orders().bought(contact.customer()))
                .isPresent();
    }

    private void takeBack(CustomerId customer, String lot, long units) {
        Booking booking = new Booking(Desks.SUPPORT, "back " + units, new Actor.Desk(), "asked for", NOW);
        ports().store().transact(tx -> {
            tx.lockFunds(WalletKey.of(customer, Unit.CREDIT));
            return tx.orders().takeBack(lot, units, booking);
        });
    }

    @Test
    default void c26TheLinkGoesToTheCustomersOwnAddressAndANobodyGetsNone() {
        Contact alice = buyer("alice@customer.example");
        use().logIn().ask(Desks.SUPPORT, "nobody@customer.example", NOW);
        use().logIn().ask(Desks.SALES, "alice@customer.example", NOW);
        use().logIn().ask(Desks.SUPPORT, " Alice@Customer.example ", NOW);
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("REVIEW_LOGIN");
            assertThat(mail.to()).containsExactly(new Party("Alice", alice.address()));
        });
    }

    @Test
    default void oneAddressGetsSoManyLinksInAnHour() {
        Contact alice = buyer("alice@customer.example");
        for (int i = 0; i <= LINKS_PER_HOUR; i++) {
            use().logIn().ask(Desks.SUPPORT, alice.address(), NOW.plusSeconds(i));
        }
        assertThat(mails()).hasSize(LINKS_PER_HOUR);
        use().logIn().ask(Desks.SUPPORT, alice.address(), NOW.plusSeconds(3601));
        assertThat(mails()).hasSize(1);
    }

    @Test
    default void c26AnOldEndedForgedOrForeignLinkLogsNobodyIn() {
        Contact alice = buyer("alice@customer.example");
        Contact bob = buyer("bob@other.example");
        String token = logIn(alice, NOW);
        Instant last = NOW.plus(Session.LASTS).minusMillis(1);
        assertThat(use().write().look(Desks.SUPPORT, token, last)).isPresent();
        assertThat(write(token, GOOD, NOW.plus(Session.LASTS)))
                .as("an hour old")
                .isEmpty();
        assertThat(write("9" + token, GOOD, NOW)).as("forged").isEmpty();
        assertThat(use().write().write(Desks.SALES, token, GOOD, NOW))
                .as("of another desk")
                .isEmpty();
        assertThat(use().write().look(Desks.SUPPORT, token, NOW.minusSeconds(1)))
                .as("not yet")
                .isEmpty();
        long session = Long.parseLong(token.substring(0, token.indexOf('-')));
        Pointer mixed =
                new Pointer(new TicketId(Desks.SUPPORT, session), 0, bob.id().number());
        assertThat(write(MARKS.loginToken(mixed), GOOD, NOW))
                .as("of somebody else")
                .isEmpty();
        Pointer own =
                new Pointer(new TicketId(Desks.SUPPORT, session), 0, alice.id().number());
        assertThat(write(MARKS.decisionToken(own), GOOD, NOW))
                .as("made to decide")
                .isEmpty();
        use().logIn().out(Desks.SUPPORT, token, NOW.plusSeconds(1));
        use().logIn().out(Desks.SUPPORT, token, NOW.plusSeconds(2));
        assertThat(write(token, GOOD, NOW.plusSeconds(2))).as("logged out").isEmpty();
        assertThat(published()).isEmpty();
    }

    @Test
    default void whoTookTheirReviewBackWritesItAnew() {
        Contact alice = buyer("alice@customer.example");
        Review review = written(alice, GOOD);
        String token = logIn(alice, NOW);
        assertThat(use().write().withdraw(Desks.SUPPORT, token, NOW)).contains(new Allowed<>(new State.Withdrawn()));
        assertThat(use().write().withdraw(Desks.SUPPORT, token, NOW).orElseThrow())
                .isInstanceOf(Refused.class);
        assertThat(published()).isEmpty();
        assertThat(allowed(write(token, GOOD, NOW).orElseThrow())
                        .review()
                        .orElseThrow()
                        .state())
                .isEqualTo(new State.Shown());
        assertThat(history(review)).containsExactly("written", "withdrawn", "written");
        Contact bob = buyer("bob@other.example");
        assertThat(use().write().withdraw(Desks.SUPPORT, logIn(bob, NOW), NOW)).isEmpty();
    }

    @Test
    default void staffHideAReviewWithAReasonThatItsAuthorIsTold() {
        Contact alice = buyer("alice@customer.example");
        Review review = written(alice, GOOD);
        Because spam = new Because(AGENT, "It names a person.");
        assertThat(use().moderate().hide(Desks.SUPPORT, review.number(), spam, NOW))
                .contains(new Allowed<>(new State.Hidden("It names a person.")));
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("REVIEW_HIDDEN", "It names a person."));
        assertThat(published()).isEmpty();
        written(alice, BAD);
        assertThat(published()).as("changed, and still hidden").isEmpty();
        assertThat(use().moderate()
                        .hide(Desks.SUPPORT, review.number(), spam, NOW)
                        .orElseThrow())
                .isInstanceOf(Refused.class);
        assertThat(use().moderate().show(Desks.SUPPORT, review.number(), AGENT, NOW))
                .contains(new Allowed<>(new State.Shown()));
        assertThat(published()).containsExactly(BAD);
        assertThat(history(review)).containsExactly("shown", "written", "hidden", "written");
        assertThat(use().moderate().hide(Desks.SUPPORT, 4711, spam, NOW)).isEmpty();
        assertThat(use().moderate().hide(Desks.SALES, review.number(), spam, NOW))
                .isEmpty();
        assertThat(use().moderate().show(Desks.SALES, review.number(), AGENT, NOW))
                .isEmpty();
    }

    @Test
    default void reviewsAreListedNewestFirstAPageAtATime() {
        Review one = written(buyer("alice@customer.example"), GOOD);
        Review two = written(buyer("bob@other.example"), BAD);
        var write = use().write();
        assertThat(write.published(Desks.SUPPORT, Long.MAX_VALUE, 1)).containsExactly(two);
        assertThat(write.published(Desks.SUPPORT, two.number(), 9)).containsExactly(one);
        assertThat(write.published(Desks.SALES, Long.MAX_VALUE, 9)).isEmpty();
        use().moderate().hide(Desks.SUPPORT, two.number(), new Because(AGENT, "Spam."), NOW);
        assertThat(use().moderate().list(new Filter(Desks.SUPPORT, true, Long.MAX_VALUE, 9)))
                .extracting(Review::number)
                .containsExactly(two.number(), one.number());
        assertThat(use().moderate().find(Desks.SUPPORT, one.number())).contains(one);
    }
}
