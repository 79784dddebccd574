package dev.parley.storage;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.money.Money;
import dev.parley.core.port.Actor;
import dev.parley.core.port.LedgerRefusal;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.port.Transaction.Period;
import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.CustomerReply;
import dev.parley.core.ticket.Posting;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.Ticket;
import dev.parley.storage.ledger.Booking;
import dev.parley.storage.ledger.LedgerOutcome;
import dev.parley.storage.ledger.LedgerRefusal.AlreadyGranted;
import dev.parley.storage.ledger.LedgerRefusal.HoldSettled;
import dev.parley.storage.ledger.LedgerRefusal.KeyReused;
import dev.parley.storage.ledger.LedgerRefusal.QuoteDecided;
import dev.parley.storage.ledger.LedgerRefusal.QuoteExpired;
import dev.parley.storage.ledger.LedgerRefusal.Shortfall;
import dev.parley.storage.ledger.LedgerRefusal.WalletBlocked;
import dev.parley.storage.ledger.LedgerSql;
import dev.parley.storage.ledger.Lot;
import dev.parley.storage.ledger.Offer;
import dev.parley.storage.ledger.QuoteDecision;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Postings in the ledger's words. The key of each is the ticket, the quote version and the kind of movement. */
final class Postings {
    private static final int SCOPE_LENGTH_MAX = 4000;
    private static final int WORDS_LENGTH_MAX = 1000;
    private static final int ACTOR_LENGTH_MAX = 200;
    private static final int REASON_LENGTH_MAX = 2000;

    private final JdbcOperations jdbc;
    private final LedgerSql ledger;
    private final QuoteTimes times;

    Postings(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        ledger = new LedgerSql(jdbc);
        times = new QuoteTimes(jdbc);
    }

    /** To be run before the ledger is asked for anything. */
    static Statements.Query<Funds> lockFunds(WalletKey wallet, Instant now) {
        return new Statements.Query<>(
                "select balance, reserved, blocked from ledger.lock_funds(?, ?, ?, ?, ?)",
                (row, _) -> new Funds(row.getLong("balance"), row.getLong("reserved"), row.getBoolean("blocked")),
                wallet.customer().desk(),
                wallet.customer().number(),
                wallet.unit().name(),
                wallet.site(),
                Columns.time(now));
    }

    /** False if the reference was paid in before. */
    boolean grant(Grant grant) {
        CustomerId customer = grant.wallet().customer();
        long wallet = open(grant.wallet(), grant.at());
        Period valid = grant.valid();
        boolean known = exists(
                "select exists (select from ledger.account where desk = ? and source_ref = ?)",
                customer.desk(),
                grant.sourceRef());
        Money paid = grant.cost();
        Lot.Cost cost =
                paid == null ? null : new Lot.Cost(paid.minor(), paid.currency().getCurrencyCode());
        Lot lot = new Lot(
                wallet,
                grant.amount(),
                grant.sourceRef(),
                valid == null ? null : valid.start(),
                valid == null ? null : valid.end(),
                cost);
        Booking by = new Booking(customer.desk(), "grant:" + grant.sourceRef(), actor(grant.actor()), "", grant.at());
        LedgerOutcome outcome = ledger.grant(by, lot);
        if (outcome instanceof KeyReused || outcome instanceof AlreadyGranted) {
            throw new IllegalStateException(grant.sourceRef() + " was granted before with other inputs");
        }
        refusal(outcome).ifPresent(refusal -> {
            throw new IllegalStateException("a grant was refused: " + refusal);
        });
        return !known;
    }

    /** The wallet, made when there is none. */
    long open(WalletKey key, Instant now) {
        return ledger.openWallet(
                key.customer().desk(),
                new LedgerSql.Wallet(key.customer().number(), key.unit().name(), key.site()),
                now);
    }

    /** Carries out one posting of a decision; {@code nth}: its place in it. */
    Optional<LedgerRefusal> post(Ticket ticket, Posting posting, int nth, Cause cause) {
        return switch (posting) {
            case Posting.OfferQuote offer -> refusal(offer(ticket, offer, cause));
            case Posting.DecideQuote decide -> refusal(decide(ticket, decide, cause));
            case Posting.ExtendQuote extend ->
                refusal(ledger.extendQuote(
                        cause.booking(ticket, "extend:" + extend.version()),
                        quote(ticket, extend.version()),
                        extend.until()));
            case Posting.EndQuote end -> refusal(end(ticket, end, cause));
            case Posting.AllowOverage allow -> {
                times.allow(ticket.id(), allow.quote(), allow.evidence(), who(allow.evidence()));
                yield Optional.empty();
            }
            case Posting.Hold hold ->
                refusal(ledger.hold(cause.booking(ticket, "hold:" + hold.version()), quote(ticket, hold.version())));
            case Posting.VoidHold hold ->
                refusal(ledger.release(
                        cause.booking(ticket, "void:" + hold.version()), holdOf(ticket, hold.version())));
            case Posting.PostHold hold ->
                settled(ledger.post(
                        cause.booking(ticket, "post:" + hold.version()),
                        holdOf(ticket, hold.version()),
                        hold.amount()));
            case Posting.Refund refund ->
                refusal(ledger.refund(
                        cause.because(refund.reason()).booking(ticket, "refund:" + ticket.version() + "." + nth),
                        ticket.id().number(),
                        refund.amount()));
        };
    }

