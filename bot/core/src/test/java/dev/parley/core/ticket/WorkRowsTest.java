package dev.parley.core.ticket;

import static dev.parley.core.ticket.Play.A;
import static dev.parley.core.ticket.Play.B;
import static dev.parley.core.ticket.Play.CAROL;
import static dev.parley.core.ticket.Play.CUSTOMER;
import static dev.parley.core.ticket.Play.STRANGER;
import static dev.parley.core.ticket.Play.audiences;
import static dev.parley.core.ticket.Play.postings;
import static dev.parley.core.ticket.Play.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.reading.ReplyKind;
import dev.parley.core.ticket.Outgoing.Audience;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T60 to T85: work and the raise. */
class WorkRowsTest {

    @Test
    void t60c05TheAnswerChargesExactlyWhatWasAgreed() {
        Play play = Play.working(10);
        Decision decision = play.on(new TicketEvent.AnswerSent("Do this."));
        assertThat(decision.row()).isEqualTo(Row.T60);
        assertThat(postings(decision)).containsExactly(new Posting.PostHold(1, 10));
        assertThat(said(decision, Template.ANSWER).fields())
                .containsEntry("amount", "10")
                .containsEntry("available", "90")
                .containsEntry("text", "Do this.");
        assertThat(play.ticket.dueAt()).isEqualTo(Play.START.plus(Duration.ofDays(7)));
    }

    @Test
    void t60AFreeAnswerChargesNothing() {
        Play play = Play.assessing(100);
        play.assess(new Assessment.Incident("high"));
        assertThat(said(play.on(new TicketEvent.AnswerSent("Mended.")))).containsExactly(Template.ANSWER_FREE);
        assertThat(play.oracle.charged()).isZero();
    }

    @Test
    void t61c20c21c21aDownNeedsNoYes() {
        Play play = Play.working(20);
        Decision decision = play.assess(10);
        assertThat(decision.row()).isEqualTo(Row.T61);
        assertThat(postings(decision)).hasSize(3);
        assertThat(postings(decision).getFirst()).isEqualTo(new Posting.VoidHold(1));
        assertThat(postings(decision).getLast()).isEqualTo(new Posting.Hold(2));
        assertThat(said(decision, Template.PRICE_LOWERED).fields())
                .containsEntry("old_amount", "20")
                .containsEntry("available", "90");
    }

    @Test
    void t61WhatWasChargedIsRefundedInPart() {
        Play play = Play.answered(20);
        play.says(A, ReplyKind.QUESTION, 0);
        assertThat(postings(play.assess(10))).containsExactly(new Posting.Refund(10, "We looked deeper."));
        assertThat(play.oracle.charged()).isEqualTo(10);
    }

    @Test
    void t62p25FoundToBeOursEverythingIsGivenBack() {
        for (Assessment ours : List.of(new Assessment.OnUs(), new Assessment.Incident("low"))) {
            Play play = Play.working(20);
            Decision decision = play.assess(ours);
            assertThat(decision.row()).isEqualTo(Row.T62);
            assertThat(play.oracle.reserved()).isZero();
            Play raised = Play.requoted(10, 20);
            assertThat(raised.assess(ours).row()).isEqualTo(Row.T62);
            assertThat(raised.oracle.reserved()).isZero();
        }
    }

    @Test
    void t63UpToTheCapNeedsNoYes() {
        Play play = Play.preAgreed(20, 20);
        play.assess(10);
        Decision decision = play.assess(20);
        assertThat(decision.row()).isEqualTo(Row.T63);
        assertThat(play.oracle.reserved()).isEqualTo(20);
        assertThat(said(decision, Template.PRICE_RAISED_AS_AGREED).fields())
                .containsEntry("difference", "10")
                .containsEntry("available", "0");
    }

    @Test
    void t64c20c21c21bUpNeedsItsOwnYesAndKeepsTheOldHold() {
        Play play = Play.requoted(10, 20);
        Decision decision = play.decisions.getLast();
        assertThat(decision.row()).isEqualTo(Row.T64);
        assertThat(play.oracle.reserved()).isEqualTo(10);
        assertThat(said(decision, Template.RAISE_OFFERED).fields())
                .containsEntry("old_amount", "10")
                .containsEntry("difference", "10")
                .containsEntry("available_after", "80");
        Play above = Play.preAgreed(100, 20);
        above.assess(10);
        assertThat(above.assess(25).row()).isEqualTo(Row.T64);
        Play modified = Play.preAgreed(100, 50);
        modified.assess(10);
        assertThat(modified.assess(Play.modification(20)).row()).isEqualTo(Row.T64);
    }

