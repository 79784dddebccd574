package dev.parley.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.Contact;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.money.Money;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.DeskPolicy;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** T103, T104: who pays, and work that a package covers. */
class PayerRowsTest {
    private static final Contact ALICE = Play.ALICE;
    private static final CategoryKey DESIGN = new CategoryKey(3, "design");

    private final TicketRules rules = new TicketRules();
    private final Instant now = Play.START;

    private Ticket opened(Payer payer) {
        Ticket made = Ticket.created(new TicketId("shop", 1042), ALICE, "Checkout is empty", payer, now);
        return after(made, new TicketEvent.Opened(new Mode.Ask(), true, false));
    }

    private Decision on(Ticket ticket, TicketEvent event) {
        return rules.decide(
                ticket, event, new Situation(policy(), new Funds(100, 0, false), List.of(ALICE), now.plusSeconds(60)));
    }

    private Ticket after(Ticket ticket, TicketEvent event) {
        return ((Decision.Transition) on(ticket, event)).next();
    }

    private static DeskPolicy policy() {
        return Play.POLICY;
    }

    private static TicketEvent assessed(Assessment assessment) {
        return new TicketEvent.Assessed(assessment, "");
    }

    @Test
    void p14ThereIsNoPriceBeforeTheSiteIsKnown() {
        Ticket ticket = opened(Payer.of(Unit.POINT));
        Decision decision = on(ticket, assessed(Play.priced(10)));
        assertThat(decision.row()).isEqualTo(Row.UNLISTED);
        assertThat(((Decision.Refused) decision).reason()).contains("site");
    }

    @Test
    void t103p14OnceTheSiteIsChosenItsPointsPay() {
        Ticket ticket = after(opened(Payer.of(Unit.POINT)), new TicketEvent.SiteChosen(7));
        Decision.Transition quoted = (Decision.Transition) on(ticket, assessed(Play.priced(10)));
        WalletKey wallet = new WalletKey(ALICE.customer(), Unit.POINT, 7L);
        assertThat(quoted.postings().getFirst())
                .isInstanceOfSatisfying(
                        Posting.OfferQuote.class,
                        offer -> assertThat(offer.wallet()).isEqualTo(wallet));
    }

    @Test
    void aPricedTicketStaysWithItsSite() {
        Ticket ticket = after(opened(Payer.of(Unit.POINT)), new TicketEvent.SiteChosen(7));
        Ticket quoted = after(ticket, assessed(Play.priced(10)));
        assertThat(on(quoted, new TicketEvent.SiteChosen(8)).row()).isEqualTo(Row.UNLISTED);
    }

    @Test
    void p03AnIncidentNeedsNoSite() {
        Ticket ticket = after(opened(Payer.of(Unit.POINT)), assessed(new Assessment.Incident("high")));
        assertThat(ticket.state()).isInstanceOf(TicketState.Working.class);
        Decision work = on(ticket, assessed(Play.priced(10)));
        assertThat(((Decision.Refused) work).reason()).contains("site");
        Ticket placed = after(ticket, new TicketEvent.SiteChosen(7));
        assertThat(on(placed, assessed(Play.priced(10))).row()).isEqualTo(Row.T76);
    }

    @Test
    void whereNothingIsPaidInPointsThereIsNoSiteToChoose() {
        assertThat(on(opened(Payer.of(Unit.CREDIT)), new TicketEvent.SiteChosen(7))
                        .row())
                .isEqualTo(Row.UNLISTED);
    }

    @Test
    void t104h01WhatAPackageCoversNeedsNoYesAndHoldsNothing() {
        Decision.Transition covered =
                (Decision.Transition) on(opened(Payer.of(Unit.DEMAND)), assessed(new Assessment.Covered(DESIGN)));
        assertThat(covered.row()).isEqualTo(Row.T104);
        assertThat(covered.postings()).isEmpty();
        assertThat(covered.next().type()).isEqualTo(RequestType.COVERED);
        assertThat(covered.next().state()).isInstanceOf(TicketState.Working.class);
        assertThat(covered.outgoing()).extracting(Outgoing::template).containsExactly(Template.COVERED_BY_PACKAGE);
    }

