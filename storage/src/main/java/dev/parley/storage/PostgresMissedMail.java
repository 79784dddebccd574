package dev.parley.storage;

import dev.parley.core.port.Inbox.Quarantined;
import dev.parley.core.port.MissedMail;
import java.util.List;

/** Rows of {@code inbox} without a text: MISSED, then WANTED when staff ask for it, DONE when it came. */
final class PostgresMissedMail implements MissedMail {
    private final Transactions transactions;

    PostgresMissedMail(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void setAside(Missed mail) {
        transactions.run(jdbc -> jdbc.update(
                """
                insert into inbox (desk, key, channel, native_id, received_at, recipients, raw, status, tries, why)
                values (?, ?, ?, ?, ?, '{}', '', 'MISSED', ?, ?) on conflict (desk, key) do nothing
                """,
                mail.desk(),
                Columns.id(mail.key().toString()),
                Columns.text(mail.key().channel()),
                Columns.text(mail.key().nativeId()),
                Columns.time(mail.at()),
                mail.tries(),
                Columns.cut(mail.why(), PostgresInbox.WHY_LENGTH_MAX)));
    }

    @Override
    public List<Quarantined> wanted(String desk, String channel, int max) {
        return transactions.run(
                jdbc -> jdbc.query("""
                select id, channel, native_id, received_at, tries, why from inbox
                 where desk = ? and channel = ? and status = 'WANTED' order by id limit ?
                """, (row, _) -> PostgresInbox.quarantined(row), desk, channel, max));
    }

    @Override
    public void came(String desk, long id) {
        transactions.run(jdbc -> jdbc.update(
                "update inbox set status = 'DONE' where desk = ? and id = ? and status = 'WANTED'", desk, id));
    }

    @Override
    public void missedAgain(String desk, long id, String why) {
        transactions.run(jdbc -> jdbc.update("""
                update inbox set status = 'MISSED', tries = tries + 1, why = ?
                 where desk = ? and id = ? and status = 'WANTED'
                """, Columns.cut(why, PostgresInbox.WHY_LENGTH_MAX), desk, id));
    }
}
