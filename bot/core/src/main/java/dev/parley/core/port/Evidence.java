package dev.parley.core.port;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What proves a charge: who agreed, to which version, by which message and when. Reads only, locks nothing. */
public interface Evidence {
    /**
     * Everything about one version of a ticket's quotes.
     *
     * @param version 0 for the newest that was held, or the newest of all if none was
     * @return empty if there is no such ticket or version
     */
    Optional<Sheet> of(TicketId ticket, int version);

    /**
     * The evidence.
     *
     * @param language of who asked
     * @param cap up to how much the ticket was agreed in advance, null if it was not
     * @param offeredBy who priced it
     * @param consent null if nobody agreed to this or an earlier, no lower price
     * @param entries what the ledger has for this version, oldest first
     */
    record Sheet(
            TicketId ticket,
            String subject,
            CustomerId customer,
            String customerName,
            Locale language,
            @Nullable Long cap,
            Unit unit,
            Offer quote,
            String offeredBy,
            String reason,
            @Nullable Consent consent,
            List<Entry> entries) {
        public Sheet {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An agreement as it was recorded.
     *
     * @param version of the quote that was agreed to; 0 if it was agreed in advance
     * @param name of who agreed, and {@code address}
     * @param approverSince since when they might agree, null if that is not on record
     * @param message channel and id of the message
     * @param rule that read the words
     * @param words that decided, as written
     * @param auth the verdict on the sender
     * @param receivedAt when the server received the message
     * @param recordedAt when it was read
     * @param text all that was new in the message, null if no message is kept, as for a link
     * @param raw the message as it arrived, null if it is not kept
     */
    @SuppressWarnings("ArrayRecordComponent") // evidence is shown, never compared
    record Consent(
            int version,
            String name,
            String address,
            @Nullable Instant approverSince,
            String channel,
            String message,
            String rule,
            String words,
            String auth,
            Instant receivedAt,
            Instant recordedAt,
            @Nullable String text,
            byte @Nullable [] raw) {}

    /**
     * One event of the ledger.
     *
     * @param at when it counts, and {@code recordedAt} by the database's own clock
     * @param amount change of the balance, signed
     * @param reserved change of what is reserved, signed
     * @param lots the orders or months whose units moved
     * @param position in the hash chain, null if it is not sealed yet
     * @param hash of its line there, "" if it is not sealed yet
     */
    record Entry(
            long journal,
            String kind,
            Instant at,
            Instant recordedAt,
            String actor,
            String reason,
            long amount,
            long reserved,
            String lots,
            @Nullable Long position,
            String hash) {}
}
