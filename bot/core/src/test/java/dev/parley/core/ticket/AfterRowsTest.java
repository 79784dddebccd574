package dev.parley.core.ticket;

import static dev.parley.core.ticket.Play.A;
import static dev.parley.core.ticket.Play.CAROL;
import static dev.parley.core.ticket.Play.CUSTOMER;
import static dev.parley.core.ticket.Play.STRANGER;
import static dev.parley.core.ticket.Play.audiences;
import static dev.parley.core.ticket.Play.postings;
import static dev.parley.core.ticket.Play.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.reading.ReplyKind;
import dev.parley.core.ticket.Outgoing.Audience;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T90 to T102: after the answer, and always. */
class AfterRowsTest {

    @Test
    void t90SolvedOrSilentItIsClosed() {
        Play silent = Play.answered(10);
        assertThat(silent.due().row()).isEqualTo(Row.T90);
        assertThat(silent.now).isEqualTo(Play.START.plus(Duration.ofDays(7)));
        assertThat(silent.state(TicketState.Closed.class).price().charged()).isEqualTo(10);
        assertThat(silent.ticket.dueAt()).isNull();
        assertThat(Play.answered(10).says(CAROL, ReplyKind.YES, 0).row()).isEqualTo(Row.T90);
        assertThat(Play.answered(10).on(new TicketEvent.CloseAsked("solved")).row())
                .isEqualTo(Row.T90);
    }

    @Test
    void t91c22AFollowUpCostsNothing() {
        Play play = Play.answered(10);
        assertThat(play.says(CAROL, ReplyKind.QUESTION, 0).row()).isEqualTo(Row.T91);
        assertThat(Clocks.of(play.ticket).resolution()).isEqualTo(ClockState.RUNNING);
        Decision again = play.on(new TicketEvent.AnswerSent("And this."));
        assertThat(postings(again)).isEmpty();
        assertThat(said(again)).containsExactly(Template.ANSWER_INCLUDED);
        assertThat(play.oracle.charged()).isEqualTo(10);
        assertThat(play.on(new TicketEvent.WorkStarted()).row()).isEqualTo(Row.T91);
    }

    @Test
    void t92DownAfterTheAnswerIsRefunded() {
        Play part = Play.answered(20);
        assertThat(postings(part.assess(10))).containsExactly(new Posting.Refund(10, "We looked deeper."));
        Play all = Play.answered(20);
        assertThat(all.assess(new Assessment.OnUs()).row()).isEqualTo(Row.T92);
        assertThat(all.oracle.balance()).isEqualTo(100);
        assertThat(all.assess(new Assessment.Feature()).row()).isEqualTo(Row.T66);
        assertThat(all.assess(10).row()).isEqualTo(Row.UNLISTED);
        assertThat(Play.answered(10).assess(new Assessment.Incident("low")).row())
                .isEqualTo(Row.T92);
        assertThat(Play.answered(10).assess(10).row()).isEqualTo(Row.T66);
    }

    @Test
    void t93UpAfterTheAnswerIsAskedAndTheChargeStays() {
        Play play = Play.answered(10);
        assertThat(play.assess(20).row()).isEqualTo(Row.T93);
        assertThat(play.oracle.charged()).isEqualTo(10);
        assertThat(play.says(A, ReplyKind.NO, 2).row()).isEqualTo(Row.T83);
        play.due();
        assertThat(play.state(TicketState.Closed.class).price().charged()).isEqualTo(10);
    }

    @Test
    void t94c22TheSameIssueIsReopenedTenTimesForOneCharge() {
        Play play = Play.answered(10);
        for (int i = 0; i < 10; i++) {
            play.due();
            assertThat(play.on(new TicketEvent.ReopenAsked()).row()).isEqualTo(Row.T94);
            play.on(new TicketEvent.AnswerSent("Once more."));
        }
        assertThat(play.oracle.charged()).isEqualTo(10);
        play.due();
        assertThat(play.says(CAROL, ReplyKind.OTHER, 0).row()).isEqualTo(Row.T94);
    }