    @Test
    void t65UpWithinTheCapButShortIsAsked() {
        Play play = Play.preAgreed(19, 20);
        play.assess(10);
        assertThat(play.assess(20).row()).isEqualTo(Row.T65);
        assertThat(play.oracle.reserved()).isEqualTo(10);
    }

    @Test
    void t66TheSamePriceChangesNothing() {
        Play play = Play.working(10);
        Decision decision = play.assess(10);
        assertThat(decision.row()).isEqualTo(Row.T66);
        assertThat(decision.outgoing()).isEmpty();
        assertThat(play.on(new TicketEvent.WorkStarted()).row()).isEqualTo(Row.T66);
        assertThat(play.on(new TicketEvent.WorkStarted()).row()).isEqualTo(Row.T44);
        Play free = Play.assessing(0);
        free.assess(new Assessment.Incident("low"));
        assertThat(free.assess(new Assessment.Incident("high")).row()).isEqualTo(Row.T66);
        assertThat(free.assess(new Assessment.OnUs()).row()).isEqualTo(Row.T66);
    }

    @Test
    void t67CancelledBeforeWorkEverythingIsReleased() {
        Play play = Play.working(10);
        assertThat(play.on(new TicketEvent.CancelRequested(A)).row()).isEqualTo(Row.T67);
        assertThat(play.oracle.reserved()).isZero();
        Play words = Play.working(10);
        assertThat(words.says(A, ReplyKind.NO, 1).row()).isEqualTo(Row.T67);
        assertThat(Play.working(10).on(new TicketEvent.CancelRequested(CAROL)).row())
                .isEqualTo(Row.T23);
        assertThat(Play.working(10)
                        .on(new TicketEvent.CancelRequested(STRANGER))
                        .row())
                .isEqualTo(Row.T22);
    }

    @Test
    void t67WhatCostsNothingMayBeTakenBackByAnybodyOfTheCustomer() {
        Play play = Play.assessing(0);
        play.assess(new Assessment.Incident("low"));
        play.on(new TicketEvent.WorkStarted());
        Decision decision = play.on(new TicketEvent.CancelRequested(CAROL));
        assertThat(decision.row()).isEqualTo(Row.T67);
        assertThat(play.state(TicketState.ClosedUnpaid.class).ending()).isEqualTo(Ending.CANCELLED);
        assertThat(audiences(decision, Template.CANCELLED_UNPAID))
                .containsExactly(new Audience.Sender(CAROL), new Audience.Requester());
    }

    @Test
    void t68CancelledAfterWorkBeganAPersonDecides() {
        Play play = Play.working(10);
        play.on(new TicketEvent.WorkStarted());
        assertThat(play.on(new TicketEvent.CancelRequested(A)).row()).isEqualTo(Row.T68);
        assertThat(play.oracle.reserved()).isEqualTo(10);
        Decision again = play.on(new TicketEvent.CancelRequested(B));
        assertThat(again.row()).isEqualTo(Row.T44);
        assertThat(audiences(again, Template.CANCEL_IN_REVIEW)).containsExactly(new Audience.Sender(B));
        Play words = Play.working(10);
        words.on(new TicketEvent.WorkStarted());
        assertThat(words.says(A, ReplyKind.NO, 1).row()).isEqualTo(Row.T68);
    }

    @Test
    void t69AtMostWhatWasAgreedIsDue() {
        for (long due = -1; due <= 11; due++) {
            Play play = review();
            Decision decision = play.on(new TicketEvent.CancellationSettled(due, "half done"));
            assertThat(decision.row()).isEqualTo(Row.T69);
            assertThat(decision instanceof Decision.Refused).isEqualTo(due < 0 || due > 10);
            assertThat(play.oracle.charged()).isEqualTo(due < 0 || due > 10 ? 0 : due);
        }
    }

    @Test
    void t69UndecidedNothingIsDue() {
        Play play = review();
        assertThat(play.due().row()).isEqualTo(Row.T69);
        assertThat(play.oracle.balance()).isEqualTo(100);
        assertThat(play.oracle.reserved()).isZero();
        Play charged = Play.answered(10);
        charged.says(A, ReplyKind.QUESTION, 0);
        charged.on(new TicketEvent.CancelRequested(A));
        charged.due();
        assertThat(charged.oracle.charged()).isEqualTo(10);
    }

    private static Play review() {
        Play play = Play.working(10);
        play.on(new TicketEvent.WorkStarted());
        play.on(new TicketEvent.CancelRequested(A));
        return play;
    }

    @Test
    void t70TakenBackEverythingIsGivenBack() {
        Play charged = Play.answered(10);
        charged.says(A, ReplyKind.QUESTION, 0);
        for (Play play : List.of(
                Play.assessing(1), Play.quoted(9, 10), Play.working(10), Play.requoted(10, 20), review(), charged)) {
            Decision decision = play.on(new TicketEvent.TakenBack("We cannot do it."));
            assertThat(decision.row()).isEqualTo(Row.T70);
            assertThat(play.oracle.reserved() + play.oracle.charged()).isZero();
            assertThat(play.state(TicketState.ClosedUnpaid.class).ending()).isEqualTo(Ending.TAKEN_BACK);
        }
    }

