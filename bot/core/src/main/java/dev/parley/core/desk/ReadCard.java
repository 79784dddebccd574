package dev.parley.core.desk;

import dev.parley.core.ledger.Funds;
import dev.parley.core.port.Histories;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Wallets;
import dev.parley.core.standing.Standing;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/** Everything staff want to see of a ticket at one glance. */
public final class ReadCard {
    private final TicketReads tickets;
    private final Histories histories;
    private final PromiseBook promises;
    private final Wallets wallets;

    /** Over what is stored, for the desks of {@code promises}. */
    public ReadCard(TicketReads tickets, Histories histories, PromiseBook promises, Wallets wallets) {
        this.tickets = tickets;
        this.histories = histories;
        this.promises = promises;
        this.wallets = wallets;
    }

    /**
     * A ticket at one glance.
     *
     * @param view what was said, done, agreed and charged, who has it, and what is about to go out
     * @param standing its clocks, what is promised, and how urgent it is
     * @param funds what the customer has to pay with, in the ticket's unit; nothing while no wallet is known (P-14)
     */
    public record Card(TicketReads.View view, Standing standing, Funds funds) {}

    /** The ticket as it is now; empty if there is none. */
    public Optional<Card> of(TicketId ticket, Instant now) {
        return tickets.find(ticket)
                .flatMap(view -> histories
                        .find(ticket)
                        .map(history -> new Card(
                                view,
                                Standing.of(history, promises.of(ticket.desk()), now),
                                view.ticket()
                                        .wallet()
                                        .map(wallet -> wallets.funds(wallet, now))
                                        .orElse(Funds.NONE))));
    }
}