    @Test
    void t95LaterItIsANewTicketPitfall15() {
        Play play = Play.answered(10);
        play.due();
        play.days(30).after(Duration.ofNanos(-1));
        assertThat(play.says(CAROL, ReplyKind.QUESTION, 0).row()).isEqualTo(Row.T94);
        Play late = Play.answered(10);
        late.due();
        late.days(30);
        assertThat(late.says(CAROL, ReplyKind.QUESTION, 0).row()).isEqualTo(Row.T95);
        assertThat(late.on(new TicketEvent.ReopenAsked()).row()).isEqualTo(Row.T95);
        assertThat(late.on(new TicketEvent.SplitOff(new TicketId("shop", 7))).row())
                .isEqualTo(Row.T95);
        assertThat(late.says(A, ReplyKind.YES, 1).row()).isEqualTo(Row.T44);
    }

    @Test
    void t96ADisputeIsNotedWithADate() {
        Play play = Play.answered(10);
        Decision decision = play.on(new TicketEvent.Disputed(A, "It did not help."));
        assertThat(decision.row()).isEqualTo(Row.T96);
        assertThat(play.ticket.disputed()).isTrue();
        assertThat(said(decision)).containsExactly(Template.DISPUTE_RECEIVED, Template.STAFF_DISPUTE);
        assertThat(Play.answered(10).on(new TicketEvent.Disputed(STRANGER, "x")).row())
                .isEqualTo(Row.T22);
        play.due();
        assertThat(said(play.due())).containsExactly(Template.STAFF_DISPUTE);
        assertThat(play.ticket.dueAt()).isAfter(play.now);
    }

    @Test
    void t96WhatWasChargedIsDisputedWhereverTheTicketStands() {
        Play working = Play.answered(10);
        working.says(A, ReplyKind.QUESTION, 0);
        Play requoted = Play.answered(10);
        requoted.assess(20);
        Play review = Play.answered(10);
        review.says(A, ReplyKind.QUESTION, 0);
        review.on(new TicketEvent.CancelRequested(A));
        for (Play play : List.of(working, requoted, review)) {
            var state = play.ticket.state();
            Decision decision = play.on(new TicketEvent.Disputed(CAROL, "It did not help."));
            assertThat(decision.row()).isEqualTo(Row.T96);
            assertThat(play.ticket.state()).isEqualTo(state);
            assertThat(play.ticket.disputed()).isTrue();
            assertThat(audiences(decision, Template.DISPUTE_RECEIVED))
                    .containsExactly(new Audience.Sender(CAROL), new Audience.Requester());
        }
    }

    @Test
    void t96NothingIsLeftToDisputeOnceEverythingIsGivenBack() {
        Play back = disputed();
        back.says(A, ReplyKind.QUESTION, 0);
        back.on(new TicketEvent.TakenBack("We cannot."));
        assertThat(back.state(TicketState.ClosedUnpaid.class).ending()).isEqualTo(Ending.TAKEN_BACK);
        assertThat(back.ticket.disputed()).isFalse();
        Play merged = disputed();
        merged.on(new TicketEvent.MergeAsked(new TicketId("shop", 7), CUSTOMER));
        assertThat(merged.ticket.disputed()).isFalse();
    }

    @Test
    void t101AnObjectionToWhatWasNotChargedIsAnsweredAndShownToStaff() {
        Play free = Play.assessing(0);
        free.assess(new Assessment.Incident("low"));
        free.on(new TicketEvent.AnswerSent("Mended."));
        Play unpaid = Play.quoted(100, 10);
        unpaid.says(A, ReplyKind.NO, 1);
        for (Play play : List.of(free, unpaid, Play.assessing(100), Play.quoted(100, 10), Play.working(10))) {
            Ticket before = play.ticket;
            Decision decision = play.on(new TicketEvent.Disputed(CAROL, "Too much."));
            assertThat(decision.row()).isEqualTo(Row.T101);
            assertThat(play.ticket).isEqualTo(before);
            assertThat(said(decision)).containsExactly(Template.NOTHING_CHARGED, Template.STAFF_OBJECTION);
            assertThat(audiences(decision, Template.NOTHING_CHARGED)).containsExactly(new Audience.Sender(CAROL));
            assertThat(said(decision, Template.STAFF_OBJECTION).fields()).containsEntry("reason", "Too much.");
            assertThat(said(decision, Template.NOTHING_CHARGED).fields())
                    .containsEntry("reserved", play.oracle.reserved() == 0 ? "" : "10");
        }
    }

    @Test
    void t102ASecondObjectionIsAddedToTheFirst() {
        Play play = disputed();
        Ticket before = play.ticket;
        Decision decision = play.on(new TicketEvent.Disputed(CAROL, "Still."));
        assertThat(decision.row()).isEqualTo(Row.T102);
        assertThat(play.ticket).isEqualTo(before);
        assertThat(said(decision)).containsExactly(Template.DISPUTE_IS_OPEN, Template.STAFF_OBJECTION);
        assertThat(said(decision, Template.STAFF_OBJECTION).fields()).containsEntry("reason", "Still.");
    }