    private LedgerOutcome offer(Ticket ticket, Posting.OfferQuote offer, Cause cause) {
        Quote quote = offer.quote();
        long wallet = open(offer.wallet(), cause.at);
        Offer offered = new Offer(
                ticket.id().number(),
                wallet,
                quote.amount(),
                quote.category().tier(),
                quote.category().key(),
                Columns.cut(quote.scope(), SCOPE_LENGTH_MAX),
                quote.automatic(),
                quote.expiresAt());
        LedgerOutcome outcome =
                ledger.offerQuote(cause.booking(ticket, "quote:" + quote.version()), offered, quote.version());
        if (outcome instanceof LedgerOutcome.Booked) {
            times.keep(ticket.id(), quote);
        }
        return outcome;
    }

    private LedgerOutcome decide(Ticket ticket, Posting.DecideQuote decide, Cause cause) {
        CustomerReply reply = decide.evidence();
        if (!(reply.speaker() instanceof Speaker.Approver approver)) {
            throw new IllegalStateException("only an approver decides, not " + reply.speaker());
        }
        QuoteDecision decision = new QuoteDecision(
                quote(ticket, decide.version()),
                decide.accepted(),
                approver.contact().number(),
                reply.message().channel(),
                Columns.id(reply.message().toString()),
                reply.reading().rule(),
                Columns.cut(reply.reading().span(), WORDS_LENGTH_MAX),
                0,
                reply.auth().name(),
                reply.receivedAt());
        return ledger.decide(ticket.id().desk(), decision, cause.at);
    }

    private static String who(CustomerReply reply) {
        return reply.speaker() instanceof Speaker.Approver approver
                ? approver.name() + " (contact " + approver.contact().number() + ")"
                : reply.speaker().toString();
    }

    private LedgerOutcome end(Ticket ticket, Posting.EndQuote end, Cause cause) {
        long quote = quote(ticket, end.version());
        String desk = ticket.id().desk();
        return switch (end.end()) {
            case EXPIRED -> ledger.expireQuote(desk, quote, cause.at);
            case WITHDRAWN -> ledger.withdrawQuote(desk, quote, cause.at);
        };
    }

    private long quote(Ticket ticket, int version) {
        return number(
                "select id from ledger.quote where desk = ? and ticket = ? and version = ?",
                ticket.id().desk(),
                ticket.id().number(),
                version);
    }

    private long holdOf(Ticket ticket, int version) {
        return number("""
            select h.id from ledger.hold h join ledger.quote q on q.desk = h.desk and q.id = h.quote_id
            where h.desk = ? and h.ticket = ? and q.version = ?
            """, ticket.id().desk(), ticket.id().number(), version);
    }

    private long number(String sql, Object... arguments) {
        List<Long> found = jdbc.query(sql, (row, _) -> row.getLong("id"), arguments);
        if (found.isEmpty()) {
            throw new IllegalStateException("the ledger has no such row: " + List.of(arguments));
        }
        return found.getFirst();
    }

    private boolean exists(String sql, Object... arguments) {
        return Boolean.TRUE.equals(jdbc.queryForObject(sql, Boolean.class, arguments));
    }

    /** A hold that was charged with another amount before is settled. */
    private static Optional<LedgerRefusal> settled(LedgerOutcome outcome) {
        return outcome instanceof KeyReused ? Optional.of(new LedgerRefusal.AlreadyResolved()) : refusal(outcome);
    }

    private static Optional<LedgerRefusal> refusal(LedgerOutcome outcome) {
        return switch (outcome) {
            case LedgerOutcome.Booked _ -> Optional.empty();
            case Shortfall(var units) -> Optional.of(new LedgerRefusal.InsufficientFunds(units));
            case WalletBlocked _ -> Optional.of(new LedgerRefusal.Blocked());
            case HoldSettled _ -> Optional.of(new LedgerRefusal.AlreadyResolved());
            case dev.parley.storage.ledger.LedgerRefusal.QuoteNotOpen(var status) ->
                Optional.of(new LedgerRefusal.QuoteNotOpen(status));
            case QuoteDecided(var decision) ->
                Optional.of(new LedgerRefusal.QuoteNotOpen(decision.equals("ACCEPT") ? "ACCEPTED" : "DECLINED"));
            case QuoteExpired _ -> Optional.of(new LedgerRefusal.QuoteNotOpen("EXPIRED"));
            case dev.parley.storage.ledger.LedgerRefusal.RefundTooLarge _ ->
                Optional.of(new LedgerRefusal.RefundTooLarge());
            case dev.parley.storage.ledger.LedgerRefusal other ->
                throw new IllegalStateException("a decision asked the ledger for the impossible: " + other);
        };
    }

    static String actor(Actor actor) {
        String name = Columns.actorName(actor);
        String kind = Columns.actorKind(actor).toLowerCase(Locale.ROOT);
        return Columns.cut(name.isEmpty() ? kind : kind + ":" + name, ACTOR_LENGTH_MAX);
    }

    /** Who decided, why and when. */
    record Cause(Actor actor, String reason, Instant at) {
        Cause because(@Nullable String why) {
            return new Cause(actor, why == null ? "" : Columns.cut(why, REASON_LENGTH_MAX), at);
        }

        Booking booking(Ticket ticket, String what) {
            String key = "ticket:" + ticket.id().number() + ":" + what;
            return new Booking(ticket.id().desk(), key, Postings.actor(actor), reason, at);
        }
    }
}
