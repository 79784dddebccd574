package dev.parley.core.ticket;

import static dev.parley.core.ticket.Play.A;
import static dev.parley.core.ticket.Play.CAROL;
import static dev.parley.core.ticket.Play.STRANGER;
import static dev.parley.core.ticket.Play.postings;
import static dev.parley.core.ticket.Play.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.policy.CategoryKey;
import dev.parley.core.reading.ReplyKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** T01 to T16: from the first message to the first price. */
class IntakeRowsTest {

    @Test
    void t01c15ANewTicketIsAcknowledgedAndAssessed() {
        Play play = Play.with(100);
        Decision decision = play.on(new TicketEvent.Opened(new Mode.Ask(), false, false));
        assertThat(decision.row()).isEqualTo(Row.T01);
        assertThat(said(decision)).containsExactly(Template.ACKNOWLEDGED);
        assertThat(play.state(TicketState.Assessing.class).waitingSince()).isNull();
        assertThat(play.ticket.firstResponseAt()).isNull();
        assertThat(play.ticket.dueAt()).isEqualTo(Play.START.plus(Duration.ofDays(14)));
    }

    @Test
    void t01ATicketNobodyCanProveIsAskedAboutEverything() {
        Play play = Play.with(100);
        Decision decision = play.on(new TicketEvent.Opened(new Mode.AskAlways(), false, false));
        assertThat(said(decision)).containsExactly(Template.ACKNOWLEDGED_UNPROVEN);
        assertThat(play.assess(5).row()).isEqualTo(Row.T13);
        assertThat(play.oracle.reserved()).isZero();
    }

    @Test
    void t02c14AnApproverMayAgreeInAdvance() {
        Play play = Play.with(100);
        Decision decision = play.on(new TicketEvent.Opened(new Mode.PreAgreed(20), true, false));
        assertThat(decision.row()).isEqualTo(Row.T02);
        assertThat(said(decision, Template.ACKNOWLEDGED_PRE_AGREED).fields()).containsEntry("cap", "20");
        assertThat(play.ticket.mode()).isEqualTo(new Mode.PreAgreed(20));
    }

    @Test
    void t03x02AgreeingInAdvanceNeedsAnApprover() {
        Play play = Play.ofCarol(100);
        Decision decision = play.on(new TicketEvent.Opened(new Mode.PreAgreed(20), false, false));
        assertThat(decision.row()).isEqualTo(Row.T03);
        assertThat(play.ticket.mode()).isEqualTo(new Mode.Ask());
        assertThat(said(decision, Template.ACKNOWLEDGED_NEEDS_APPROVER).fields())
                .containsEntry("approvers", "Alice, Bob");
        assertThat(play.assess(10).row()).isEqualTo(Row.T13);
    }

    @Test
    void t04p21APriceQuestionGoesToCustomerSupport() {
        Play play = Play.with(100);
        Decision decision = play.on(new TicketEvent.Opened(new Mode.Ask(), true, true));
        assertThat(decision.row()).isEqualTo(Row.T04);
        assertThat(play.state(TicketState.ClosedUnpaid.class).ending()).isEqualTo(Ending.ROUTED);
        assertThat(said(decision, Template.CUSTOMER_SUPPORT_POINTER).fields())
                .containsEntry("customer_support", "prices@vendor.example");
    }

    @Test
    void t06p01p03AnIncidentIsFreeAtAnyBalance() {
        Play play = Play.assessing(0);
        Decision decision = play.assess(new Assessment.Incident("high"));
        assertThat(decision.row()).isEqualTo(Row.T06);
        assertThat(postings(decision)).isEmpty();
        assertThat(play.ticket.type()).isEqualTo(RequestType.INCIDENT);
        assertThat(play.state(TicketState.Working.class).price()).isEqualTo(new Price.Free());
        assertThat(said(decision, Template.INCIDENT_ACCEPTED).fields()).containsEntry("severity", "high");
    }

