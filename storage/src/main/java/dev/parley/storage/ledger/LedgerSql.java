package dev.parley.storage.ledger;

import static java.util.Objects.requireNonNull;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/**
 * The functions of the schema {@code ledger}, typed. The transaction is the caller's and must be open, at READ
 * COMMITTED; each call is a savepoint in it, so that after a refusal the transaction goes on. A broken connection,
 * a deadlock or a mistake of the caller is a {@link DataAccessException}, never a refusal.
 */
public final class LedgerSql {
    private final JdbcOperations jdbc;

    /** On the connection that these operations are bound to. */
    public LedgerSql(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the desk with its usual units and house accounts, unless it is there. */
    public void registerDesk(String desk, Instant now) {
        jdbc.query("select ledger.register_desk(?, ?)", row -> {}, desk, sql(now));
    }

    /** Whose wallet, of which unit, and of which site; null for units that belong to no site. */
    public record Wallet(
            long customer, String unit, @Nullable Long site) {}

    /** The wallet's number; the wallet is made when there is none. Minutes may go over what was granted (H-10). */
    public long openWallet(String desk, Wallet wallet, Instant now) {
        return number(
                "select ledger.open_wallet(?, ?, ?, ?, ?, ?)",
                desk,
                wallet.customer,
                wallet.unit,
                sql(now),
                wallet.site,
                wallet.unit.equals("MINUTE"));
    }

    /** Adds a lot to a wallet. Refused: AlreadyGranted. */
    public LedgerOutcome grant(Booking by, Lot lot) {
        return book(
                """
                select ledger.grant_units(p_desk => ?, p_wallet => ?, p_amount => ?, p_source => ?, p_key => ?,
                  p_actor => ?, p_reason => ?, p_now => ?, p_from => coalesce(?, '-infinity'::timestamptz),
                  p_to => coalesce(?, 'infinity'::timestamptz), p_priority => ?, p_cost_minor => ?,
                  p_cost_currency => ?)
                """,
                by.desk(),
                lot.wallet(),
                lot.amount(),
                lot.source(),
                by.key(),
                by.actor(),
                by.reason(),
                sql(by.at()),
                sqlOrNull(lot.from()),
                sqlOrNull(lot.until()),
                Lot.PRIORITY,
                lot.cost() == null ? null : lot.cost().minor(),
                lot.cost() == null ? null : lot.cost().currency());
    }

    /**
     * Lists what a quote under this key may cost, from {@code now} on; a desk that lists nothing for a unit may quote
     * any amount. Quotes offered before are honoured.
     */
    public void setPrice(String desk, String unit, PriceRange price, String actor, Instant now) {
        jdbc.query(
                "select ledger.set_price(?, ?, ?, ?, ?::bigint, ?, ?)",
                row -> {},
                desk,
                unit,
                price.categoryKey(),
                price.min(),
                price.max(),
                actor,
                sql(now));
    }

    /** Offers the next version, supersedes what was open; booked is the quote. Refused: KeyReused, NotInPriceList. */
    public LedgerOutcome offerQuote(Booking by, Offer offer) {
        return offerQuote(by, offer, null);
    }

    /** The same as version {@code version}, which is above all before it; null: the next. */
    public LedgerOutcome offerQuote(Booking by, Offer offer, @Nullable Integer version) {
        return book(
                "select ledger.offer_quote(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                by.desk(),
                offer.ticket(),
                offer.wallet(),
                offer.amount(),
                offer.category(),
                offer.categoryKey(),
                offer.scope(),
                offer.auto(),
                sql(offer.expiresAt()),
                by.key(),
                by.actor(),
                by.reason(),
                sql(by.at()),
                version);
    }

    /** Records a decision; the message is the key. Refused: QuoteNotOpen, QuoteDecided, QuoteExpired, KeyReused. */
    public LedgerOutcome decide(String desk, QuoteDecision decision, Instant now) {
        return book(
                """
                select q from (select ledger.decide_quote(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), ?::bigint as q) d
                """,
                desk,
                decision.quote(),
                decision.accept() ? "ACCEPT" : "DECLINE",
                decision.contact(),
                decision.channel(),
                decision.messageRef(),
                decision.readingRule(),
                decision.words(),
                decision.wordsStart(),
                decision.auth(),
                sql(decision.receivedAt()),
                sql(now),
                decision.quote());
    }

    /** Closes a quote whose time is over; an agreed one too, if nothing was held for it. Refused: QuoteNotOpen. */
    public LedgerOutcome expireQuote(String desk, long quote, Instant now) {
        return setQuoteStatus(desk, quote, "EXPIRED", now);
    }

    /** Takes a quote back; an agreed one too, if nothing was held for it. Refused: QuoteNotOpen. */
    public LedgerOutcome withdrawQuote(String desk, long quote, Instant now) {
        return setQuoteStatus(desk, quote, "WITHDRAWN", now);
    }

    private LedgerOutcome setQuoteStatus(String desk, long quote, String status, Instant now) {
        return book(
                "select q from (select ledger.set_quote_status(?, ?, ?, ?), ?::bigint as q) s",
                desk,
                quote,
                status,
                sql(now),
                quote);
    }

    /** Gives an open quote more time, never less. Refused: QuoteNotOpen. */
    public LedgerOutcome extendQuote(Booking by, long quote, Instant expiresAt) {
        return book(
                "select q from (select ledger.extend_quote(?, ?, ?, ?, ?, ?), ?::bigint as q) x",
                by.desk(),
                quote,
                sql(expiresAt),
                by.actor(),
                by.reason(),
                sql(by.at()),
                quote);
    }

    /**
     * Reserves what an agreed quote says; booked is the hold. Refused: Shortfall, QuoteNotOpen, TicketHeld,
     * WalletBlocked.
     */
    public LedgerOutcome hold(Booking by, long quote) {
        return book(
                "select ledger.hold_quote(?, ?, ?, ?, ?, ?)",
                by.desk(),
                quote,
                by.key(),
                by.actor(),
                sql(by.at()),
                by.reason());
    }

    /** Charges all that a hold reserved. Refused: HoldSettled. */
    public LedgerOutcome post(Booking by, long hold) {
        return resolve(by, hold, "POST", null);
    }

    /** Charges a part of a hold, 1 to all of it, and releases the rest. Refused: HoldSettled. */
    public LedgerOutcome post(Booking by, long hold, long amount) {
        return resolve(by, hold, "POST", amount);
    }

    /** Releases a hold and charges nothing. Refused: HoldSettled. */
    public LedgerOutcome release(Booking by, long hold) {
        return resolve(by, hold, "VOID", null);
    }

    private LedgerOutcome resolve(Booking by, long hold, String phase, @Nullable Long amount) {
        return book(
                "select ledger.resolve_hold(?, ?, ?, ?, ?, ?, ?, ?)",
                by.desk(),
                hold,
                phase,
                amount,
                by.key(),
                by.actor(),
                by.reason(),
                sql(by.at()));
    }

    /** Gives back part of a ticket's charge, to the lots that paid. Refused: RefundTooLarge, LotExpired. */
    public LedgerOutcome refund(Booking by, long ticket, long amount) {
        return book(
                "select ledger.refund_ticket(?, ?, ?, ?, ?, ?, ?)",
                by.desk(),
                ticket,
                amount,
                by.key(),
                by.actor(),
                by.reason(),
                sql(by.at()));
    }

    /** Minutes worked on a ticket, over the package where the wallet allows it. Refused: Shortfall. */
    public LedgerOutcome useMinutes(Booking by, long wallet, long ticket, long minutes) {
        return book(
                "select ledger.use_minutes(?, ?, ?, ?, ?, ?, ?, ?)",
                by.desk(),
                wallet,
                ticket,
                minutes,
                by.key(),
                by.actor(),
                by.reason(),
                sql(by.at()));
    }

    /** Voids what is unspent of a lot and blocks its wallet for new holds. Refused: AlreadyChargedBack. */
    public LedgerOutcome chargeBack(Booking by, String source) {
        return book(
                "select ledger.charge_back(?, ?, ?, ?, ?, ?)",
                by.desk(),
                source,
                by.key(),
                by.actor(),
                by.reason(),
                sql(by.at()));
    }

    /** Says whether a wallet takes new holds; the key plays no part. */
    public void block(Booking by, long wallet, boolean blocked) {
        jdbc.query(
                "select ledger.block_wallet(?, ?, ?, ?, ?, ?)",
                row -> {},
                by.desk(),
                wallet,
                blocked,
                by.actor(),
                by.reason(),
                sql(by.at()));
    }

    /** Takes unspent units of a lot back for money, at the lot's price. Refused: Shortfall. */
    public LedgerOutcome refundMoney(Booking by, String source, long units) {
        return book(
                "select ledger.refund_money(?, ?, ?, ?, ?, ?, ?)",
                by.desk(),
                source,
                units,
                by.key(),
                by.actor(),
                by.reason(),
                sql(by.at()));
    }

    /** Ends the unreserved rest of at most {@code lotsMax} lots whose time is over; how many. */
    public int expireDue(String desk, Instant now, int lotsMax) {
        return (int) number("select ledger.expire_due(?, ?, ?)", desk, sql(now), lotsMax);
    }

    /** The wallet now; lots whose time is over count only what is reserved on them. */
    public Balance balance(String desk, long wallet, Instant now) {
        return balance("ledger.balance", desk, wallet, now);
    }

    /** The wallet as it stood at a moment. */
    public Balance balanceAsOf(String desk, long wallet, Instant at) {
        return balance("ledger.balance_as_of", desk, wallet, at);
    }

    private Balance balance(String function, String desk, long wallet, Instant at) {
        RowMapper<Balance> row = (r, _) ->
                new Balance(r.getLong("balance"), r.getLong("reserved"), r.getLong("available"), r.getLong("owed"));
        return requireNonNull(
                jdbc.queryForObject("select * from " + function + "(?, ?, ?)", row, desk, wallet, sql(at)));
    }

    /** Whether the wallet takes no new holds. */
    public boolean isBlocked(String desk, long wallet) {
        return number("select ledger.wallet_is_blocked(?, ?)::int", desk, wallet) == 1;
    }

    /** What a ticket was charged, less what was given back. */
    public long netCharge(String desk, long ticket) {
        return number("select ledger.ticket_net_charge(?, ?)", desk, ticket);
    }

    /** What is wrong in all desks; empty when every invariant holds. */
    public List<Violation> violations() {
        return jdbc.query(
                "select code, desk, subject, count from ledger.violations order by code, desk",
                (r, _) -> new Violation(
                        r.getString("code"), r.getString("desk"), r.getString("subject"), r.getLong("count")));
    }

    private LedgerOutcome book(String sql, @Nullable Object... arguments) {
        ConnectionCallback<LedgerOutcome> call = connection -> {
            var before = connection.setSavepoint();
            try (var statement = connection.prepareStatement(sql)) {
                var booked = new LedgerOutcome.Booked(numberFrom(statement, arguments));
                connection.releaseSavepoint(before);
                return booked;
            } catch (SQLException error) {
                var refusal = LedgerRefusal.in(error);
                if (refusal.isEmpty()) {
                    throw error;
                }
                connection.rollback(before);
                return refusal.get();
            }
        };
        return requireNonNull(jdbc.execute(call));
    }

    private static long numberFrom(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private long number(String sql, @Nullable Object... arguments) {
        return requireNonNull(jdbc.queryForObject(sql, Long.class, arguments));
    }

    /** PostgreSQL would round to the next microsecond, which might be the one at which a quote expires. */
    private static OffsetDateTime sql(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime sqlOrNull(@Nullable Instant instant) {
        return instant == null ? null : sql(instant);
    }
}
