package dev.parley.storage;

import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.port.Reviews;
import dev.parley.core.review.Draft;
import dev.parley.core.review.Review;
import dev.parley.core.review.Review.State;
import dev.parley.core.review.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code review}. */
final class PostgresReviews implements Reviews {
    private final Statements statements;

    PostgresReviews(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Optional<Review> of(CustomerId customer) {
        return first("desk = ? and customer = ?", customer.desk(), customer.number());
    }

    @Override
    public Optional<Review> find(String desk, long number) {
        return first("desk = ? and number = ?", desk, number);
    }

    private Optional<Review> first(String where, Object... arguments) {
        return statements.query("select * from review where " + where, (row, _) -> review(row), arguments).stream()
                .findFirst();
    }

    @Override
    public Review keep(Written written) {
        return statements.one(
                """
                insert into review (desk, customer, author, session, stars, name, text, state, reason, changes,
                  written_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (desk, customer) do update set author = excluded.author, session = excluded.session,
                  stars = excluded.stars, name = excluded.name, text = excluded.text, state = excluded.state,
                  reason = excluded.reason, changes = excluded.changes, changed_at = excluded.changed_at
                returning *
                """,
                (row, _) -> review(row),
                written.author().customer().desk(),
                written.author().customer().number(),
                written.author().id().number(),
                written.session(),
                written.said().stars(),
                written.said().name(),
                written.said().text(),
                name(written.state()),
                reason(written.state()),
                written.changes(),
                Columns.time(written.at()),
                Columns.time(written.at()));
    }

    @Override
    public void keep(String desk, long number, State state, Instant at) {
        int changed = statements
                .direct()
                .update(
                        "update review set state = ?, reason = ?, changed_at = ? where desk = ? and number = ?",
                        name(state),
                        reason(state),
                        Columns.time(at),
                        desk,
                        number);
        if (changed != 1) {
            throw new IllegalArgumentException("there is no review " + number);
        }
    }

    @Override
    public List<Review> list(Filter filter) {
        return statements.query(
                """
                select * from review where desk = ? and (? or state = 'SHOWN') and number < ?
                 order by number desc limit ?
                """, (row, _) -> review(row), filter.desk(), filter.all(), filter.before(), filter.max());
    }

    private static Review review(ResultSet row) throws SQLException {
        String desk = Columns.string(row, "desk");
        return new Review(
                row.getLong("number"),
                new CustomerId(desk, row.getLong("customer")),
                new ContactId(desk, row.getLong("author")),
                new Draft(row.getInt("stars"), Columns.string(row, "name"), Columns.string(row, "text")),
                state(row),
                row.getInt("changes"),
                Columns.instant(row, "written_at"),
                Columns.instant(row, "changed_at"));
    }

    private static State state(ResultSet row) throws SQLException {
        String name = Columns.string(row, "state");
        return switch (name) {
            case "SHOWN" -> new State.Shown();
            case "WITHDRAWN" -> new State.Withdrawn();
            case "HIDDEN" -> new State.Hidden(Columns.string(row, "reason"));
            default -> throw new IllegalStateException("a review that is " + name);
        };
    }

    private static String name(State state) {
        return switch (state) {
            case State.Shown _ -> "SHOWN";
            case State.Withdrawn _ -> "WITHDRAWN";
            case State.Hidden _ -> "HIDDEN";
        };
    }

    private static String reason(State state) {
        return state instanceof State.Hidden(var reason) ? reason : "";
    }
}