    @Test
    void t06WhatIsOursIsFree() {
        Play play = Play.assessing(0);
        assertThat(said(play.assess(new Assessment.OnUs()))).containsExactly(Template.FREE_AFTER_ALL);
    }

    @Test
    void t07p07p08AFeatureRequestIsFreeAndHasNoDate() {
        Play play = Play.assessing(0);
        assertThat(play.assess(new Assessment.Feature()).row()).isEqualTo(Row.T07);
        assertThat(Clocks.of(play.ticket).resolution()).isEqualTo(ClockState.NONE);
    }

    @Test
    void t08c16CategoryOneIsHeldWithoutAWord() {
        for (Play play : new Play[] {Play.assessing(5), Play.preAgreed(5, 20)}) {
            Decision decision = play.assess(5);
            assertThat(decision.row()).isEqualTo(Row.T08);
            assertThat(decision.outgoing()).isEmpty();
            assertThat(postings(decision)).hasSize(2).last().isEqualTo(new Posting.Hold(1));
            assertThat(play.oracle.reserved()).isEqualTo(5);
            assertThat(play.ticket.firstResponseAt()).isNull();
            assertThat(play.ticket.quotes()).isEqualTo(1);
        }
    }

    @Test
    void t09c28CategoryOneWaitsForMoney() {
        Play play = Play.assessing(4);
        Decision decision = play.assess(5);
        assertThat(decision.row()).isEqualTo(Row.T09);
        assertThat(postings(decision)).isEmpty();
        assertThat(play.ticket.quotes()).isZero();
        assertThat(said(decision, Template.SHORT_FOR_ANSWER).fields())
                .containsEntry("shortfall", "1")
                .containsEntry("available", "4")
                .containsEntry("until", Play.START.plus(Duration.ofDays(21)).toString());
        assertThat(play.ticket.dueAt()).isEqualTo(Play.START.plus(Duration.ofDays(21)));
    }

    @Test
    void t10c14WhatWasAgreedInAdvanceIsHeldAtOnce() {
        Play play = Play.preAgreed(50, 20);
        Decision decision = play.assess(20);
        assertThat(decision.row()).isEqualTo(Row.T10);
        assertThat(play.oracle.reserved()).isEqualTo(20);
        assertThat(said(decision, Template.PRE_AGREED_STARTED).fields())
                .containsEntry("amount", "20")
                .containsEntry("available", "30");
    }

    @Test
    void t11WhatWasAgreedInAdvanceWaitsForMoney() {
        Play play = Play.preAgreed(15, 20);
        Decision decision = play.assess(20);
        assertThat(decision.row()).isEqualTo(Row.T11);
        assertThat(said(decision, Template.PRE_AGREED_SHORT).fields()).containsEntry("shortfall", "5");
        assertThat(play.oracle.reserved()).isZero();
    }

    @Test
    void t12c14aAboveTheCapItIsAsked() {
        Play play = Play.preAgreed(100, 20);
        Decision decision = play.assess(25);
        assertThat(decision.row()).isEqualTo(Row.T12);
        assertThat(said(decision)).containsExactly(Template.QUOTE_ABOVE_CAP);
        assertThat(play.oracle.reserved()).isZero();
    }

    @Test
    void t12c14aAModificationIsNeverAgreedInAdvance() {
        Play play = Play.preAgreed(100, 500);
        Decision decision = play.assess(Play.modification(20));
        assertThat(decision.row()).isEqualTo(Row.T12);
        assertThat(said(decision)).containsExactly(Template.QUOTE_NOT_PRE_AGREEABLE);
    }

    @Test
    void t13ACategoryNobodyKnowsIsAsked() {
        var unknown = new Assessment.Priced(new CategoryKey(1, "gone"), 5, false, "x");
        assertThat(Play.assessing(100).assess(unknown).row()).isEqualTo(Row.T13);
        assertThat(Play.preAgreed(100, 20).assess(unknown).row()).isEqualTo(Row.T12);
    }

