package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.Contact;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.LedgerRefusal;
import dev.parley.core.port.LedgerRefusal.AlreadyResolved;
import dev.parley.core.port.LedgerRefusal.InsufficientFunds;
import dev.parley.core.port.LedgerRefusal.QuoteNotOpen;
import dev.parley.core.port.LedgerRefusal.RefundTooLarge;
import dev.parley.core.port.TicketReads.Agreement;
import dev.parley.core.port.TicketReads.Money;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.port.TicketReads.Offer.Status;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.port.Wallets.Movement;
import dev.parley.core.port.Wallets.Statement;
import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.Posting;
import dev.parley.core.ticket.Posting.QuoteEnd;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketState;
import dev.parley.core.ticket.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.core.port.Store} promises about money: postings are exact, or refused as values. */
public interface PostingContract extends StorageContract {

    /** Every test leaves the books in order. */
    @AfterEach
    default void theBooksAreInOrder() {
        assertThat(ports().wallets().violations()).isEmpty();
    }

    private Contact rich(long credits) {
        Contact alice = approver("alice@customer.example");
        pay(alice.customer(), credits, "order-1");
        return alice;
    }

    private Funds funds(Contact contact) {
        return ports().wallets().funds(WalletKey.of(contact.customer(), Unit.CREDIT), NOW);
    }

    private Optional<LedgerRefusal> post(Ticket ticket, Posting... postings) {
        return act(ticket.id(), t -> Tickets.transition(Row.UNLISTED, t, postings));
    }

    private Offer offer(Ticket ticket, int version) {
        return view(ticket.id()).quotes().get(version - 1);
    }

    @Test
    default void aPurchaseIsPaidInOncePerReference() {
        Contact alice = rich(100);
        Grant again =
                new Grant(WalletKey.of(alice.customer(), Unit.CREDIT), 100, "order-1", 10_000, new Actor.Desk(), NOW);
        assertThat(granted(again)).isFalse();
        assertThat(funds(alice)).isEqualTo(new Funds(100, 0, false));
        pay(alice.customer(), 50, "order-2");
        assertThat(lockedFunds(alice.customer())).isEqualTo(new Funds(150, 0, false));
    }

    @Test
    default void aWalletThatNobodyPaidIntoIsEmpty() {
        Contact alice = approver("alice@customer.example");
        assertThat(funds(alice)).isEqualTo(Funds.NONE);
        assertThat(lockedFunds(alice.customer())).isEqualTo(Funds.NONE);
    }

    @Test
    default void agreedHeldAnsweredCharged() {
        Contact alice = rich(100);
        Ticket ticket = quoted(alice, 10);
        assertThat(offer(ticket, 1).status()).isEqualTo(Status.SENT);
        act(ticket.id(), t -> Tickets.agreed(t, alice, "yes-1", NOW));
        assertThat(funds(alice)).isEqualTo(new Funds(100, 10, false));
        assertThat(view(ticket.id()).money()).isEqualTo(new Money(10, 0));
        assertThat(offer(ticket, 1).decision())
                .isEqualTo(new Agreement(true, "Alice", Messages.CHANNEL + " yes-1", "en.yes", "yes, go ahead", NOW));
        act(ticket.id(), t -> Tickets.answered(t, NOW));
        assertThat(funds(alice)).isEqualTo(new Funds(90, 0, false));
        assertThat(view(ticket.id()).money()).isEqualTo(new Money(0, 10));
    }

    @Test
    default void postingTheSameTwiceIsOnce() {
        Contact alice = rich(100);
        Ticket ticket = quoted(alice, 10);
        act(ticket.id(), t -> Tickets.agreed(t, alice, "yes-1", NOW));
        assertThat(post(ticket, new Posting.Hold(1))).isEmpty();
        assertThat(post(ticket, new Posting.PostHold(1, 10))).isEmpty();
        assertThat(post(ticket, new Posting.PostHold(1, 10))).isEmpty();
        assertThat(funds(alice)).isEqualTo(new Funds(90, 0, false));
    }

    @Test
    default void aPartIsChargedAndTheRestGivenBack() {
        Contact alice = rich(100);
        Ticket ticket = created(alice);
        act(ticket.id(), t -> Tickets.heldAtOnce(t, 20, NOW));
        post(ticket, new Posting.PostHold(1, 7));
        assertThat(funds(alice)).isEqualTo(new Funds(93, 0, false));
    }

    @Test
    default void aHoldEndsOnce() {
        Contact alice = rich(100);
        Ticket ticket = created(alice);
        act(ticket.id(), t -> Tickets.heldAtOnce(t, 20, NOW));
        assertThat(post(ticket, new Posting.VoidHold(1))).isEmpty();
        assertThat(post(ticket, new Posting.PostHold(1, 20))).contains(new AlreadyResolved());
        assertThat(funds(alice)).isEqualTo(new Funds(100, 0, false));
    }

