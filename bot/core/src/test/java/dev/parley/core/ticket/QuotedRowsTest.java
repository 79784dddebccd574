package dev.parley.core.ticket;

import static dev.parley.core.ticket.Play.A;
import static dev.parley.core.ticket.Play.B;
import static dev.parley.core.ticket.Play.CAROL;
import static dev.parley.core.ticket.Play.STRANGER;
import static dev.parley.core.ticket.Play.as;
import static dev.parley.core.ticket.Play.postings;
import static dev.parley.core.ticket.Play.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKind;
import dev.parley.core.reading.ReplyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T20 to T38: a quote is open. */
class QuotedRowsTest {
    private static final Instant EXPIRY = Play.START.plus(Duration.ofDays(14));

    @Test
    void c18NothingIsAnsweredBeforeTheYes() {
        for (Play play : List.of(Play.assessing(100), Play.quoted(100, 10))) {
            Decision decision = play.on(new TicketEvent.AnswerSent("Do this."));
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            assertThat(decision.outgoing()).isEmpty();
            assertThat(play.oracle.charged()).isZero();
        }
    }

    @Test
    void t20AYesReservesExactlyTheQuote() {
        Play play = Play.quoted(100, 10);
        Decision decision = play.says(A, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T20);
        assertThat(postings(decision)).hasSize(2).last().isEqualTo(new Posting.Hold(1));
        Outgoing receipt = said(decision, Template.AGREED_RECEIPT);
        assertThat(receipt.fields())
                .containsEntry("amount", "10")
                .containsEntry("available", "90")
                .containsEntry("agreed_by", "Alice")
                .containsEntry("agreed_at", Play.START.toString())
                .containsEntry("version", "1");
        assertThat(receipt.quoteVersion()).isEqualTo(1);
    }

    @Test
    void t20AYesOfSomebodyElseIsToldToBoth() {
        assertThat(Play.quoted(100, 10).says(B, ReplyKind.YES, 1).outgoing()).hasSize(2);
    }

    @Test
    void t20AYesOneNanosecondBeforeTheExpiryCounts() {
        Play play = Play.quoted(100, 10);
        play.now = EXPIRY.minusNanos(1);
        assertThat(play.says(A, ReplyKind.YES, 1).row()).isEqualTo(Row.T20);
    }

    @Test
    void t21c27AYesShortOfFundsHoldsNothing() {
        Play play = Play.quoted(9, 10);
        Decision decision = play.says(A, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T21);
        assertThat(postings(decision)).hasSize(1).first().isInstanceOf(Posting.DecideQuote.class);
        assertThat(said(decision, Template.AGREED_BUT_SHORT).fields()).containsEntry("shortfall", "1");
        assertThat(play.ticket.dueAt()).isEqualTo(EXPIRY.plus(Duration.ofDays(7)));
    }

    @Test
    void t22AStrangersYesSaysNothingToTheStranger() {
        Play play = Play.quoted(100, 10);
        Decision decision = play.says(STRANGER, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T22);
        assertThat(said(decision, Template.ADDRESS_UNKNOWN).fields()).isEmpty();
        assertThat(said(decision, Template.STRANGER_REPLIED).audience()).isEqualTo(Scene.APPROVERS);
    }

    @Test
    void t23x02AColleaguesYesIsPassedOnToThoseWhoMay() {
        Play play = Play.quoted(100, 10);
        Decision decision = play.says(CAROL, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T23);
        assertThat(said(decision, Template.NEEDS_APPROVER).fields()).containsEntry("approvers", "Alice, Bob");
        assertThat(said(decision, Template.COLLEAGUE_REPLIED).quoteVersion()).isEqualTo(1);
        assertThat(play.on(new TicketEvent.CancelRequested(CAROL)).row()).isEqualTo(Row.T23);
    }

    @Test
    void t24AnUnprovenYesIsAskedBackAtTheRegisteredAddress() {
        for (AuthVerdict verdict : List.of(AuthVerdict.FAIL, AuthVerdict.NONE)) {
            Play play = Play.quoted(100, 10);
            Decision decision = play.hears(as(play.reply(A, ReplyKind.YES, 1, play.now), verdict));
            assertThat(decision.row()).isEqualTo(Row.T24);
            assertThat(said(decision, Template.CONFIRM_SAFELY).audience()).isEqualTo(new Outgoing.Audience.Sender(A));
            assertThat(said(decision, Template.STAFF_SECURITY).fields()).containsEntry("verdict", verdict.name());
        }
    }