    @Test
    void t13c17TheQuoteNamesEverythingAndHoldsNothing() {
        Play play = Play.quoted(8, 10);
        Decision decision = play.decisions.getLast();
        assertThat(decision.row()).isEqualTo(Row.T13);
        Outgoing quote = said(decision, Template.QUOTE_SENT);
        assertThat(quote.quoteVersion()).isEqualTo(1);
        assertThat(quote.fields())
                .containsEntry("quote_number", "Q-1042-1")
                .containsEntry("category", "Settings")
                .containsEntry("tier", "2")
                .containsEntry("amount", "10")
                .containsEntry("balance", "8")
                .containsEntry("shortfall", "2")
                .containsEntry("expires", "2026-03-16T09:00:00Z");
        assertThat(play.oracle.reserved()).isZero();
        assertThat(play.ticket.dueAt()).isEqualTo(Play.START.plus(Duration.ofDays(2)));
    }

    @Test
    void t13AQuoteGoesToThoseWhoMayAgreeToo() {
        Play play = Play.ofCarol(100);
        play.on(new TicketEvent.Opened(new Mode.Ask(), false, false));
        assertThat(play.assess(10).outgoing().stream().map(Outgoing::audience))
                .containsExactly(Scene.REQUESTER, Scene.APPROVERS);
    }

    @Test
    void t13WhereNobodyMayAgreeStaffAreTold() {
        Play play = Play.assessing(100);
        play.approvers = java.util.List.of();
        assertThat(said(play.assess(10))).containsExactly(Template.QUOTE_SENT, Template.STAFF_NO_APPROVER);
    }

    @Test
    void t14OurQuestionStopsTheClocks() {
        Play play = Play.assessing(100);
        assertThat(play.on(new TicketEvent.InformationAsked("Which version?")).row())
                .isEqualTo(Row.T14);
        assertThat(Clocks.of(play.ticket))
                .isEqualTo(new Clocks(ClockState.STOPPED, ClockState.PAUSED, ClockState.PAUSED));
        Decision answer = play.days(1).says(CAROL, ReplyKind.OTHER, 0);
        assertThat(answer.row()).isEqualTo(Row.T14);
        assertThat(said(answer)).containsExactly(Template.STAFF_CUSTOMER_WROTE);
        assertThat(play.state(TicketState.Assessing.class)).isEqualTo(new TicketState.Assessing(play.now, null));
    }

    @Test
    void t15c10TheSpecialistMayRefuse() {
        Play play = Play.assessing(100);
        Decision decision = play.on(new TicketEvent.ModificationRefused("Not feasible."));
        assertThat(decision.row()).isEqualTo(Row.T15);
        assertThat(play.state(TicketState.ClosedUnpaid.class).ending()).isEqualTo(Ending.REFUSED);
        assertThat(play.ticket.dueAt()).isNull();
    }

    @Test
    void t16CancelledOrSilentItIsClosedFreeOfCharge() {
        Play cancelled = Play.assessing(100);
        assertThat(cancelled.on(new TicketEvent.CancelRequested(CAROL)).row()).isEqualTo(Row.T16);
        Play silent = Play.assessing(100);
        silent.on(new TicketEvent.InformationAsked("Which version?"));
        assertThat(silent.due().row()).isEqualTo(Row.T16);
        assertThat(silent.now).isEqualTo(Play.START.plus(Duration.ofDays(14)));
        assertThat(silent.state(TicketState.ClosedUnpaid.class).ending()).isEqualTo(Ending.NO_INFORMATION);
    }

    @Test
    void t16AStrangerCancelsNothing() {
        assertThat(Play.assessing(100)
                        .on(new TicketEvent.CancelRequested(STRANGER))
                        .row())
                .isEqualTo(Row.T22);
        assertThat(Play.quoted(100, 10).on(new TicketEvent.CancelRequested(A)).row())
                .isEqualTo(Row.T27);
    }
}
