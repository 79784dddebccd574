package dev.parley.storage.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** An expected no of the ledger. Nothing was written; the same key works again when the reason is gone. */
public sealed interface LedgerRefusal extends LedgerOutcome {
    /** The key (or message) was used before for something else. */
    record KeyReused(String key) implements LedgerRefusal {}

    /** The quote's status does not allow it; SUPERSEDED when a newer version stands, SETTLED when held before. */
    record QuoteNotOpen(String status) implements LedgerRefusal {}

    /** The wallet (or lot) lacks this many units. */
    record Shortfall(long units) implements LedgerRefusal {}

    /** The hold was settled before, by a POST or a VOID. */
    record HoldSettled(String by) implements LedgerRefusal {}

    /** More than the ticket's net charge. */
    record RefundTooLarge(long netCharge) implements LedgerRefusal {}

    /** The wallet takes no new holds. */
    record WalletBlocked(String reason) implements LedgerRefusal {}

    /** Another message decided the quote before: ACCEPT or DECLINE. */
    record QuoteDecided(String decision) implements LedgerRefusal {}

    /** The deciding message was received after the quote's end. */
    record QuoteExpired(Instant at) implements LedgerRefusal {}

    /** The lot that paid has expired since; goodwill is a new grant. */
    record LotExpired(String source) implements LedgerRefusal {}

    /** The ticket has an active hold: settle that one first. */
    record TicketHeld(long hold) implements LedgerRefusal {}

    /** The source was granted before, by another key. */
    record AlreadyGranted(String source) implements LedgerRefusal {}

    /** The source was charged back before, by another key. */
    record AlreadyChargedBack(String source) implements LedgerRefusal {}

    /** The desk's price list does not have this amount under this key. */
    record NotInPriceList(String categoryKey) implements LedgerRefusal {}

    /** The refusal in an error of the database; empty for mistakes, and for trouble that a retry may cure. */
    static Optional<LedgerRefusal> in(SQLException error) {
        if (!(error instanceof PSQLException failure) || failure.getServerErrorMessage() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                of(failure.getSQLState(), failure.getServerErrorMessage().getDetail()));
    }

    private static @Nullable LedgerRefusal of(@Nullable String state, @Nullable String detail) {
        if (state == null || detail == null) {
            return null;
        }
        return switch (state) {
            case "LG001" -> new KeyReused(detail);
            case "LG002" -> new QuoteNotOpen(detail);
            case "LG003" -> new Shortfall(Long.parseLong(detail));
            case "LG004" -> new HoldSettled(detail);
            case "LG005" -> new RefundTooLarge(Long.parseLong(detail));
            case "LG006" -> new WalletBlocked(detail);
            case "LG007" -> new QuoteDecided(detail);
            case "LG008" -> new QuoteExpired(Instant.parse(detail));
            case "LG009" -> new LotExpired(detail);
            case "LG010" -> new TicketHeld(Long.parseLong(detail));
            case "LG011" -> new AlreadyGranted(detail);
            case "LG012" -> new AlreadyChargedBack(detail);
            case "LG013" -> new NotInPriceList(detail);
            default -> null;
        };
    }
}
