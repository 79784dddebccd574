package dev.parley.testkit;

import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.TicketReads.Agreement;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.port.TicketReads.Offer.Status;
import dev.parley.core.quote.Quote;
import org.jspecify.annotations.Nullable;

/** A quote version as the ledger in memory has it. */
record Offered(
        Quote quote,
        WalletKey wallet,
        Status status,
        @Nullable Agreement decision) {
    /** Could still be held or decided. */
    boolean alive() {
        return status == Status.SENT || status == Status.ACCEPTED || status == Status.AUTO;
    }

    Offered with(Status next) {
        return new Offered(quote, wallet, next, decision);
    }

    Offer view() {
        return new Offer(
                quote.version(),
                quote.amount(),
                quote.category(),
                quote.scope(),
                status,
                quote.offeredAt(),
                quote.expiresAt(),
                decision,
                quote.rate());
    }
}