    @Test
    void t25AYesToAnOlderVersionReservesNothing() {
        Play play = Play.quoted(100, 10);
        play.assess(20);
        Decision decision = play.says(A, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T25);
        assertThat(said(decision, Template.STALE_VERSION).fields())
                .containsEntry("old_quote_number", "Q-1042-1")
                .containsEntry("old_amount", "10")
                .containsEntry("amount", "20")
                .containsEntry("reason", "We looked deeper.");
        assertThat(play.oracle.reserved()).isZero();
        play.assess(25);
        assertThat(said(play.says(A, ReplyKind.YES, 1), Template.STALE_VERSION).fields())
                .containsEntry("old_amount", "");
    }

    @Test
    void t25ANoToAnOlderVersionOfWhatIsHeldIsReadByStaff() {
        Play play = Play.working(20);
        play.assess(10);
        Decision decision = play.says(A, ReplyKind.NO, 1);
        assertThat(decision.row()).isEqualTo(Row.T25);
        assertThat(said(decision)).containsExactly(Template.ALREADY_AGREED, Template.STAFF_CUSTOMER_WROTE);
    }

    @Test
    void t26AYesThatPointsNowhereIsAskedBack() {
        Play play = Play.quoted(100, 10);
        for (int version : new int[] {0, 7}) {
            Decision decision = play.says(A, ReplyKind.YES, version);
            assertThat(decision.row()).isEqualTo(Row.T26);
            assertThat(said(decision, Template.CONFIRM_BOUND).quoteVersion()).isEqualTo(1);
        }
    }

    @Test
    void t27ANoClosesFreeOfCharge() {
        Play play = Play.quoted(100, 10);
        Decision decision = play.says(B, ReplyKind.NO, 1);
        assertThat(decision.row()).isEqualTo(Row.T27);
        TicketState.ClosedUnpaid closed = play.state(TicketState.ClosedUnpaid.class);
        assertThat(closed.ending()).isEqualTo(Ending.DECLINED);
        assertThat(closed.ended()).isEqualTo(new Said(B.contact(), "Bob", play.now));
        assertThat(said(decision, Template.DECLINED).fields()).containsEntry("declined_by", "Bob");
    }

    @Test
    void t28AQuestionHoldsUpTheExpiryUntilItIsAnswered() {
        Play play = Play.quoted(100, 10).days(10);
        assertThat(play.says(CAROL, ReplyKind.QUESTION, 0).row()).isEqualTo(Row.T28);
        assertThat(play.ticket.dueAt()).isEqualTo(EXPIRY.plus(Duration.ofDays(7)));
        play.days(1).says(CAROL, ReplyKind.QUESTION, 0);
        Decision reply = play.days(4).on(new TicketEvent.RepliedFreely("It includes both."));
        assertThat(postings(reply)).containsExactly(new Posting.ExtendQuote(1, EXPIRY.plus(Duration.ofDays(5))));
        assertThat(said(reply, Template.QUESTION_ANSWERED).quoteVersion()).isEqualTo(1);
        assertThat(play.openQuote().expiresAt()).isEqualTo(EXPIRY.plus(Duration.ofDays(5)));
        assertThat(play.ticket.dueAt()).isEqualTo(EXPIRY.plus(Duration.ofDays(5)));
    }

    @Test
    void t28TheExpiryMovesByAWeekAtMost() {
        Play play = Play.quoted(100, 10).days(13);
        play.says(A, ReplyKind.QUESTION, 0);
        play.now = EXPIRY.plus(Duration.ofDays(7)).minusNanos(1);
        assertThat(postings(play.on(new TicketEvent.RepliedFreely("Sorry for the delay."))))
                .containsExactly(new Posting.ExtendQuote(1, EXPIRY.plus(Duration.ofDays(7))));
        Play late = Play.quoted(100, 10).days(13);
        late.says(A, ReplyKind.QUESTION, 0);
        late.now = EXPIRY.plus(Duration.ofDays(7));
        assertThat(said(late.on(new TicketEvent.RepliedFreely("Too late.")))).containsExactly(Template.FREE_REPLY);
        assertThat(late.due().row()).isEqualTo(Row.T34);
    }

