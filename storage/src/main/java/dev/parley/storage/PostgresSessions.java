package dev.parley.storage;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.port.Sessions;
import dev.parley.core.review.Session;
import java.time.Instant;
import java.util.Optional;

/** The table {@code login_session}. */
final class PostgresSessions implements Sessions {
    private final Statements statements;

    PostgresSessions(Statements statements) {
        this.statements = statements;
    }

    @Override
    public long open(ContactId contact, Instant at) {
        return statements.one(
                "insert into login_session (desk, contact, opened_at, until) values (?, ?, ?, ?) returning number",
                (row, _) -> row.getLong("number"),
                contact.desk(),
                contact.number(),
                Columns.time(at),
                Columns.time(at.plus(Session.LASTS)));
    }

    @Override
    public Optional<Session> find(long number, ContactId contact) {
        Optional<Contact> who = new People(statements).contact(contact);
        return who.flatMap(known -> statements
                .query(
                        "select * from login_session where desk = ? and number = ? and contact = ?",
                        (row, _) -> new Session(
                                number,
                                known,
                                Columns.instant(row, "opened_at"),
                                Columns.instant(row, "until"),
                                Columns.instantOrNull(row, "ended_at")),
                        contact.desk(),
                        number,
                        contact.number())
                .stream()
                .findFirst());
    }

    @Override
    public void end(long number, ContactId contact, Instant at) {
        statements.direct().update("""
            update login_session set ended_at = ?
             where desk = ? and number = ? and contact = ? and ended_at is null
            """, Columns.time(at), contact.desk(), number, contact.number());
    }
}
