package dev.parley.core.ticket;

import static dev.parley.core.ticket.Play.A;
import static dev.parley.core.ticket.Play.B;
import static dev.parley.core.ticket.Play.CAROL;
import static dev.parley.core.ticket.Play.audiences;
import static dev.parley.core.ticket.Play.postings;
import static dev.parley.core.ticket.Play.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.reading.ReplyKind;
import dev.parley.core.ticket.Outgoing.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T40 to T59: two people, late answers, negotiating, funding. */
class RaceRowsTest {
    private static final Instant EXPIRY = Play.START.plus(Duration.ofDays(14));

    @Test
    void t40TheSecondYesIsToldWhoWasFirst() {
        Play play = Play.working(10);
        Decision decision = play.says(B, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T40);
        assertThat(said(decision, Template.ALREADY_AGREED).fields()).containsEntry("agreed_by", "Alice");
        assertThat(play.oracle.reserved()).isEqualTo(10);
    }

    @Test
    void t41AfterANoAnotherYesNeedsANewVersion() {
        Play play = Play.quoted(100, 10);
        play.says(A, ReplyKind.NO, 1);
        Decision decision = play.says(B, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T41);
        assertThat(said(decision, Template.WANTED_AFTER_ALL).fields())
                .containsEntry("declined_by", "Alice")
                .containsEntry("wanted_by", "Bob");
        assertThat(play.oracle.reserved()).isZero();
        Decision stale = play.says(B, ReplyKind.YES, 1);
        assertThat(stale.row()).isEqualTo(Row.T25);
        assertThat(said(stale, Template.STALE_VERSION).fields()).containsEntry("old_amount", "10");
        assertThat(play.says(B, ReplyKind.YES, 2).row()).isEqualTo(Row.T20);
    }

    @Test
    void t41AtAPriceThatIsNoLongerListedItIsAssessedAgain() {
        Play play = Play.quoted(100, 10);
        play.says(A, ReplyKind.NO, 1);
        play.policy = Play.without("settings");
        Decision decision = play.says(B, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T41);
        assertThat(said(decision)).containsOnly(Template.REOPENED_TO_ASSESS);
        play.state(TicketState.Assessing.class);
        assertThat(play.oracle.reserved()).isZero();
    }

    @Test
    void t42BeforeWorkANoWins() {
        Play play = Play.working(10);
        Decision decision = play.says(B, ReplyKind.NO, 1);
        assertThat(decision.row()).isEqualTo(Row.T42);
        assertThat(postings(decision)).containsExactly(new Posting.VoidHold(1));
        assertThat(said(decision, Template.DECLINED_BEFORE_WORK).audience()).isEqualTo(Scene.APPROVERS);
    }

    @Test
    void t43AfterWorkBeganANoIsReviewed() {
        Play play = Play.working(10);
        play.on(new TicketEvent.WorkStarted());
        Decision decision = play.says(B, ReplyKind.NO, 1);
        assertThat(decision.row()).isEqualTo(Row.T43);
        assertThat(play.state(TicketState.CancelReview.class).price().held()).isEqualTo(10);
        assertThat(said(decision)).containsExactly(Template.CANCEL_IN_REVIEW, Template.STAFF_CANCEL_REVIEW);
    }

    @Test
    void t44TheSameYesTwiceHasOneEffect() {
        for (Play play : List.of(Play.working(10), Play.answered(10))) {
            Decision decision = play.says(A, ReplyKind.YES, 1);
            assertThat(decision.row()).isEqualTo(Row.T44);
            assertThat(said(decision)).containsExactly(Template.STAFF_CUSTOMER_WROTE);
        }
        Play funding = Play.quoted(0, 10);
        funding.says(A, ReplyKind.YES, 1);
        assertThat(funding.says(A, ReplyKind.YES, 1).row()).isEqualTo(Row.T44);
    }

    @Test
    void t44WhatNobodyHadToAgreeToNamesNobody() {
        Play play = Play.preAgreed(100, 20);
        play.assess(10);
        play.assess(20);
        assertThat(play.says(B, ReplyKind.YES, 2).row()).isEqualTo(Row.T44);
        Decision older = play.says(B, ReplyKind.YES, 1);
        assertThat(older.row()).isEqualTo(Row.T25);
        assertThat(said(older)).containsExactly(Template.STAFF_CUSTOMER_WROTE);
        assertThat(play.says(B, ReplyKind.NO, 2).row()).isEqualTo(Row.T67);
    }

