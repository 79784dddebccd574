package dev.parley.core.ticket;

import static dev.parley.core.ticket.Play.A;
import static dev.parley.core.ticket.Play.B;
import static dev.parley.core.ticket.Play.CAROL;
import static dev.parley.core.ticket.Play.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.quote.OverageOf;
import dev.parley.core.quote.Quote;
import dev.parley.core.reading.ReplyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** T106 to T108, and T80 to T84 of a question about minutes over a package (H-10, H-12). */
class OverageRowsTest {
    private static final Instant END = Play.START.plus(Duration.ofDays(28));

    private static Play covered() {
        Play play = Play.assessing(100);
        play.assess(new Assessment.Covered(new CategoryKey(3, "design")));
        return play;
    }

    private static Play asked(long minutes) {
        Play play = covered();
        play.on(Play.overage(minutes));
        return play;
    }

    private static Overtime overtime(Play play) {
        return Objects.requireNonNull(
                play.state(TicketState.Working.class).price().overtime());
    }

    private static void billsNothing(Decision decision) {
        assertThat(Play.postings(decision))
                .noneMatch(posting -> posting instanceof Posting.AllowOverage || posting instanceof Posting.Hold);
    }

    @Test
    void t106h12MinutesOverThePackageAreAskedForAndNothingIsReserved() {
        Play play = covered();
        Decision decision = play.on(Play.overage(60));
        assertThat(decision.row()).isEqualTo(Row.T106);
        assertThat(play.state(TicketState.Requoted.class).current()).isInstanceOf(Price.Free.class);
        Quote quote = play.openQuote();
        assertThat(quote.amount()).isEqualTo(60);
        assertThat(quote.over()).isEqualTo(Play.overage(60).over());
        assertThat(quote.rate()).isEqualTo(Play.overage(60).rate());
        assertThat(Play.said(decision, Template.OVERAGE_OFFERED).quoteVersion()).isEqualTo(1);
        assertThat(Play.said(decision, Template.OVERAGE_OFFERED).rate()).isEqualTo(quote.rate());
    }

    @Test
    void t106h13TheQuestionEndsNoLaterThanItsCycleWhateverHoldsItUp() {
        Play play = covered().days(20);
        play.on(Play.overage(60));
        assertThat(play.openQuote().expiresAt()).isEqualTo(END);
        play.says(A, ReplyKind.QUESTION, 1);
        play.days(3).on(new TicketEvent.RepliedFreely("For the banner."));
        assertThat(play.openQuote().expiresAt()).isEqualTo(END);
        assertThat(play.ticket.dueAt()).isBeforeOrEqualTo(END);
    }

    @Test
    void t106OnlyWorkThatAPackageCoversHasMinutesOverIt() {
        Play play = Play.assessing(100);
        play.assess(new Assessment.OnUs());
        assertThat(play.on(Play.overage(60)).row()).isEqualTo(Row.UNLISTED);
        assertThat(covered().days(28).on(Play.overage(60)).row())
                .as("after the cycle")
                .isEqualTo(Row.UNLISTED);
    }

    @Test
    void t80h12AYesLetsJustTheseMinutesBeBilledAndTheWorkGoesOn() {
        Play play = asked(60);
        Decision decision = play.says(A, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T80);
        assertThat(Play.postings(decision))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(Posting.AllowOverage.class, allow -> {
                    assertThat(allow.quote().amount()).isEqualTo(60);
                    assertThat(allow.quote().version()).isEqualTo(1);
                });
        assertThat(play.ticket.type()).isEqualTo(RequestType.COVERED);
        assertThat(Objects.requireNonNull(overtime(play).yes()).contact()).isEqualTo(A.contact());
        assertThat(play.oracle.reserved() + play.oracle.charged()).isZero();
        assertThat(Play.said(decision)).containsExactly(Template.OVERAGE_AGREED);
    }

    @Test
    void t44h12AYesSaidTwiceCountsOnceAndAnotherApproverHearsWhoWasFirst() {
        Play play = asked(60);
        play.says(A, ReplyKind.YES, 1);
        Decision again = play.says(A, ReplyKind.YES, 1);
        assertThat(again.row()).isEqualTo(Row.T44);
        billsNothing(again);
        Decision other = play.says(B, ReplyKind.YES, 1);
        assertThat(other.row()).isEqualTo(Row.T40);
        assertThat(Play.said(other)).containsExactly(Template.ALREADY_AGREED);
    }

    @Test
    void t25h12AYesToAnOlderVersionIsNoYesToTheOpenOne() {
        Play play = asked(60);
        Decision anew = play.on(Play.overage(90));
        assertThat(anew.row()).isEqualTo(Row.T84);
        Decision old = play.says(A, ReplyKind.YES, 1);
        assertThat(old.row()).isEqualTo(Row.T25);
        billsNothing(old);
        assertThat(Play.said(old)).containsExactly(Template.STALE_VERSION);
        assertThat(Play.postings(play.says(A, ReplyKind.YES, 2)))
                .anySatisfy(posting -> assertThat(posting)
                        .isInstanceOfSatisfying(
                                Posting.AllowOverage.class,
                                allow -> assertThat(allow.quote().amount()).isEqualTo(90)));
    }

    @Test
    void t82h12AYesToWhatWasAgreedBeforeIsNoYesToMore() {
        Play play = asked(60);
        play.says(A, ReplyKind.YES, 1);
        play.on(Play.overage(30));
        Decision old = play.says(A, ReplyKind.YES, 1);
        assertThat(old.row()).isEqualTo(Row.T82);
        billsNothing(old);
        Decision no = play.says(A, ReplyKind.NO, 1);
        assertThat(no.row()).isEqualTo(Row.T82);
        assertThat(Play.said(no)).containsExactly(Template.STAFF_CUSTOMER_WROTE);
        assertThat(play.openQuote().version()).isEqualTo(2);
    }

