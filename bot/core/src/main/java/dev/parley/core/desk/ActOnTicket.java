package dev.parley.core.desk;

import dev.parley.core.feature.FeatureRules;
import dev.parley.core.ledger.Funds;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Features;
import dev.parley.core.port.LedgerRefusal;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Ending;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Situation;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketRules;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One event on one ticket: lock, decide, save, all in one transaction. Staff, clock and customers come this way. */
public final class ActOnTicket {
    private static final int FREED_CHARS_MAX = 900;

    private final DeskBook desks;
    private final TicketRules rules;
    private final Store store;
    private final Correspondence correspondence;
    private final StaffNotices notices;
    private final LowBalances lowBalances;

    ActOnTicket(
            DeskBook desks,
            TicketRules rules,
            Store store,
            Correspondence correspondence,
            StaffNotices notices,
            LowBalances lowBalances) {
        this.desks = desks;
        this.rules = rules;
        this.store = store;
        this.correspondence = correspondence;
        this.notices = notices;
        this.lowBalances = lowBalances;
    }

    /** Lets {@code event} happen to {@code ticket}; empty if there is no such ticket. */
    public Optional<Decision> act(TicketId ticket, TicketEvent event, Actor actor, Instant now) {
        return store.transact(tx -> act(tx, ticket, event, actor, now));
    }

    /** The same in a transaction of the caller's. */
    public Optional<Decision> act(Transaction tx, TicketId ticket, TicketEvent event, Actor actor, Instant now) {
        return tx.lock(ticket).map(locked -> within(tx, locked, event, actor, now));
    }

    /** What {@link #within} would decide; nothing is done. */
    Decision foresee(Transaction tx, Ticket ticket, TicketEvent event, Instant now) {
        DeskProfile desk = desks.desk(ticket.id().desk());
        return rules.decide(ticket, event, situation(tx, desk, ticket, funds(tx, ticket, desk, now), now));
    }

    /** The same inside a transaction that already holds the ticket's lock. */
    Decision within(Transaction tx, Ticket ticket, TicketEvent event, Actor actor, Instant now) {
        DeskProfile desk = desks.desk(ticket.id().desk());
        Funds funds = funds(tx, ticket, desk, now);
        Decision decision = rules.decide(ticket, event, situation(tx, desk, ticket, funds, now));
        Optional<LedgerRefusal> refusal = tx.apply(ticket, decision, actor, now);
        if (refusal.isPresent()) {
            return refused(tx, ticket, decision, refusal.get(), now);
        }
        if (decision instanceof Decision.Transition(var _, var next, var _, var _)) {
            Classification.keep(tx, ticket, next, event, new Classification.Cause(actor, now));
            if (isFreeNow(ticket, next)) {
                CorrectTime.takeBackAll(tx, ticket, freed(event), actor, now);
            }
            FeatureRules.after(ticket, next)
                    .ifPresent(wish -> tx.keepFeature(ticket.id(), new Features.Step(wish, why(event), actor, now)));
        }
        if (decision instanceof Decision.Transition && actor instanceof Actor.Staff staff) {
            int _ = tx.markSeen(ticket.id().desk(), ticket.id().number(), staff, now);
        }
        if (event instanceof TicketEvent.Replied(var reply) && reply.ofTheConversation()) {
            tx.triage().wake(ticket.id());
        }
        Ticket after = decision instanceof Decision.Transition transition ? transition.next() : ticket;
        correspondence.send(tx, desk, new Correspondence.Word(after, decision.outgoing(), actor), now);
        lowBalances.watch(tx, ticket, funds, decision, now);
        return decision;
    }

    /** A question about prices in the middle of a ticket: answered, noted in the history, and nothing else (T105). */
    Decision aboutPrices(Transaction tx, Ticket ticket, Speaker.Known asker, Actor actor, Instant now) {
        DeskProfile desk = desks.desk(ticket.id().desk());
        Funds funds = funds(tx, ticket, desk, now);
        Decision decision = rules.aboutPrices(ticket, asker, situation(tx, desk, ticket, funds, now));
        Optional<LedgerRefusal> _ = tx.apply(ticket, decision, actor, now);
        correspondence.send(tx, desk, new Correspondence.Word(ticket, decision.outgoing(), actor), now);
        return decision;
    }

    private static Situation situation(Transaction tx, DeskProfile desk, Ticket ticket, Funds funds, Instant now) {
        return new Situation(
                desk.policy(),
                funds,
                tx.approvers(ticket.customer()),
                now,
                new Situation.Time(desk.onDemand(), AskOverage.left(tx, ticket, now)));
    }

    private static Funds funds(Transaction tx, Ticket ticket, DeskProfile desk, Instant now) {
        return ticket.wallet()
                .map(wallet -> {
                    Allowances.grantDue(tx, wallet, desk.policy(), now);
                    return tx.lockFunds(wallet);
                })
                .orElse(Funds.NONE);
    }

    /**
     * What a package paid for by time and is free now takes no time of it; nor does what we could not do (T70). A
     * price from now on changes nothing of what was done before (T76).
     */
    private static boolean isFreeNow(Ticket before, Ticket after) {
        boolean given =
                after.state() instanceof TicketState.ClosedUnpaid closed && closed.ending() == Ending.TAKEN_BACK;
        boolean quoted = after.state() instanceof TicketState.Quoted;
        return before.type() == RequestType.COVERED && (given || (after.type() != RequestType.COVERED && !quoted));
    }

    private static String freed(TicketEvent event) {
        String reason = event instanceof TicketEvent.TakenBack taken ? taken.reason() : why(event);
        return reason.isBlank()
                ? "the ticket is free of charge"
                : "the ticket is free of charge: " + reason.substring(0, Math.min(reason.length(), FREED_CHARS_MAX));
    }

    private static String why(TicketEvent event) {
        String reason = event instanceof TicketEvent.Assessed assessed ? assessed.reason() : "";
        return reason.substring(0, Math.min(reason.length(), FeatureRules.REASON_CHARS_MAX));
    }

    /** The rules looked at the funds under lock, so this is a surprise: nothing is kept, and staff can see it. */
    private Decision refused(Transaction tx, Ticket ticket, Decision decision, LedgerRefusal refusal, Instant now) {
        String what = decision.row() + " was not kept: the ledger answered " + refusal;
        tx.audit(new AuditLine(
                ticket.id().desk(), new Actor.Desk(), "ticket " + ticket.id().number(), "ledger", "", what, now));
        Map<String, String> fields =
                Map.of("state", StateName.of(ticket.state()).name(), "event", "this", "reason", what);
        notices.show(
                tx,
                desks.desk(ticket.id().desk()),
                new StaffNotices.Matter(ticket.id().number(), Template.STAFF_UNLISTED, fields),
                now);
        return new Decision.Refused(Row.UNLISTED, what, List.of());
    }
}