    @Test
    void t45AYesAtTheVeryMomentOfExpiryComesTooLate() {
        Play play = Play.quoted(100, 10);
        play.now = EXPIRY;
        Decision decision = play.says(A, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T45);
        assertThat(play.oracle.reserved()).isZero();
        assertThat(play.openQuote().version()).isEqualTo(2);
        assertThat(said(decision, Template.QUOTE_RENEWED).fields())
                .containsEntry("expired_at", EXPIRY.toString())
                .containsEntry("old_quote_number", "Q-1042-1");
    }

    @Test
    void t45AfterTheExpiryAFreshQuoteIsMadeForAMonth() {
        Play renewed = Play.quoted(100, 10);
        renewed.days(14).on(new TicketEvent.DeadlinePassed());
        renewed.now = EXPIRY.plus(Duration.ofDays(30)).minusNanos(1);
        renewed.says(A, ReplyKind.YES, 1);
        assertThat(renewed.state(TicketState.Quoted.class).quote().amount()).isEqualTo(10);

        Play tooLate = Play.quoted(100, 10);
        tooLate.days(14).on(new TicketEvent.DeadlinePassed());
        tooLate.now = EXPIRY.plus(Duration.ofDays(30));
        assertThat(said(tooLate.says(A, ReplyKind.YES, 1))).containsExactly(Template.ASSESSED_AGAIN_AFTER_EXPIRY);
        tooLate.state(TicketState.Assessing.class);
    }

    @Test
    void t45WhoeverSaidYesTooLateIsAskedAgainAndTheRequesterToo() {
        Play play = Play.quoted(100, 10);
        play.now = EXPIRY;
        assertThat(audiences(play.says(B, ReplyKind.YES, 1), Template.QUOTE_RENEWED))
                .containsExactly(new Audience.Sender(B), new Audience.Requester());
        Play tooLate = Play.quoted(100, 10);
        tooLate.now = EXPIRY.plus(Duration.ofDays(30));
        assertThat(audiences(tooLate.says(B, ReplyKind.YES, 1), Template.ASSESSED_AGAIN_AFTER_EXPIRY))
                .containsExactly(new Audience.Sender(B), new Audience.Requester());
    }

    @Test
    void t45APriceTheListNoLongerHasIsAssessedAgain() {
        Play play = Play.quoted(100, 30);
        Play odd = Play.assessing(100);
        odd.assess(new Assessment.Priced(Play.priced(10).category(), 11, false, "an old price"));
        for (Play late : List.of(play, odd)) {
            late.days(15).says(A, ReplyKind.YES, 1);
        }
        play.state(TicketState.Quoted.class);
        odd.state(TicketState.Assessing.class);
    }

    @Test
    void t45ALateYesAsksAgainWhateverWasAgreedInAdvance() {
        Play play = Play.preAgreed(100, 20);
        play.assess(25);
        play.days(15).says(A, ReplyKind.YES, 1);
        assertThat(play.ticket.mode()).isEqualTo(new Mode.Ask());
    }

    @Test
    void t46AYesReceivedInTimeAndReadLateCounts() {
        Play open = Play.quoted(100, 10).days(15);
        assertThat(open.hears(open.reply(A, ReplyKind.YES, 1, EXPIRY.minusNanos(1)))
                        .row())
                .isEqualTo(Row.T46);
        Play closed = Play.quoted(100, 10).days(14);
        closed.on(new TicketEvent.DeadlinePassed());
        assertThat(closed.hears(closed.reply(A, ReplyKind.YES, 0, EXPIRY.minusNanos(1)))
                        .row())
                .isEqualTo(Row.T45);
        Play again = Play.quoted(100, 10).days(14);
        again.on(new TicketEvent.DeadlinePassed());
        assertThat(again.hears(again.reply(A, ReplyKind.YES, 1, EXPIRY.minusNanos(1)))
                        .row())
                .isEqualTo(Row.T46);
        assertThat(again.oracle.reserved()).isEqualTo(10);
    }

    @Test
    void t46ReadLateAndShortOfFundsItWaitsForMoney() {
        Play play = Play.quoted(0, 10).days(14);
        play.on(new TicketEvent.DeadlinePassed());
        assertThat(play.hears(play.reply(A, ReplyKind.YES, 1, EXPIRY.minusNanos(1)))
                        .row())
                .isEqualTo(Row.T46);
        play.state(TicketState.Funding.class);
    }

