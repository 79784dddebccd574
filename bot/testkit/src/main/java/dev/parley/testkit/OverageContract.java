package dev.parley.testkit;

import static dev.parley.testkit.Deals.allowed;
import static dev.parley.testkit.Deals.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.CycleCalendar;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Term;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.desk.AskOverage;
import dev.parley.core.desk.TrackTime.Tracked;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the contract asks first: a yes is to one question, on its ticket, in its cycle (H-10, H-12). */
public interface OverageContract extends TimeStage {
    /** Staff need so many minutes over on a ticket. */
    default Decision ask(Ticket ticket, long minutes, Instant now) {
        return useCases()
                .askOverage()
                .ask(ticket.id(), need(WorkKind.DEVELOPMENT, minutes), AGENT, now)
                .orElseThrow();
    }

    private static AskOverage.Need need(WorkKind kind, long minutes) {
        return new AskOverage.Need(new CategoryKey(3, "development"), kind, minutes, "the rest of the banner");
    }

    /** Its requester answers a question. */
    default Decision says(Ticket ticket, int version, boolean yes, Instant now) {
        Marks marks = new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN]));
        Pointer pointer = new Pointer(ticket.id(), version, ticket.requester().number());
        return useCases()
                .decideByLink()
                .decide(ticket.id().desk(), marks.decisionToken(pointer), yes, now)
                .orElseThrow();
    }

    private Ticket another(Covered of) {
        return working(
                ports().store().transact(tx -> tx.contact(of.ticket().requester())),
                RequestType.COVERED,
                new Price.Free());
    }

    private Tracked on(Ticket ticket, Covered of, String start, long minutes) {
        return added(new Covered(of.contract(), ticket), start, minutes);
    }

    private static List<Long> paid(Tracked tracked) {
        var piece = tracked.pieces().getFirst();
        return List.of(piece.inPackage(), piece.over(), piece.open());
    }

    private Covered usedUp(String number, HourTerms terms) {
        Covered shop = covered(number, terms);
        added(shop, "2026-03-02T05:00:00Z", terms.minutes());
        return shop;
    }

    @Test
    default void h12AYesIsBilledAsFarAsItGoesAndNotAMinuteMore() {
        Covered shop = usedUp("H-1", hours(60, null, true));
        assertThat(paid(added(shop, "2026-03-02T06:30:00Z", 10))).containsExactly(0L, 0L, 10L);
        assertThat(ask(shop.ticket(), 45, NOW).row()).isEqualTo(Row.T106);
        assertThat(paid(added(shop, "2026-03-02T06:45:00Z", 10)))
                .as("asked is not agreed")
                .containsExactly(0L, 0L, 10L);
        assertThat(says(shop.ticket(), 1, true, NOW).row()).isEqualTo(Row.T80);
        assertThat(paid(added(shop, "2026-03-02T07:00:00Z", 30))).containsExactly(0L, 30L, 0L);
        assertThat(paid(added(shop, "2026-03-02T08:00:00Z", 30))).containsExactly(0L, 15L, 15L);
        assertThat(says(shop.ticket(), 1, true, NOW.plusSeconds(60)).row()).isEqualTo(Row.T44);
        assertThat(paid(added(shop, "2026-03-02T09:00:00Z", 5)))
                .as("said twice")
                .containsExactly(0L, 0L, 5L);
        cycles().turn(shop.contract().contract().id(), Instant.parse("2026-04-04T00:00:00Z"));
        assertThat(invoices(shop).getLast().lines().getLast().minutes()).isEqualTo(45);
    }

    @Test
    default void h12AYesCountsForTheTicketItAnswersAndForNoOther() {
        Covered shop = usedUp("H-1", hours(60, null, true));
        Ticket other = another(shop);
        ask(shop.ticket(), 60, NOW);
        ask(other, 30, NOW);
        says(shop.ticket(), 1, true, NOW);
        assertThat(paid(on(other, shop, "2026-03-02T07:00:00Z", 20)))
                .as("nobody agreed to it here")
                .containsExactly(0L, 0L, 20L);
        says(other, 1, true, NOW);
        assertThat(paid(on(other, shop, "2026-03-02T08:00:00Z", 40))).containsExactly(0L, 30L, 10L);
        assertThat(paid(added(shop, "2026-03-02T09:00:00Z", 70))).containsExactly(0L, 60L, 10L);
    }

    @Test
    default void h12AYesEnteredByStaffCountsForTheContractBesideThoseByReply() {
        Covered shop = usedUp("H-1", hours(60, null, true));
        Ticket other = another(shop);
        ask(shop.ticket(), 20, NOW);
        says(shop.ticket(), 1, true, NOW);
        ports().store()
                .transact(tx -> tx.time()
                        .agree(shop.contract().contract().id(), MARCH, 30, new Consent("alice", NOW, "by telephone")));
        assertThat(paid(added(shop, "2026-03-02T07:00:00Z", 35))).containsExactly(0L, 35L, 0L);
        assertThat(paid(on(other, shop, "2026-03-02T08:00:00Z", 20))).containsExactly(0L, 15L, 5L);
    }

    @Test
    default void h13AYesIsForItsCycleAndTheNextBeginsWithoutOne() {
        Covered shop = usedUp("H-1", hours(60, null, true));
        ask(shop.ticket(), 30, NOW);
        says(shop.ticket(), 1, true, NOW);
        assertThat(paid(added(shop, "2026-04-02T06:00:00Z", 70))).containsExactly(60L, 0L, 10L);
    }

    @Test
    default void h13TheQuestionEndsWithItsCycleAndALateYesBillsNothing() {
        Covered shop = usedUp("H-1", hours(60, null, true));
        Instant lastDay = Instant.parse("2026-03-31T12:00:00Z");
        ask(shop.ticket(), 30, lastDay);
        assertThat(offers(shop.ticket()).getLast().expiresAt()).isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
        assertThat(says(shop.ticket(), 1, true, Instant.parse("2026-03-31T22:00:00Z"))
                        .row())
                .isEqualTo(Row.T83);
        assertThat(says(shop.ticket(), 1, true, Instant.parse("2026-04-01T08:00:00Z"))
                        .row())
                .isEqualTo(Row.T108);
        assertThat(paid(added(shop, "2026-03-31T10:00:00Z", 15))).containsExactly(0L, 0L, 15L);
    }

    @Test
    default void h12TheCapIsNeverPassedWhateverWasAskedAtTheSameTime() {
        Covered shop = usedUp("H-1", hours(60, 50L, true));
        Ticket other = another(shop);
        assertThat(reason(ask(shop.ticket(), 51, NOW))).contains("at most 50 more minutes");
        ask(shop.ticket(), 40, NOW);
        ask(other, 30, NOW);
        assertThat(says(shop.ticket(), 1, true, NOW).row()).isEqualTo(Row.T80);
        assertThat(says(other, 1, true, NOW).row()).isEqualTo(Row.T107);
        assertThat(reason(ask(other, 11, NOW))).contains("at most 10 more minutes");
        assertThat(ask(other, 10, NOW).row()).isEqualTo(Row.T106);
        assertThat(says(other, 2, true, NOW).row()).isEqualTo(Row.T80);
        assertThat(paid(added(shop, "2026-03-02T07:00:00Z", 60))).containsExactly(0L, 40L, 20L);
        assertThat(paid(on(other, shop, "2026-03-02T08:30:00Z", 60))).containsExactly(0L, 10L, 50L);
    }

    /** Its cycles are those of the calendar, so that it may end within one. */
    @Test
    default void h12AContractThatEndedInBetweenBillsNothingByAYes() {
        Contact alice = approver("alice@customer.example");
        Term term = new Term(LocalDate.of(2026, 2, 15), null);
        HoursContract contract = allowed(HoursContract.activate(
                Contract.begin(
                        "H-1", alice.customer(), CycleCalendar.calendarMonths(Deals.ZONE), term, hours(60, null, true)),
                Deals.MANAGER));
        Why why = new Why(new By(AGENT, NOW), "made");
        Covered shop = new Covered(
                allowed(ports().contracts().begin(contract, why)),
                working(alice, RequestType.COVERED, new Price.Free()));
        added(shop, "2026-03-02T05:00:00Z", 60);
        ask(shop.ticket(), 30, NOW);
        allowed(ports().contracts().changeHours(contract.contract().id(), c -> c.ending(1, NOW), why));
        Instant after = Instant.parse("2026-03-15T08:00:00Z");
        assertThat(offers(shop.ticket()).getLast().expiresAt()).isAfter(after);
        assertThat(says(shop.ticket(), 1, true, after).row()).isEqualTo(Row.T107);
        assertThat(reason(ask(shop.ticket(), 30, after))).contains("no package of hours now");
    }

    @Test
    default void h10WhereNothingIsAskedOrIncludedTheRefusalSaysWhatToDo() {
        Covered free = covered("H-1", hours(60));
        assertThat(reason(ask(free.ticket(), 30, NOW))).contains("without asking");
        Covered asked = covered("H-2", hours(60, null, true));
        Decision training = useCases()
                .askOverage()
                .ask(asked.ticket().id(), need(WorkKind.TRAINING, 30), AGENT, NOW)
                .orElseThrow();
        assertThat(reason(training)).contains("does not include this kind of work", "quoted");
    }

    @Test
    default void h12AsSoonAsTheYesIsThereTheStopwatchStarts() {
        Covered shop = usedUp("H-1", hours(60, null, true));
        Ruling<?> before = useCases().trackTime().start(shop.ticket().id(), "kim", WorkKind.DEVELOPMENT, NOW);
        assertThat(refusal(before)).contains("./parley ticket overage");
        ask(shop.ticket(), 30, NOW);
        assertThat(refusal(useCases().trackTime().start(shop.ticket().id(), "kim", WorkKind.DEVELOPMENT, NOW)))
                .contains("asked before any more");
        says(shop.ticket(), 1, true, NOW);
        assertThat(refusal(useCases().trackTime().start(shop.ticket().id(), "kim", WorkKind.DEVELOPMENT, NOW)))
                .isEqualTo("allowed");
    }

    @Test
    default void h12ALaterQuestionLeavesWhatWasAgreedBeforeAsItIs() {
        Covered shop = usedUp("H-1", hours(60, null, true));
        ask(shop.ticket(), 30, NOW);
        says(shop.ticket(), 1, true, NOW);
        ask(shop.ticket(), 20, NOW);
        assertThat(offers(shop.ticket()))
                .extracting(Offer::status)
                .containsExactly(Offer.Status.ACCEPTED, Offer.Status.SENT);
        assertThat(says(shop.ticket(), 1, true, NOW).row()).isEqualTo(Row.T82);
        assertThat(says(shop.ticket(), 2, false, NOW).row()).isEqualTo(Row.T83);
        assertThat(paid(added(shop, "2026-03-02T07:00:00Z", 45))).containsExactly(0L, 30L, 15L);
        assertThat(StateName.of(ticket(shop).state())).isEqualTo(StateName.WORKING);
    }

    @Test
    default void h12TheQuestionNamesTheRateOfTheContractAndKeepsIt() {
        Covered shop = usedUp("H-1", hours(60, null, true));
        ask(shop.ticket(), 30, NOW);
        assertThat(offers(shop.ticket()).getLast().rate())
                .isEqualTo(shop.contract()
                        .contract()
                        .versionIn(YearMonth.of(2026, 3))
                        .terms()
                        .overage()
                        .rate());
    }

    private List<Offer> offers(Ticket ticket) {
        return ports().tickets().find(ticket.id()).orElseThrow().quotes();
    }

    private Ticket ticket(Covered of) {
        return ports().tickets().find(of.ticket().id()).orElseThrow().ticket();
    }

    private static String reason(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.reason() : "not refused: " + decision.row();
    }
}
