package dev.parley.core.desk;

import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Units come into a wallet, and the tickets that waited for them go on, in the order they were agreed (T55–T57). */
public final class PayIn {
    private final Store store;
    private final ActOnTicket act;

    PayIn(Store store, ActOnTicket act) {
        this.store = store;
        this.act = act;
    }

    /**
     * Pays {@code grant} in.
     *
     * @return false if its source reference was paid in before; nothing happens then
     */
    public boolean payIn(Grant grant) {
        return store.transact(tx -> within(tx, grant));
    }

    /** The same as part of a decision that holds no locks but those of {@link #lock}. */
    boolean within(Transaction tx, Grant grant) {
        List<TicketId> byAgreement = lockWaiting(tx, grant.wallet());
        boolean fresh = tx.grant(grant);
        if (fresh) {
            fund(tx, byAgreement, grant.actor(), grant.at());
        }
        return fresh;
    }

    /** The wallet takes new work again: what waited for it goes on. */
    void resume(Transaction tx, WalletKey wallet, Actor actor, Instant at) {
        fund(tx, lockWaiting(tx, wallet), actor, at);
    }

    /** Locks the tickets that wait for money in this wallet, and then the wallet. */
    void lock(Transaction tx, WalletKey wallet) {
        List<TicketId> _ = lockWaiting(tx, wallet);
        Funds _ = tx.lockFunds(wallet);
    }

    private static List<TicketId> lockWaiting(Transaction tx, WalletKey wallet) {
        List<TicketId> byAgreement = tx.waitingForFunds(wallet);
        byAgreement.stream().sorted(Comparator.comparingLong(TicketId::number)).forEach(tx::lock);
        return byAgreement;
    }

    /** Whole tickets only, and no overtaking: the first that is still short ends the round (T57). */
    private void fund(Transaction tx, List<TicketId> byAgreement, Actor actor, Instant at) {
        for (TicketId id : byAgreement) {
            Ticket ticket = tx.lock(id).orElseThrow();
            Decision decision = act.within(tx, ticket, new TicketEvent.FundsArrived(), actor, at);
            boolean funded = decision instanceof Decision.Transition transition
                    && !transition
                            .next()
                            .state()
                            .getClass()
                            .equals(ticket.state().getClass());
            if (!funded) {
                return;
            }
        }
    }
}