    @Test
    void h01TheAnswerToCoveredWorkSaysWhereItsTimeComesFrom() {
        Ticket covered = after(opened(Payer.of(Unit.DEMAND)), assessed(new Assessment.Covered(DESIGN)));
        Decision answered = on(covered, new TicketEvent.AnswerSent("Done."));
        assertThat(answered.outgoing()).extracting(Outgoing::template).containsExactly(Template.ANSWER_COVERED);
    }

    @Test
    void h05WorkOnDemandIsQuotedBeforeItIsDone() {
        Ticket ticket = opened(Payer.of(Unit.DEMAND));
        Decision.Transition quoted = (Decision.Transition) on(ticket, assessed(Play.modification(40)));
        assertThat(quoted.row()).isEqualTo(Row.T13);
        assertThat(quoted.postings().getFirst())
                .isInstanceOfSatisfying(
                        Posting.OfferQuote.class,
                        offer -> assertThat(offer.wallet().unit()).isEqualTo(Unit.DEMAND));
    }

    @Test
    void h05TheRateIsFrozenWithTheQuoteAndATicketKeepsIt() {
        HourlyRate then = new HourlyRate(new Money(Currency.getInstance("USD"), 75_00), 15);
        HourlyRate changed = new HourlyRate(new Money(Currency.getInstance("USD"), 90_00), 15);
        Ticket quoted =
                ((Decision.Transition) at(then, opened(Payer.of(Unit.DEMAND)), assessed(Play.priced(20)))).next();
        assertThat(rate(quoted)).isEqualTo(then);
        Decision replaced = at(changed, quoted, assessed(Play.priced(10)));
        assertThat(rate(((Decision.Transition) replaced).next())).isEqualTo(then);
        assertThat(replaced.outgoing()).extracting(Outgoing::rate).containsOnly(then);
        assertThat(replaced.outgoing().getFirst().shown()).containsEntry(Outgoing.RATE, "7500 USD 15");
        Decision fresh = at(changed, opened(Payer.of(Unit.DEMAND)), assessed(Play.priced(20)));
        assertThat(rate(((Decision.Transition) fresh).next())).isEqualTo(changed);
    }

    private static HourlyRate rate(Ticket quoted) {
        return Objects.requireNonNull(
                ((TicketState.Quoted) quoted.state()).quote().rate());
    }

    private Decision at(HourlyRate rate, Ticket ticket, TicketEvent event) {
        Situation.Time time = new Situation.Time(rate, 0);
        Funds funds = new Funds(100, 0, false);
        return rules.decide(ticket, event, new Situation(policy(), funds, List.of(ALICE), now.plusSeconds(60), time));
    }

    @Test
    void x01APackageDoesNotTakeThePlaceOfAnAgreedPrice() {
        Ticket quoted = after(opened(Payer.of(Unit.DEMAND)), assessed(Play.modification(40)));
        assertThat(on(quoted, assessed(new Assessment.Covered(DESIGN))).row()).isEqualTo(Row.UNLISTED);
    }

    @Test
    void workThatWasFreeCanBecomeCoveredAndTheCustomerIsTold() {
        Ticket free = after(opened(Payer.of(Unit.DEMAND)), assessed(new Assessment.OnUs()));
        Decision.Transition covered = (Decision.Transition) on(free, assessed(new Assessment.Covered(DESIGN)));
        assertThat(covered.row()).isEqualTo(Row.T104);
        assertThat(covered.outgoing()).extracting(Outgoing::template).containsExactly(Template.COVERED_BY_PACKAGE);
        assertThat(on(covered.next(), assessed(new Assessment.Covered(DESIGN))).row())
                .isEqualTo(Row.T66);
    }
}
