package dev.parley.storage;

import dev.parley.core.port.Actor;
import dev.parley.core.port.Notice;
import dev.parley.core.port.TicketReads.Unseen;
import dev.parley.core.ticket.Template;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table {@code notice}. */
final class NoticeRows {
    private static final int SUBJECT_LENGTH_MAX = 1000;

    private static final int ABOUT_LENGTH_MAX = 200;

    private final Statements statements;

    NoticeRows(Statements statements) {
        this.statements = statements;
    }

    /** True if it is the first of its kind since somebody looked. */
    boolean write(Notice notice) {
        return statements.one(
                """
                insert into notice (desk, ticket, about, what, subject, text, at) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (desk, ticket, about, what) where seen_at is null do update
                  set times = notice.times + 1, subject = excluded.subject, text = excluded.text, at = excluded.at
                returning times
                """,
                (row, _) -> row.getInt("times") == 1,
                notice.desk(),
                notice.ticket(),
                Columns.cut(notice.about(), ABOUT_LENGTH_MAX),
                notice.what().name(),
                Columns.cut(notice.subject(), SUBJECT_LENGTH_MAX),
                Columns.text(notice.text()),
                Columns.time(notice.at()));
    }

    int markSeen(String desk, long ticket, Actor.Staff by, Instant now) {
        return statements
                .direct()
                .update(
                        "update notice set seen_by = ?, seen_at = ? where desk = ? and ticket = ? and seen_at is null",
                        Columns.actorName(by),
                        Columns.time(now),
                        desk,
                        ticket);
    }

    /** Newest first. */
    List<Unseen> unseen(String desk, int max) {
        return statements.query(
                "select * from notice where desk = ? and seen_at is null order by at desc, id desc limit ?",
                (row, _) -> unseen(row),
                desk,
                max);
    }

    /** Those of these tickets, newest first. */
    List<Unseen> unseen(String desk, Long[] tickets) {
        return statements.query("""
            select * from notice where desk = ? and ticket = any (?) and seen_at is null
             order by at desc, id desc
            """, (row, _) -> unseen(row), desk, tickets);
    }

    private static Unseen unseen(ResultSet row) throws SQLException {
        Notice notice = new Notice(
                Columns.string(row, "desk"),
                row.getLong("ticket"),
                Columns.string(row, "about"),
                Template.valueOf(Columns.string(row, "what")),
                Columns.string(row, "subject"),
                Columns.string(row, "text"),
                Columns.instant(row, "at"));
        return new Unseen(row.getLong("id"), notice, row.getInt("times"));
    }
}