    @Test
    void t47DeclinedAndWantedAfterAllItIsAssessedAgain() {
        Play same = Play.quoted(100, 10);
        same.says(A, ReplyKind.NO, 1);
        assertThat(same.says(A, ReplyKind.YES, 1).row()).isEqualTo(Row.T47);
        same.state(TicketState.Assessing.class);
        for (ReplyKind kind :
                List.of(ReplyKind.QUESTION, ReplyKind.COUNTER, ReplyKind.CONDITIONAL, ReplyKind.AMBIGUOUS)) {
            Play play = Play.preAgreed(100, 20);
            play.assess(25);
            play.says(A, ReplyKind.NO, 1);
            assertThat(said(play.says(CAROL, kind, 0)))
                    .containsExactly(Template.REOPENED_TO_ASSESS, Template.STAFF_CUSTOMER_WROTE);
            assertThat(play.ticket.mode()).isEqualTo(new Mode.Ask());
        }
        Play staff = Play.assessing(100);
        staff.on(new TicketEvent.ModificationRefused("no"));
        assertThat(staff.on(new TicketEvent.ReopenAsked()).row()).isEqualTo(Row.T47);
    }

    @Test
    void t47EveryEndWithoutAChargeCanBeWantedAfterAll() {
        for (Ending ending : Ending.values()) {
            Play play = Play.quoted(100, 10);
            var last = play.openQuote();
            Ticket t = play.ticket;
            play.ticket = new Ticket(
                    t.id(),
                    t.customer(),
                    t.requester(),
                    t.subject(),
                    t.payer(),
                    t.type(),
                    t.mode(),
                    new TicketState.ClosedUnpaid(ending, last, null, play.now),
                    1,
                    false,
                    t.createdAt(),
                    null,
                    null,
                    0);
            play.days(15).says(B, ReplyKind.YES, 1);
            assertThat(Oracle.price(play.ticket.state()).held()).isZero();
            assertThat(play.ticket.state()).isInstanceOfAny(TicketState.Assessing.class, TicketState.Quoted.class);
        }
    }

    @Test
    void t50TheSpecialistsOfferIsANewVersion() {
        Play play = negotiating();
        Decision decision = play.on(new TicketEvent.NegotiationSettled(30L, "A simpler way."));
        assertThat(decision.row()).isEqualTo(Row.T50);
        assertThat(said(decision, Template.QUOTE_NEGOTIATED).fields()).containsEntry("old_amount", "40");
        assertThat(play.says(A, ReplyKind.YES, 1).row()).isEqualTo(Row.T25);
        play.says(A, ReplyKind.YES, 2);
        assertThat(play.oracle.reserved()).isEqualTo(30);
    }

    @Test
    void t51ThePriceStandsAndIsValidAnew() {
        Play play = negotiating().days(3);
        Decision decision = play.on(new TicketEvent.NegotiationSettled(null, "It takes that long."));
        assertThat(decision.row()).isEqualTo(Row.T51);
        assertThat(postings(decision)).containsExactly(new Posting.ExtendQuote(1, EXPIRY.plus(Duration.ofDays(3))));
        assertThat(play.state(TicketState.Quoted.class).quote().expiresAt()).isEqualTo(EXPIRY.plus(Duration.ofDays(3)));
    }

    @Test
    void t52BelowTheMinimumThereIsNothingToNegotiate() {
        Play customer = negotiating();
        Decision low = customer.counter(19L);
        assertThat(low.row()).isEqualTo(Row.T52);
        assertThat(said(low, Template.BELOW_MINIMUM).fields()).containsEntry("minimum", "20");
        Play specialist = negotiating();
        assertThat(specialist
                        .on(new TicketEvent.NegotiationSettled(19L, "slip"))
                        .row())
                .isEqualTo(Row.T52);
        assertThat(negotiating().counter(20L).row()).isEqualTo(Row.T29);
        assertThat(negotiating().counter(null).row()).isEqualTo(Row.T29);
    }

    @Test
    void t53AYesMeanwhileAgreesToTheOpenVersion() {
        Play play = negotiating();
        assertThat(play.says(A, ReplyKind.YES, 1).row()).isEqualTo(Row.T53);
        assertThat(play.oracle.reserved()).isEqualTo(40);
    }

    private static Play negotiating() {
        Play play = Play.assessing(100);
        play.assess(Play.modification(40));
        play.counter(25L);
        return play;
    }

    @Test
    void t55ATopUpHoldsWhatWasAgreed() {
        Play play = funding(9);
        play.oracle.topUp(1);
        Decision decision = play.days(20).on(new TicketEvent.FundsArrived());
        assertThat(decision.row()).isEqualTo(Row.T55);
        assertThat(postings(decision)).containsExactly(new Posting.Hold(1));
        assertThat(said(decision, Template.FUNDED).fields()).containsEntry("available", "0");
    }

