package dev.parley.storage;

import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.money.Money;
import dev.parley.core.port.StandingOrders;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.Consent;
import dev.parley.core.purchase.StandingOrder.Saved;
import dev.parley.core.purchase.StandingOrder.State;
import dev.parley.core.purchase.StandingOrder.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code standing_order}. */
final class PostgresStandingOrders implements StandingOrders {
    private static final int WHY_LENGTH_MAX = 1000;

    private final Statements statements;

    PostgresStandingOrders(Statements statements) {
        this.statements = statements;
    }

    @Override
    public long nextNumber(String desk) {
        return statements.one("select nextval('standing_order_number')", (row, _) -> row.getLong(1));
    }

    @Override
    public void create(StandingOrder order) {
        Terms terms = order.terms();
        Consent consent = order.consent();
        statements
                .direct()
                .update(
                        """
                        insert into standing_order (desk, number, customer, below, units, price_minor, currency,
                          per_day, per_month, contact, address, words, agreed_at, ticket, state, why)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ASKED', '')
                        """,
                        order.customer().desk(),
                        order.number(),
                        order.customer().number(),
                        terms.below(),
                        terms.offer().units(),
                        terms.offer().price().minor(),
                        terms.offer().price().currency().getCurrencyCode(),
                        terms.perDay(),
                        terms.perMonth(),
                        consent.by().number(),
                        Columns.id(consent.address()),
                        Columns.text(consent.words()),
                        Columns.time(consent.at()),
                        consent.ticket());
    }

    @Override
    public void save(StandingOrder order) {
        Standing standing = standing(order.state());
        Saved saved = standing.saved;
        int changed = statements
                .direct()
                .update(
                        """
                        update standing_order
                           set state = ?, why = ?, since = ?, saved_customer = ?, saved_method = ?
                         where desk = ? and number = ?
                        """,
                        standing.state,
                        Columns.cut(standing.why, WHY_LENGTH_MAX),
                        Columns.timeOrNull(standing.since),
                        saved == null ? null : saved.customer(),
                        saved == null ? null : saved.method(),
                        order.customer().desk(),
                        order.number());
        if (changed != 1) {
            throw new IllegalArgumentException("there is no " + order);
        }
    }

    private record Standing(
            String state,
            String why,
            @Nullable Instant since,
            @Nullable Saved saved) {}

    private static Standing standing(State state) {
        return switch (state) {
            case State.Asked _ -> new Standing("ASKED", "", null, null);
            case State.On on -> new Standing("ON", "", on.since(), on.saved());
            case State.Paused paused -> new Standing("PAUSED", paused.why(), paused.since(), paused.saved());
            case State.Off off -> new Standing("OFF", off.why(), off.since(), null);
        };
    }

    @Override
    public Optional<StandingOrder> find(String desk, long number) {
        return query("where desk = ? and number = ?", desk, number).stream().findFirst();
    }

    @Override
    public List<StandingOrder> of(CustomerId customer) {
        return query(
                "where desk = ? and customer = ? order by number desc limit " + PAGE_MAX,
                customer.desk(),
                customer.number());
    }

    @Override
    public List<StandingOrder> list(String desk) {
        return query("where desk = ? and state in ('ON', 'PAUSED') order by number desc limit " + PAGE_MAX, desk);
    }

    @Override
    public List<Purchase> automatic(CustomerId customer, int max) {
        return statements.query(
                "select * from purchase where desk = ? and customer = ? and automatic > 0 order by automatic desc"
                        + " limit ?",
                (row, _) -> PurchaseRow.read(row),
                customer.desk(),
                customer.number(),
                max);
    }

    private List<StandingOrder> query(String where, @Nullable Object... arguments) {
        return statements.query(
                "select * from standing_order " + where, (row, _) -> PostgresStandingOrders.read(row), arguments);
    }

    private static StandingOrder read(ResultSet row) throws SQLException {
        String desk = Columns.string(row, "desk");
        Money price = new Money(Currency.getInstance(Columns.string(row, "currency")), row.getLong("price_minor"));
        Terms terms = new Terms(
                row.getLong("below"),
                new Offer(row.getLong("units"), price),
                row.getInt("per_day"),
                row.getInt("per_month"));
        Consent consent = new Consent(
                new ContactId(desk, row.getLong("contact")),
                Columns.string(row, "address"),
                Columns.string(row, "words"),
                Columns.instant(row, "agreed_at"),
                row.getLong("ticket"));
        return new StandingOrder(
                row.getLong("number"), new CustomerId(desk, row.getLong("customer")), terms, consent, state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        String state = Columns.string(row, "state");
        return switch (state) {
            case "ASKED" -> new State.Asked();
            case "ON" -> new State.On(saved(row), Columns.instant(row, "since"));
            case "PAUSED" -> new State.Paused(saved(row), Columns.string(row, "why"), Columns.instant(row, "since"));
            case "OFF" -> new State.Off(Columns.string(row, "why"), Columns.instant(row, "since"));
            default -> throw new IllegalStateException("a standing order that is " + state);
        };
    }

    private static Saved saved(ResultSet row) throws SQLException {
        return new Saved(Columns.string(row, "saved_customer"), Columns.string(row, "saved_method"));
    }
}
