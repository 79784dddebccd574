package dev.parley.storage;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.money.Money;
import dev.parley.core.port.Orders;
import dev.parley.core.port.StandingOrders;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.Lot;
import dev.parley.core.purchase.Purchase;
import dev.parley.storage.ledger.LedgerOutcome;
import dev.parley.storage.ledger.LedgerRefusal;
import dev.parley.storage.ledger.LedgerSql;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** The table {@code purchase}, and what the ledger does with the lots of orders. */
final class PostgresOrders implements Orders {
    private static final int REASON_LENGTH_MAX = 2000;

    private final Statements statements;

    PostgresOrders(Statements statements) {
        this.statements = statements;
    }

    @Override
    public long nextNumber(String desk) {
        return statements.one("select nextval('order_number')", (row, _) -> row.getLong(1));
    }

    @Override
    public void create(Purchase purchase) {
        Purchase.Terms terms = purchase.terms();
        statements
                .direct()
                .update(
                        """
                        insert into purchase (desk, number, customer, units, price_minor, currency, ordered_at, key,
                          how, pay_by, ticket, automatic, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
                        """,
                        purchase.order().customer().desk(),
                        purchase.order().number(),
                        purchase.order().customer().number(),
                        purchase.order().offer().units(),
                        purchase.order().offer().price().minor(),
                        purchase.order().offer().price().currency().getCurrencyCode(),
                        Columns.time(purchase.order().orderedAt()),
                        Columns.text(terms.key()),
                        terms.how().name(),
                        Columns.time(terms.payBy()),
                        terms.ticket(),
                        terms.automatic());
    }

    @Override
    public void save(Purchase purchase) {
        PurchaseRow.Standing standing = PurchaseRow.standing(purchase.state());
        Checkout checkout = purchase.checkout();
        int changed = statements
                .direct()
                .update(
                        """
                        update purchase set state = ?, paid_how = ?, payment = ?, paid_at = ?,
                               refunded = ?, ended_at = ?,
                               checkout_nth = ?, checkout_session = ?, checkout_url = ?, checkout_until = ?
                         where desk = ? and number = ?
                        """,
                        standing.state(),
                        standing.paidHow(),
                        standing.payment(),
                        Columns.timeOrNull(standing.paidAt()),
                        standing.refunded(),
                        Columns.timeOrNull(standing.endedAt()),
                        checkout == null ? null : checkout.nth(),
                        checkout == null ? null : checkout.session(),
                        checkout == null ? null : checkout.url(),
                        checkout == null ? null : Columns.time(checkout.until()),
                        purchase.order().customer().desk(),
                        purchase.order().number());
        if (changed != 1) {
            throw new IllegalArgumentException("there is no " + purchase.order());
        }
    }

    @Override
    public Optional<Purchase> find(String desk, long number) {
        return first("where desk = ? and number = ?", desk, number);
    }

    @Override
    public Optional<Purchase> byKey(String desk, String key) {
        return first("where desk = ? and key = ?", desk, Columns.text(key));
    }

    @Override
    public Optional<Purchase> byPayment(String desk, String reference) {
        return first("where desk = ? and payment = ? and paid_how <> 'INVOICE'", desk, Columns.text(reference));
    }

    @Override
    public Optional<Lot> bought(CustomerId customer) {
        return statements
                .query(
                        "select * from ledger.bought_lot where desk = ? and customer_id = ? order by account_id limit"
                                + " 1",
                        (row, _) -> new Lot(
                                Columns.string(row, "source_ref"),
                                customer,
                                row.getLong("units"),
                                new Money(
                                        Currency.getInstance(Columns.string(row, "cost_currency")),
                                        row.getLong("cost_minor")),
                                Columns.instant(row, "effective_at")),
                        customer.desk(),
                        customer.number())
                .stream()
                .findFirst();
    }

    @Override
    public List<Purchase> list(Filter filter) {
        CustomerId customer = filter.customer();
        Long number = customer == null ? null : customer.number();
        return statements.query(
                """
                select * from purchase
                 where desk = ? and (?::bigint is null or customer = ?) and (not ? or state = 'OPEN') and number < ?
                 order by number desc limit ?
                """,
                (row, _) -> PurchaseRow.read(row),
                filter.desk(),
                number,
                number,
                filter.open(),
                filter.before(),
                filter.max());
    }

    private Optional<Purchase> first(String where, @Nullable Object... arguments) {
        return statements
                .query("select * from purchase " + where, (row, _) -> PurchaseRow.read(row), arguments)
                .stream()
                .findFirst();
    }

    // ---- lots

    @Override
    public TakenBack takeBack(String lot, long units, Booking booking) {
        JdbcOperations jdbc = statements.direct();
        LedgerOutcome outcome = new LedgerSql(jdbc).refundMoney(by(booking), lot, units);
        return switch (outcome) {
            case LedgerOutcome.Booked booked -> new TakenBack.Done(note(jdbc, booking.desk(), booked.id()));
            case LedgerRefusal.Shortfall shortfall -> new TakenBack.Lacking(shortfall.units());
            case LedgerRefusal refusal -> throw new IllegalStateException("a refund of " + lot + ": " + refusal);
        };
    }

    private static Money note(JdbcOperations jdbc, String desk, long journal) {
        return jdbc.query(
                        "select amount_minor, currency from ledger.credit_note where desk = ? and journal_id = ?",
                        (row, _) -> new Money(
                                Currency.getInstance(Columns.string(row, "currency")), row.getLong("amount_minor")),
                        desk,
                        journal)
                .getFirst();
    }

    @Override
    public void chargeBack(String lot, Booking booking) {
        LedgerOutcome outcome = new LedgerSql(statements.direct()).chargeBack(by(booking), lot);
        if (outcome instanceof LedgerRefusal refusal && !(refusal instanceof LedgerRefusal.AlreadyChargedBack)) {
            throw new IllegalStateException("a charge-back of " + lot + ": " + refusal);
        }
    }

    @Override
    public void block(WalletKey wallet, boolean blocked, Booking booking) {
        JdbcOperations jdbc = statements.direct();
        new LedgerSql(jdbc).block(by(booking), new Postings(jdbc).open(wallet, booking.at()), blocked);
    }

    @Override
    public Optional<String> lastLot(WalletKey wallet) {
        return statements
                .query(
                        """
                        select a.source_ref from ledger.account a
                          join ledger.wallet w on w.desk = a.desk and w.id = a.wallet_id
                         where w.desk = ? and w.customer_id = ? and w.unit = ? and w.site_id is not distinct from ?
                           and a.kind = 'GRANT' order by a.id desc limit 1
                        """,
                        (row, _) -> Columns.string(row, "source_ref"),
                        wallet.customer().desk(),
                        wallet.customer().number(),
                        wallet.unit().name(),
                        wallet.site())
                .stream()
                .findFirst();
    }

    @Override
    public StandingOrders standing() {
        return new PostgresStandingOrders(statements);
    }

    @Override
    public boolean once(String desk, String key, Instant at) {
        return statements
                        .direct()
                        .update(
                                "insert into told_once (desk, key, at) values (?, ?, ?) on conflict do nothing",
                                desk,
                                Columns.text(key),
                                Columns.time(at))
                == 1;
    }

    private static dev.parley.storage.ledger.Booking by(Booking booking) {
        return new dev.parley.storage.ledger.Booking(
                booking.desk(),
                booking.key(),
                Postings.actor(booking.actor()),
                Columns.cut(booking.reason(), REASON_LENGTH_MAX),
                booking.at());
    }
}