    @Test
    void t71AQuestionAboutSomethingElseLeavesTheParentAsItIs() {
        Play play = Play.working(10);
        Ticket before = play.ticket;
        Decision decision = play.on(new TicketEvent.SplitOff(new TicketId("shop", 1043)));
        assertThat(decision.row()).isEqualTo(Row.T71);
        assertThat(postings(decision)).isEmpty();
        assertThat(play.ticket).isEqualTo(before);
        assertThat(said(decision, Template.SPLIT_OFF).fields()).containsEntry("child", "1043");
    }

    @Test
    void t72p06p07AFeatureRequestIsFreeWheneverItIsFound() {
        Play play = Play.working(10);
        assertThat(play.assess(new Assessment.Feature()).row()).isEqualTo(Row.T72);
        assertThat(play.oracle.reserved()).isZero();
        Play free = Play.assessing(0);
        free.assess(new Assessment.Incident("low"));
        assertThat(free.assess(new Assessment.Feature()).row()).isEqualTo(Row.T72);
        assertThat(Play.requoted(10, 20).assess(new Assessment.Feature()).row()).isEqualTo(Row.T72);
    }

    @Test
    void t73WaitingForDataIsRemindedOfAndThenOfferedToBeCancelled() {
        Play play = Play.working(10);
        play.on(new TicketEvent.InformationAsked("Your log file?"));
        assertThat(Clocks.of(play.ticket).resolution()).isEqualTo(ClockState.PAUSED);
        for (int i = 0; i < 3; i++) {
            assertThat(said(play.due())).containsExactly(Template.DATA_REMINDER);
        }
        assertThat(said(play.due())).containsExactly(Template.CANCEL_OFFERED, Template.STAFF_OLD_HOLD);
        assertThat(play.due().row()).isEqualTo(Row.T67);
        assertThat(play.oracle.reserved()).isZero();
    }

    @Test
    void t73AnAnswerLetsWorkGoOn() {
        Play play = Play.working(10);
        play.on(new TicketEvent.InformationAsked("Your log file?"));
        for (ReplyKind kind : ReplyKind.values()) {
            Decision decision = play.says(CAROL, kind, 0);
            assertThat(decision.row()).isEqualTo(Row.T73);
            assertThat(play.state(TicketState.Working.class).waitingSince()).isNull();
        }
    }

    @Test
    void t73AYesBelowAnOlderMailMayBeTheAnswerWeWaitFor() {
        Play play = Play.working(10);
        play.on(new TicketEvent.InformationAsked("May we restart the shop?"));
        Decision decision = play.says(A, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T73);
        assertThat(said(decision)).containsExactly(Template.STAFF_CUSTOMER_WROTE);
    }

    @Test
    void t74MergedEverythingIsGivenBackHere() {
        for (Play play : List.of(
                Play.assessing(1), Play.quoted(9, 10), Play.working(10), Play.requoted(10, 20), Play.answered(10))) {
            Decision decision = play.on(new TicketEvent.MergeAsked(new TicketId("shop", 7), CUSTOMER));
            assertThat(decision.row()).isEqualTo(Row.T74);
            assertThat(play.oracle.reserved() + play.oracle.charged()).isZero();
            assertThat(play.state(TicketState.Merged.class).into().number()).isEqualTo(7);
        }
    }

    @Test
    void t75AnotherCustomersTicketIsNoTarget() {
        Play play = Play.working(10);
        var other = new TicketEvent.MergeAsked(new TicketId("shop", 7), new CustomerId("shop", 2));
        assertThat(play.on(other).row()).isEqualTo(Row.T75);
        var itself = new TicketEvent.MergeAsked(play.ticket.id(), CUSTOMER);
        assertThat(play.on(itself).row()).isEqualTo(Row.T75);
    }

    @Test
    void t76p10p25NothingIsChargedRetroactively() {
        Play play = Play.preAgreed(100, 20);
        play.assess(new Assessment.Incident("low"));
        Decision decision = play.assess(10);
        assertThat(decision.row()).isEqualTo(Row.T76);
        assertThat(play.oracle.reserved()).isZero();
        assertThat(play.openQuote().version()).isEqualTo(1);
    }

    @Test
    void t80AYesToTheRaiseReplacesTheHold() {
        Play play = Play.requoted(10, 20);
        Decision decision = play.says(A, ReplyKind.YES, 2);
        assertThat(decision.row()).isEqualTo(Row.T80);
        assertThat(postings(decision)).hasSize(3).element(1).isEqualTo(new Posting.VoidHold(1));
        assertThat(said(decision, Template.RAISE_AGREED).fields()).containsEntry("available", "80");
    }

