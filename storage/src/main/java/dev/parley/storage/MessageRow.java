package dev.parley.storage;

import dev.parley.core.message.Attachment;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.Content;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import dev.parley.core.port.TicketReads.Delivery;
import dev.parley.core.port.TicketReads.Direction;
import dev.parley.core.port.TicketReads.Said;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.reading.Reading;
import dev.parley.core.reading.ReplyKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code message} with how far its outbox row is, as staff see it; attachments come by themselves. */
record MessageRow(Said withoutAttachments) {

    static MessageRow of(ResultSet row) throws SQLException {
        return new MessageRow(new Said(
                row.getLong("id"),
                Direction.valueOf(Columns.string(row, "direction")),
                Columns.instant(row, "at"),
                sender(row),
                Columns.parties(row, "to_names", "to_addresses"),
                Columns.string(row, "subject"),
                content(row),
                Visibility.valueOf(Columns.string(row, "visibility")),
                PostgresReads.named(MessageKind.class, row.getString("kind")),
                PostgresReads.named(AuthVerdict.class, row.getString("auth")),
                reading(row),
                row.getString("message_id"),
                delivery(row),
                List.of()));
    }

    long id() {
        return withoutAttachments.id();
    }

    Said said(List<Attachment> attachments) {
        Said s = withoutAttachments;
        return new Said(
                s.id(),
                s.direction(),
                s.at(),
                s.from(),
                s.to(),
                s.subject(),
                s.content(),
                s.visibility(),
                s.kind(),
                s.auth(),
                s.reading(),
                s.messageId(),
                s.delivery(),
                attachments);
    }

    private static @Nullable Party sender(ResultSet row) throws SQLException {
        String address = row.getString("from_address");
        return address == null ? null : new Party(Columns.string(row, "from_name"), address);
    }

    /** Of what went out all is new; only what came in is told apart. */
    private static Content content(ResultSet row) throws SQLException {
        String text = Columns.string(row, "text");
        if (!Columns.string(row, "direction").equals("IN")) {
            return Content.plain(text);
        }
        return new Content(
                text, Columns.string(row, "reply"), Columns.string(row, "elided"), Columns.string(row, "signature"));
    }

    private static @Nullable Reading reading(ResultSet row) throws SQLException {
        String kind = row.getString("reading_kind");
        return kind == null
                ? null
                : new Reading(
                        ReplyKind.valueOf(kind),
                        Columns.longOrNull(row, "reading_amount"),
                        Columns.string(row, "reading_rule"),
                        Columns.string(row, "reading_span"));
    }

    private static @Nullable Delivery delivery(ResultSet row) throws SQLException {
        String status = row.getString("out_status");
        return status == null
                ? null
                : new Delivery(
                        Delivery.Progress.valueOf(status), row.getInt("out_tries"), Columns.string(row, "out_why"));
    }
}