    @Test
    void t83h12ANoBillsNothingAndTheTicketGoesOnOnThePackage() {
        Play play = asked(60);
        Decision no = play.says(A, ReplyKind.NO, 1);
        assertThat(no.row()).isEqualTo(Row.T83);
        billsNothing(no);
        assertThat(overtime(play).yes()).isNull();
        assertThat(Play.said(no)).containsExactly(Template.OVERAGE_DECLINED, Template.STAFF_OVERAGE_NOT_AGREED);
    }

    @Test
    void t83h12SilenceIsRemindedOfAndEndsWithTheCycleAtTheLatest() {
        Play play = covered().days(20);
        play.on(Play.overage(60));
        assertThat(play.due().row()).isEqualTo(Row.T33);
        Decision last = play.due();
        while (last.row() == Row.T33) {
            last = play.due();
        }
        assertThat(last.row()).isEqualTo(Row.T83);
        assertThat(play.now).isEqualTo(END);
        billsNothing(last);
        assertThat(Play.said(last)).containsExactly(Template.OVERAGE_LAPSED, Template.STAFF_OVERAGE_NOT_AGREED);
        assertThat(play.state(TicketState.Working.class).price()).isInstanceOf(Price.Free.class);
    }

    @Test
    void t108h13AYesAfterTheEndIsRefusedInWords() {
        Play play = asked(60);
        while (play.ticket.state() instanceof TicketState.Requoted) {
            play.due();
        }
        Decision late = play.says(A, ReplyKind.YES, 1);
        assertThat(late.row()).isEqualTo(Row.T108);
        billsNothing(late);
        assertThat(Play.said(late)).containsExactly(Template.OVERAGE_NOT_OPEN, Template.STAFF_CUSTOMER_WROTE);
        assertThat(Play.said(late, Template.OVERAGE_NOT_OPEN).fields()).containsEntry("quote_number", "Q-1042-1");
    }

    @Test
    void t83h13AYesReceivedAfterTheEndIsRefusedEvenIfTheClockHasNotLookedYet() {
        Play play = covered().days(20);
        play.on(Play.overage(60));
        play.now = END;
        Decision late = play.says(A, ReplyKind.YES, 1);
        assertThat(late.row()).isEqualTo(Row.T83);
        billsNothing(late);
        assertThat(Play.said(late)).contains(Template.OVERAGE_LAPSED);
    }

    @Test
    void t80h13AYesReceivedInTimeCountsForItsCycleHoweverLateItIsRead() {
        Play play = covered().days(20);
        play.on(Play.overage(60));
        play.now = END.plusSeconds(60);
        Decision read = play.hears(play.reply(A, ReplyKind.YES, 1, END.minusMillis(1)));
        assertThat(read.row()).isEqualTo(Row.T80);
        assertThat(Objects.requireNonNull(overtime(play).quote().over()).month())
                .isEqualTo(Play.overage(60).over().month());
    }

    @Test
    void t107h12WhatTheContractDoesNotAllowAnyMoreIsNotBilledByAYes() {
        Play play = asked(60);
        play.overLeft = 59;
        Decision decision = play.says(A, ReplyKind.YES, 1);
        assertThat(decision.row()).isEqualTo(Row.T107);
        billsNothing(decision);
        assertThat(Play.said(decision))
                .containsExactly(Template.OVERAGE_NOT_POSSIBLE, Template.STAFF_OVERAGE_NOT_AGREED);
        play.on(Play.overage(59));
        assertThat(play.says(A, ReplyKind.YES, 2).row()).isEqualTo(Row.T80);
    }

    @Test
    void h12NobodyButAProvenApproverLetsMinutesOverBeBilled() {
        assertThat(asked(60).says(CAROL, ReplyKind.YES, 1).row()).isEqualTo(Row.T23);
        assertThat(asked(60).says(STRANGER, ReplyKind.YES, 1).row()).isEqualTo(Row.T22);
        assertThat(asked(60).says(A, ReplyKind.YES, 0).row()).isEqualTo(Row.T26);
        assertThat(asked(60).says(A, ReplyKind.CONDITIONAL, 1).row()).isEqualTo(Row.T31);
        Play play = asked(60);
        Decision forged = play.hears(Play.as(play.reply(A, ReplyKind.YES, 1, play.now), AuthVerdict.FAIL));
        assertThat(forged.row()).isEqualTo(Row.T24);
        billsNothing(forged);
    }

    @Test
    void h12FewerMinutesAreForStaffToAskForAndAQuestionForThemToAnswer() {
        Play play = asked(60);
        Decision counter = play.counter(30L);
        assertThat(counter.row()).isEqualTo(Row.T29);
        assertThat(Play.said(counter)).containsExactly(Template.COUNTER_WITH_SPECIALIST, Template.STAFF_COUNTER);
        assertThat(play.says(A, ReplyKind.QUESTION, 1).row()).isEqualTo(Row.T28);
        assertThat(play.openQuote().version()).isEqualTo(1);
    }

    @Test
    void t83WhoAskedMayAskNoMore() {
        Play play = asked(60);
        Decision decision = play.on(new TicketEvent.RaiseAbandoned(true, "It was done in time."));
        assertThat(decision.row()).isEqualTo(Row.T83);
        assertThat(Play.said(decision)).containsExactly(Template.OVERAGE_WITHDRAWN);
        assertThat(play.state(TicketState.Working.class).price().agreed()).isZero();
    }

    @Test
    void overageIsOfAContract() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new OverageOf(" ", Play.overage(1).over().month(), END)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Play.overage(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