    @Test
    default void shortfallIsExactAndNothingIsHeld() {
        Contact alice = rich(7);
        Ticket ticket = quoted(alice, 10);
        assertThat(act(ticket.id(), t -> Tickets.agreed(t, alice, "yes-1", NOW)))
                .contains(new InsufficientFunds(3));
        assertThat(funds(alice)).isEqualTo(new Funds(7, 0, false));
        assertThat(offer(ticket, 1).status()).isEqualTo(Status.SENT);
        assertThat(offer(ticket, 1).decision()).isNull();
        assertThat(read(ticket.id()).version()).isEqualTo(1);
    }

    @Test
    default void anOlderVersionCannotBeAgreedTo() {
        Contact alice = rich(100);
        Ticket ticket = quoted(alice, 10);
        act(ticket.id(), t -> Tickets.quoted(t, 20, NOW));
        assertThat(offer(ticket, 1).status()).isEqualTo(Status.SUPERSEDED);
        var yes = Tickets.yes(alice, 1, "yes-1", NOW);
        assertThat(post(ticket, new Posting.DecideQuote(1, true, yes), new Posting.Hold(1)))
                .contains(new QuoteNotOpen("SUPERSEDED"));
        assertThat(funds(alice)).isEqualTo(new Funds(100, 0, false));
    }

    @Test
    default void whatWasDeclinedOrOnlyOfferedIsNotHeld() {
        Contact alice = rich(100);
        Ticket ticket = quoted(alice, 10);
        assertThat(post(ticket, new Posting.Hold(1))).contains(new QuoteNotOpen("SENT"));
        var no = Tickets.yes(alice, 1, "no-1", NOW);
        assertThat(post(ticket, new Posting.DecideQuote(1, false, no))).isEmpty();
        assertThat(post(ticket, new Posting.Hold(1))).contains(new QuoteNotOpen("DECLINED"));
        var yes = Tickets.yes(alice, 1, "yes-2", NOW);
        assertThat(post(ticket, new Posting.DecideQuote(1, true, yes))).contains(new QuoteNotOpen("DECLINED"));
    }

    @Test
    default void aYesReceivedAtTheVeryMomentOfExpiryComesTooLate() {
        Contact alice = rich(100);
        Ticket ticket = quoted(alice, 10);
        Instant end = offer(ticket, 1).expiresAt();
        assertThat(act(ticket.id(), t -> Tickets.agreed(t, alice, "yes-1", end)))
                .contains(new QuoteNotOpen("EXPIRED"));
        assertThat(act(ticket.id(), t -> Tickets.agreed(t, alice, "yes-1", end.minusMillis(1))))
                .isEmpty();
    }

    @Test
    default void moreTimeForAnOpenQuoteReachesTheLedger() {
        Contact alice = rich(100);
        Ticket ticket = quoted(alice, 10);
        Quote quote = ((TicketState.Quoted) ticket.state()).quote();
        Instant later = quote.expiresAt().plus(Duration.ofDays(7));
        TicketState renewed = new TicketState.Quoted(quote.validUntil(later), Waiting.FRESH);
        Posting extend = new Posting.ExtendQuote(1, later);
        act(ticket.id(), t -> Tickets.transition(Row.T28, Tickets.in(t, renewed, 1, later), extend));
        assertThat(offer(ticket, 1).expiresAt()).isEqualTo(later);
        assertThat(act(ticket.id(), t -> Tickets.agreed(t, alice, "yes-1", quote.expiresAt())))
                .isEmpty();
    }

    @Test
    default void aVersionThatWasNeverOfferedMayBeLeftOut() {
        Contact alice = rich(100);
        Ticket ticket = created(alice);
        Quote third = Tickets.quote(3, 10, true, NOW);
        assertThat(post(ticket, new Posting.OfferQuote(third, ticket.wallet().orElseThrow()), new Posting.Hold(3)))
                .isEmpty();
        assertThat(offer(ticket, 1).version()).isEqualTo(3);
        assertThat(funds(alice)).isEqualTo(new Funds(100, 10, false));
    }

    @Test
    default void aWithdrawnQuoteIsClosed() {
        Contact alice = rich(100);
        Ticket ticket = quoted(alice, 10);
        assertThat(post(ticket, new Posting.EndQuote(1, QuoteEnd.WITHDRAWN))).isEmpty();
        assertThat(act(ticket.id(), t -> Tickets.agreed(t, alice, "yes-1", NOW)))
                .contains(new QuoteNotOpen("WITHDRAWN"));
    }

    @Test
    default void reAssessmentDownIsOneTransaction() {
        Contact alice = rich(20);
        Ticket ticket = created(alice);
        act(ticket.id(), t -> Tickets.heldAtOnce(t, 20, NOW));
        Quote lower = Tickets.quote(2, 10, true, NOW);
        post(
                ticket,
                new Posting.VoidHold(1),
                new Posting.OfferQuote(lower, ticket.wallet().orElseThrow()),
                new Posting.Hold(2));
        assertThat(funds(alice)).isEqualTo(new Funds(20, 10, false));
    }

