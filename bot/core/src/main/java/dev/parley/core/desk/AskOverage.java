package dev.parley.core.desk;

import dev.parley.core.contract.Cycle;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Overage;
import dev.parley.core.hours.Place;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.quote.OverageOf;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a contract asks before any minute over its package, staff say how many a ticket needs, and the customer is
 * asked: a yes by reply is to that many, on that ticket, in that cycle (H-10, H-12).
 */
public final class AskOverage {
    private final Store store;
    private final ActOnTicket act;

    AskOverage(Store store, ActOnTicket act) {
        this.store = store;
        this.act = act;
    }

    /**
     * What staff need.
     *
     * @param minutes over the package, at least 1; what the package still holds does not count
     * @param scope what they are for, in plain words
     */
    public record Need(CategoryKey category, WorkKind service, long minutes, String scope) {}

    /** Asks the customer of {@code ticket}; refused with what to do instead. Empty if there is no such ticket. */
    public Optional<Decision> ask(TicketId ticket, Need need, Actor actor, Instant now) {
        return store.transact(tx -> tx.lock(ticket).map(locked -> ask(tx, locked, need, actor, now)));
    }

    private Decision ask(Transaction tx, Ticket ticket, Need need, Actor actor, Instant now) {
        Optional<HoursContract> running = tx.time().packages(ticket.customer()).stream()
                .filter(one -> one.contract().covers(now))
                .findFirst();
        if (running.isEmpty()) {
            return no("the customer has no package of hours now; assess the ticket, so that it is quoted");
        }
        HoursContract contract = running.get();
        if (!(contract.placeOf(need.service, now) instanceof Place.InPackage place)) {
            return no("contract " + contract.contract().number()
                    + " does not include this kind of work; assess the ticket, so that it is quoted");
        }
        Overage overage = contract.contract().versionIn(place.month()).terms().overage();
        if (!overage.askFirst()) {
            return no("contract " + contract.contract().number()
                    + " bills what goes over it without asking; go on, and enter the time");
        }
        OverageOf over = new OverageOf(contract.contract().number(), place.month(), end(contract, place));
        long left = left(tx, ticket, over, now);
        return left < need.minutes
                ? no("contract " + over.contract() + " lets at most " + left + " more minutes over be agreed to in "
                        + over.month() + "; ask for that, or wait for the next cycle")
                : act.within(
                        tx,
                        ticket,
                        new TicketEvent.OverageAsked(need.minutes, need.category, need.scope, over, overage.rate()),
                        actor,
                        now);
    }

    private static Instant end(HoursContract contract, Place.InPackage place) {
        Cycle cycle = contract.contract().calendar().cycle(place.month());
        return contract.contract()
                .end()
                .filter(end -> end.isBefore(cycle.end()))
                .orElse(cycle.end());
    }

    private static Decision no(String why) {
        return new Decision.Refused(Row.UNLISTED, why, List.of());
    }

    /** How many more minutes over may be agreed to for the question that is open on {@code ticket}; 0 if none is. */
    static long left(Transaction tx, Ticket ticket, Instant now) {
        OverageOf over = ticket.state() instanceof TicketState.Requoted asked
                ? asked.quote().over()
                : null;
        return over == null ? 0 : left(tx, ticket, over, now);
    }

    /**
     * Up to the contract's cap, less what is over or agreed to already; nothing once the contract ends before the cycle
     * did, or the cycle is invoiced. Later yeses find what earlier ones left: the wallet is locked.
     */
    private static long left(Transaction tx, Ticket ticket, OverageOf over, Instant now) {
        tx.lockFunds(WalletKey.of(ticket.customer(), Unit.MINUTE));
        Instant last = now.isBefore(over.end()) ? now : over.end().minusNanos(1);
        return tx.time().packages(ticket.customer()).stream()
                .filter(one -> one.contract().number().equals(over.contract()))
                .filter(one -> one.contract().covers(last) && !isInvoiced(tx, one, over))
                .findFirst()
                .map(one -> left(tx, one, over))
                .orElse(0L);
    }

    private static boolean isInvoiced(Transaction tx, HoursContract contract, OverageOf over) {
        return tx.time()
                .lastInvoiced(contract.contract().id())
                .filter(month -> !month.isBefore(over.month()))
                .isPresent();
    }

    private static long left(Transaction tx, HoursContract contract, OverageOf over) {
        Long cap = contract.contract().versionIn(over.month()).terms().overage().capMinutes();
        if (cap == null) {
            return Long.MAX_VALUE;
        }
        var used = tx.time().used(contract, contract.poolOf(over.month()), over.month());
        return Math.max(0, cap - Math.max(used.over(), used.agreed()));
    }
}