    @Test
    void t97ADisputeIsGrantedInPartInFullOrNot() {
        for (long refund = -1; refund <= 11; refund++) {
            Play play = Play.answered(10);
            play.on(new TicketEvent.Disputed(A, "x"));
            Decision decision = play.on(new TicketEvent.DisputeSettled(refund, "fair"));
            assertThat(decision.row()).isEqualTo(Row.T97);
            boolean granted = refund >= 0 && refund <= 10;
            assertThat(play.oracle.charged()).isEqualTo(granted ? 10 - refund : 10);
            assertThat(play.ticket.disputed()).isEqualTo(!granted);
        }
        assertThat(Play.answered(10).on(new TicketEvent.DisputeSettled(1, "x")).row())
                .isEqualTo(Row.UNLISTED);
    }

    @Test
    void t97ADisputeIsSettledWhereverTheTicketStands() {
        Play working = disputed();
        working.says(A, ReplyKind.QUESTION, 0);
        Play requoted = disputed();
        requoted.assess(20);
        Play review = disputed();
        review.says(A, ReplyKind.QUESTION, 0);
        review.on(new TicketEvent.CancelRequested(A));
        Play closed = disputed();
        closed.due();
        for (Play play : List.of(working, requoted, review, closed)) {
            var state = play.ticket.state().getClass();
            assertThat(play.on(new TicketEvent.DisputeSettled(4, "fair")).row()).isEqualTo(Row.T97);
            assertThat(play.ticket.state()).isInstanceOf(state);
            assertThat(play.oracle.charged()).isEqualTo(6);
        }
    }

    @Test
    void t97ARaiseIsStillAnsweredAfterEverythingWasRefunded() {
        Play play = disputed();
        play.assess(20);
        play.on(new TicketEvent.DisputeSettled(10, "fair"));
        assertThat(play.says(A, ReplyKind.YES, 1).row()).isEqualTo(Row.T25);
        assertThat(play.says(A, ReplyKind.YES, 2).row()).isEqualTo(Row.T80);
        assertThat(play.oracle.reserved()).isEqualTo(20);
    }

    private static Play disputed() {
        Play play = Play.answered(10);
        play.on(new TicketEvent.Disputed(A, "x"));
        return play;
    }

    @Test
    void t98NothingIsClosedWhileMoneyIsHeld() {
        Play review = Play.requoted(10, 20);
        review.says(A, ReplyKind.NO, 2);
        for (Play play : List.of(Play.working(10), Play.requoted(10, 20), review)) {
            assertThat(play.on(new TicketEvent.CloseAsked("done")).row()).isEqualTo(Row.T98);
            assertThat(play.oracle.reserved()).isEqualTo(10);
        }
    }

    @Test
    void t99AChargeBackIsShownToStaffAndTheWalletHoldsNothingNew() {
        Play play = Play.quoted(100, 10);
        play.blocked = true;
        assertThat(said(play.on(new TicketEvent.PurchaseChargedBack()))).containsExactly(Template.STAFF_CHARGED_BACK);
        Decision yes = play.says(A, ReplyKind.YES, 1);
        assertThat(yes.row()).isEqualTo(Row.T21);
        assertThat(said(yes))
                .containsExactly(Template.AGREED_BUT_SHORT, Template.AGREED_BUT_SHORT, Template.STAFF_WALLET_BLOCKED);
        for (Play open : List.of(Play.assessing(1), Play.working(10), Play.requoted(10, 20), Play.answered(10))) {
            assertThat(open.on(new TicketEvent.PurchaseChargedBack()).row()).isEqualTo(Row.T99);
        }
    }

    @Test
    void t100WhatIsSaidOnAMergedTicketGoesToTheOther() {
        Play play = Play.working(10);
        play.on(new TicketEvent.MergeAsked(new TicketId("shop", 7), CUSTOMER));
        for (ReplyKind kind : ReplyKind.values()) {
            assertThat(play.says(A, kind, 1).row()).isEqualTo(Row.T100);
        }
        assertThat(play.on(new TicketEvent.AnswerSent("x")).row()).isEqualTo(Row.UNLISTED);
    }
}