    @Test
    void t28AYesWhileTheClockStandsStillCounts() {
        Play play = Play.quoted(100, 10).days(13);
        play.says(A, ReplyKind.QUESTION, 0);
        Decision yes = play.days(3).says(A, ReplyKind.YES, 1);
        assertThat(yes.row()).isEqualTo(Row.T20);
        assertThat(postings(yes).getFirst()).isEqualTo(new Posting.ExtendQuote(1, EXPIRY.plus(Duration.ofDays(3))));
    }

    @Test
    void t29ACounterOfferGoesToTheSpecialist() {
        Play play = Play.assessing(100);
        play.assess(Play.modification(40));
        Decision decision = play.counter(30L);
        assertThat(decision.row()).isEqualTo(Row.T29);
        assertThat(play.state(TicketState.Negotiating.class).offered()).isEqualTo(30);
        assertThat(said(decision, Template.STAFF_COUNTER).fields()).containsEntry("offered", "30");
        assertThat(play.openQuote().amount()).isEqualTo(40);
    }

    @Test
    void t30c29AListedPriceIsNotNegotiable() {
        Play play = Play.quoted(100, 20);
        Decision decision = play.counter(15L);
        assertThat(decision.row()).isEqualTo(Row.T30);
        assertThat(said(decision, Template.PRICE_IS_LISTED).fields()).containsEntry("amount", "20");
    }

    @Test
    void t31AnUnclearAnswerIsAskedBackOnceThenAPersonLooks() {
        Play play = Play.quoted(100, 10);
        assertThat(said(play.says(A, ReplyKind.CONDITIONAL, 1))).containsExactly(Template.ASK_PLAINLY);
        Decision second = play.says(A, ReplyKind.AMBIGUOUS, 1);
        assertThat(second.row()).isEqualTo(Row.T31);
        assertThat(said(second)).containsExactly(Template.PERSON_WILL_LOOK, Template.STAFF_UNCLEAR);
        assertThat(said(play.says(A, ReplyKind.AMBIGUOUS, 1))).containsExactly(Template.STAFF_UNCLEAR);
        assertThat(play.says(A, ReplyKind.OTHER, 1).row()).isEqualTo(Row.UNLISTED);
        assertThat(play.oracle.reserved()).isZero();
    }

    @Test
    void t32AMachineDecidesNothing() {
        for (MessageKind kind : MessageKind.values()) {
            Play play = Play.quoted(100, 10);
            Decision decision = play.hears(as(play.reply(A, ReplyKind.YES, 1, play.now), kind));
            assertThat(decision.row()).isEqualTo(kind == MessageKind.HUMAN ? Row.T20 : Row.T32);
            assertThat(decision.outgoing()).hasSize(kind == MessageKind.HUMAN ? 1 : 0);
        }
    }

    @Test
    void t32ABounceAsksTheOthersOnce() {
        Play play = Play.quoted(100, 10);
        Decision requester = play.on(new TicketEvent.Bounced("ALICE@customer.example", true));
        assertThat(requester.row()).isEqualTo(Row.T32);
        assertThat(said(requester, Template.QUOTE_AGAIN).audience()).isEqualTo(new Outgoing.Audience.Sender(B));
        assertThat(said(play.on(new TicketEvent.Bounced("bob@customer.example", true))))
                .containsExactly(Template.STAFF_BOUNCED);
        assertThat(said(play.on(new TicketEvent.Bounced("alice@customer.example", false))))
                .containsExactly(Template.STAFF_BOUNCED);
        assertThat(said(Play.working(10).on(new TicketEvent.Bounced("alice@customer.example", true))))
                .containsExactly(Template.STAFF_BOUNCED);
    }