    @Test
    default void aRefusalInTheMiddleUndoesWhatCameBefore() {
        Contact alice = rich(20);
        Ticket ticket = created(alice);
        act(ticket.id(), t -> Tickets.heldAtOnce(t, 20, NOW));
        Quote higher = Tickets.quote(2, 30, true, NOW);
        assertThat(post(
                        ticket,
                        new Posting.VoidHold(1),
                        new Posting.OfferQuote(higher, ticket.wallet().orElseThrow()),
                        new Posting.Hold(2)))
                .contains(new InsufficientFunds(10));
        assertThat(funds(alice)).isEqualTo(new Funds(20, 20, false));
        assertThat(view(ticket.id()).quotes()).hasSize(1);
    }

    @Test
    default void c21cRefundsGiveBackWhatWasChargedAndNoMore() {
        Contact alice = rich(100);
        Ticket ticket = created(alice);
        act(ticket.id(), t -> Tickets.heldAtOnce(t, 20, NOW));
        post(ticket, new Posting.PostHold(1, 20));
        assertThat(post(ticket, new Posting.Refund(15, "partly ours"))).isEmpty();
        assertThat(post(ticket, new Posting.Refund(6, "too much"))).contains(new RefundTooLarge());
        assertThat(post(ticket, new Posting.Refund(5, "the rest"))).isEmpty();
        assertThat(funds(alice)).isEqualTo(new Funds(100, 0, false));
        assertThat(view(ticket.id()).money()).isEqualTo(new Money(0, 0));
    }

    @Test
    default void aRefundIsALineOfTheQuoteItsChargeWasFor() {
        Contact alice = rich(100);
        Ticket ticket = created(alice);
        act(ticket.id(), t -> Tickets.heldAtOnce(t, 20, NOW));
        post(ticket, new Posting.PostHold(1, 20));
        act(ticket.id(), t -> Tickets.quoted(t, 30, NOW));
        post(ticket, new Posting.Refund(15, "partly ours"));
        Statement statement =
                ports().wallets().statement(WalletKey.of(alice.customer(), Unit.CREDIT), NOW, NOW.plusSeconds(1));
        assertThat(statement.movements().getLast()).isEqualTo(new Movement(NOW, "REFUND", ticket.id(), 1, 15, 0, ""));
        assertThat(statement.closing()).isEqualTo(95);
    }

    @Test
    default void twoEqualRefundsAreTwo() {
        Contact alice = rich(100);
        Ticket ticket = created(alice);
        act(ticket.id(), t -> Tickets.heldAtOnce(t, 20, NOW));
        post(ticket, new Posting.PostHold(1, 20));
        post(ticket, new Posting.Refund(5, "once"));
        post(ticket, new Posting.Refund(5, "twice"));
        assertThat(funds(alice)).isEqualTo(new Funds(90, 0, false));
    }

    @Test
    default void sixtyHoldsOfTenOnAHundredAreTen() throws InterruptedException {
        Contact alice = rich(100);
        AtomicInteger held = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Crowd.of(60, _ -> {
            Ticket ticket = created(alice);
            Optional<LedgerRefusal> answer = act(ticket.id(), t -> Tickets.heldAtOnce(t, 10, NOW));
            (answer.isEmpty() ? held : refused).incrementAndGet();
        });
        assertThat(held).hasValue(10);
        assertThat(refused).hasValue(50);
        assertThat(funds(alice)).isEqualTo(new Funds(100, 100, false));
    }

    @Test
    default void x04AStatementAddsUp() {
        Contact alice = rich(100);
        Ticket ticket = quoted(alice, 10);
        act(ticket.id(), t -> Tickets.agreed(t, alice, "yes-1", NOW));
        act(ticket.id(), t -> Tickets.answered(t, NOW));
        act(created(alice).id(), t -> Tickets.heldAtOnce(t, 5, NOW));
        Statement all =
                ports().wallets().statement(WalletKey.of(alice.customer(), Unit.CREDIT), NOW, NOW.plusSeconds(1));
        assertThat(all.opening()).isZero();
        assertThat(all.closing()).isEqualTo(90);
        assertThat(all.reserved()).isEqualTo(5);
        assertThat(all.movements()).extracting(Movement::kind).containsExactly("GRANT", "HOLD", "POST", "HOLD");
        assertThat(all.movements().getFirst()).isEqualTo(new Movement(NOW, "GRANT", null, 0, 100, 0, "order-1"));
        assertThat(all.movements().get(2)).isEqualTo(new Movement(NOW, "POST", ticket.id(), 1, -10, -10, ""));
        Statement later = ports().wallets()
                .statement(WalletKey.of(alice.customer(), Unit.CREDIT), NOW.plusSeconds(1), NOW.plusSeconds(2));
        assertThat(later.opening()).isEqualTo(90);
        assertThat(later.movements()).isEmpty();
    }
}