    @Test
    void t55AnAutomaticQuoteIsOfferedTogetherWithItsHold() {
        Play play = Play.assessing(0);
        play.assess(5);
        play.oracle.topUp(5);
        assertThat(postings(play.on(new TicketEvent.FundsArrived()))).hasSize(2);
        assertThat(play.ticket.quotes()).isEqualTo(1);
    }

    @Test
    void t55AStrangerIsReportedToApproversOnlyWhereTheyWereAsked() {
        Play unasked = Play.assessing(0);
        unasked.assess(5);
        assertThat(said(unasked.says(Play.STRANGER, ReplyKind.OTHER, 0)))
                .containsExactly(Template.ADDRESS_UNKNOWN, Template.STAFF_STRANGER_WROTE);
        assertThat(said(funding(0).says(Play.STRANGER, ReplyKind.OTHER, 0)))
                .containsExactly(Template.ADDRESS_UNKNOWN, Template.STAFF_STRANGER_WROTE, Template.STRANGER_REPLIED);
    }

    @Test
    void t56ATopUpThatIsTooSmallHoldsNothing() {
        Play play = funding(0);
        play.oracle.topUp(9);
        Decision decision = play.on(new TicketEvent.FundsArrived());
        assertThat(decision.row()).isEqualTo(Row.T56);
        assertThat(said(decision, Template.STILL_SHORT).fields()).containsEntry("shortfall", "1");
    }

    @Test
    void t57AgreementsAreServedInTheOrderTheyWereMade() {
        List<TicketState.Funding> waiting = new ArrayList<>();
        for (int day = 3; day >= 1; day--) {
            Play play = Play.quoted(0, 10).days(day);
            play.says(A, ReplyKind.YES, 1);
            waiting.add(play.state(TicketState.Funding.class));
        }
        waiting.sort(java.util.Comparator.comparing(TicketState.Funding::agreedAt));
        assertThat(waiting.getFirst().agreedAt()).isEqualTo(Play.START.plus(Duration.ofDays(1)));
    }

    @Test
    void t58ANoOrTheEndOfTheWindowClosesFreeOfCharge() {
        Play declined = funding(0);
        Decision no = declined.says(B, ReplyKind.NO, 1);
        assertThat(no.row()).isEqualTo(Row.T58);
        assertThat(audiences(no, Template.DECLINED)).containsExactly(new Audience.Sender(B), new Audience.Requester());
        assertThat(declined.state(TicketState.ClosedUnpaid.class).ending()).isEqualTo(Ending.DECLINED);
        Play cancelled = funding(0);
        assertThat(cancelled.on(new TicketEvent.CancelRequested(A)).row()).isEqualTo(Row.T58);
        Play lapsed = funding(0);
        assertThat(lapsed.due().row()).isEqualTo(Row.T58);
        Play tooLate = funding(0);
        tooLate.oracle.topUp(100);
        tooLate.now = EXPIRY.plus(Duration.ofDays(7));
        assertThat(tooLate.on(new TicketEvent.FundsArrived()).row()).isEqualTo(Row.T58);
        assertThat(tooLate.oracle.reserved()).isZero();
        assertThat(tooLate.says(A, ReplyKind.YES, 1).row()).isEqualTo(Row.T45);
    }

    @Test
    void t59AnotherPriceNeedsItsOwnYes() {
        Play play = funding(0);
        play.oracle.topUp(100);
        assertThat(play.assess(20).row()).isEqualTo(Row.T59);
        assertThat(play.says(A, ReplyKind.YES, 1).row()).isEqualTo(Row.T25);
        Play unasked = Play.assessing(0);
        unasked.assess(5);
        assertThat(said(unasked.assess(10))).containsExactly(Template.QUOTE_SENT);
        for (Assessment free : List.of(new Assessment.Incident("low"), new Assessment.OnUs())) {
            assertThat(said(funding(0).assess(free))).containsExactly(Template.FREE_AFTER_ALL);
        }
        assertThat(said(funding(0).assess(new Assessment.Feature()))).containsExactly(Template.BECAME_FEATURE);
    }

    private static Play funding(long balance) {
        Play play = Play.quoted(balance, 10);
        play.says(A, ReplyKind.YES, 1);
        play.state(TicketState.Funding.class);
        return play;
    }
}