    @Test
    void t33SilenceIsRemindedOfThreeTimes() {
        Play play = Play.quoted(100, 10);
        int reminder = 0;
        for (int days : new int[] {2, 7, 12}) {
            Decision decision = play.due();
            assertThat(decision.row()).isEqualTo(Row.T33);
            assertThat(play.now).isEqualTo(Play.START.plus(Duration.ofDays(days)));
            assertThat(said(decision, Template.REMINDER).fields())
                    .containsEntry("reminder", Integer.toString(++reminder));
        }
        assertThat(play.ticket.dueAt()).isEqualTo(EXPIRY);
    }

    @Test
    void t33BusinessDaysSkipTheWeekend() {
        Play play = Play.with(100);
        play.now = Instant.parse("2026-03-06T09:00:00Z");
        play.on(new TicketEvent.Opened(new Mode.Ask(), true, false));
        play.assess(10);
        assertThat(play.ticket.dueAt()).isEqualTo(Instant.parse("2026-03-10T09:00:00Z"));
    }

    @Test
    void t33AClockThatRunsAheadDoesNothing() {
        Play play = Play.quoted(100, 10);
        play.now = Play.START.plus(Duration.ofDays(2)).minusNanos(1);
        assertThat(play.on(new TicketEvent.DeadlinePassed()).row()).isEqualTo(Row.UNLISTED);
    }

    @Test
    void t34AQuoteExpires() {
        Play play = Play.quoted(100, 10).days(14);
        Decision decision = play.on(new TicketEvent.DeadlinePassed());
        assertThat(decision.row()).isEqualTo(Row.T34);
        assertThat(postings(decision)).containsExactly(new Posting.EndQuote(1, Posting.QuoteEnd.EXPIRED));
        assertThat(play.state(TicketState.ClosedUnpaid.class).ending()).isEqualTo(Ending.EXPIRED);
    }

    @Test
    void t34ANoAfterTheExpiryComesTooLateToDecide() {
        Play play = Play.quoted(100, 10).days(14);
        Decision decision = play.says(A, ReplyKind.NO, 1);
        assertThat(decision.row()).isEqualTo(Row.T34);
        assertThat(said(decision)).containsExactly(Template.QUOTE_EXPIRED, Template.STAFF_CUSTOMER_WROTE);
    }

    @Test
    void t35c07ACorrectedPriceIsANewVersion() {
        Play play = Play.quoted(100, 10);
        Decision decision = play.assess(20);
        assertThat(decision.row()).isEqualTo(Row.T35);
        assertThat(play.openQuote().version()).isEqualTo(2);
        assertThat(said(decision, Template.QUOTE_REPLACED).fields())
                .containsEntry("old_amount", "10")
                .containsEntry("amount", "20");
    }

    @Test
    void t36FoundToBeFreeTheQuoteIsWithdrawn() {
        for (Assessment free :
                List.of(new Assessment.Incident("low"), new Assessment.Feature(), new Assessment.OnUs())) {
            Play play = Play.quoted(100, 10);
            Decision decision = play.assess(free);
            assertThat(decision.row()).isEqualTo(Row.T36);
            assertThat(postings(decision)).containsExactly(new Posting.EndQuote(1, Posting.QuoteEnd.WITHDRAWN));
            assertThat(play.state(TicketState.Working.class).price()).isEqualTo(new Price.Free());
        }
    }

    @Test
    void t37AnOpenQuoteIsHonouredWhateverThePriceListSays() {
        Decision decision = Play.quoted(100, 10).on(new TicketEvent.PriceListChanged());
        assertThat(decision).isInstanceOf(Decision.Ignored.class);
        assertThat(decision.row()).isEqualTo(Row.T37);
    }

    @Test
    void t38WhoeverMayAgreeNowGetsTheQuote() {
        Play play = Play.quoted(100, 10);
        play.approvers = List.of(Play.BOB);
        Decision decision = play.on(new TicketEvent.ApproversChanged());
        assertThat(decision.row()).isEqualTo(Row.T38);
        assertThat(said(decision, Template.QUOTE_AGAIN).audience()).isEqualTo(Scene.APPROVERS);
        play.approvers = List.of();
        assertThat(said(play.on(new TicketEvent.ApproversChanged()))).containsExactly(Template.STAFF_NO_APPROVER);
    }
}