    @Test
    void t80WhatWasChargedIsRefundedAndTheTotalHeld() {
        Play play = Play.answered(10);
        play.assess(20);
        Decision decision = play.says(A, ReplyKind.YES, 2);
        assertThat(decision.row()).isEqualTo(Row.T80);
        assertThat(postings(decision).get(1)).isInstanceOf(Posting.Refund.class);
        assertThat(play.oracle.reserved()).isEqualTo(20);
        assertThat(play.oracle.charged()).isZero();
    }

    @Test
    void t81AYesToTheRaiseShortOfFundsKeepsTheOldHold() {
        Play play = shortRaise();
        assertThat(play.decisions.getLast().row()).isEqualTo(Row.T81);
        assertThat(play.oracle.reserved()).isEqualTo(10);
        assertThat(play.says(A, ReplyKind.YES, 2).row()).isEqualTo(Row.T44);
        assertThat(play.on(new TicketEvent.FundsArrived()).row()).isEqualTo(Row.T56);
        play.oracle.topUp(5);
        assertThat(play.on(new TicketEvent.FundsArrived()).row()).isEqualTo(Row.T80);
        assertThat(play.oracle.reserved()).isEqualTo(20);
    }

    private static Play shortRaise() {
        Play play = Play.quoted(15, 10);
        play.says(A, ReplyKind.YES, 1);
        play.assess(20);
        play.says(A, ReplyKind.YES, 2);
        return play;
    }

    @Test
    void t82AYesToTheAgreedVersionIsNotAYesToTheRaise() {
        Play play = Play.requoted(10, 20);
        Decision decision = play.says(A, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T82);
        assertThat(said(decision, Template.OLD_VERSION_AGREED).fields())
                .containsEntry("old_amount", "10")
                .containsEntry("amount", "20");
    }

    @Test
    void t83c21dWithoutAYesStaffFinishOrStop() {
        Play declined = Play.requoted(10, 20);
        assertThat(declined.says(A, ReplyKind.NO, 2).row()).isEqualTo(Row.T83);
        assertThat(declined.oracle.decisions()).isEqualTo(2);
        assertThat(declined.on(new TicketEvent.RaiseAbandoned(true, "We manage."))
                        .row())
                .isEqualTo(Row.T83);
        assertThat(declined.state(TicketState.Working.class).price().held()).isEqualTo(10);
        Play silent = Play.requoted(10, 20).days(14);
        assertThat(silent.on(new TicketEvent.DeadlinePassed()).row()).isEqualTo(Row.T83);
        assertThat(silent.on(new TicketEvent.RaiseAbandoned(false, "Cannot.")).row())
                .isEqualTo(Row.T83);
        assertThat(silent.on(new TicketEvent.RaiseAbandoned(true, "")).row()).isEqualTo(Row.UNLISTED);
        Play late = Play.requoted(10, 20).days(14);
        assertThat(late.says(A, ReplyKind.YES, 2).row()).isEqualTo(Row.T83);
        Play unfunded = shortRaise();
        assertThat(unfunded.due().row()).isEqualTo(Row.T83);
        Play regretted = shortRaise();
        assertThat(regretted.says(A, ReplyKind.NO, 2).row()).isEqualTo(Row.T83);
        for (boolean finish : new boolean[] {true, false}) {
            Play staff = Play.requoted(10, 20);
            assertThat(staff.on(new TicketEvent.RaiseAbandoned(finish, "")).row())
                    .isEqualTo(Row.T83);
            assertThat(staff.oracle.reserved()).isEqualTo(10);
            assertThat(staff.ticket.state() instanceof TicketState.Working).isEqualTo(finish);
        }
    }

    @Test
    void t84AnotherRaiseReplacesTheFirst() {
        Play play = Play.requoted(10, 20);
        assertThat(play.assess(25).row()).isEqualTo(Row.T84);
        assertThat(play.says(A, ReplyKind.YES, 2).row()).isEqualTo(Row.T25);
        play.says(A, ReplyKind.YES, 3);
        assertThat(play.oracle.reserved()).isEqualTo(25);
    }

    @Test
    void t85DownToWhatWasAgreedWorkGoesOn() {
        Play same = Play.requoted(10, 20);
        assertThat(same.assess(10).row()).isEqualTo(Row.T85);
        assertThat(same.oracle.reserved()).isEqualTo(10);
        Play lower = Play.requoted(10, 20);
        assertThat(lower.assess(5).row()).isEqualTo(Row.T85);
        assertThat(lower.oracle.reserved()).isEqualTo(5);
    }
}
