package dev.parley.storage;

import dev.parley.core.message.Attachment;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.Party;
import dev.parley.core.port.Actor;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Transaction.Trail;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.reading.Reading;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The tables {@code message}, {@code attachment}, {@code automatic_mail}, and new rows of {@code outbox}. */
final class Messages {
    private static final int LOOKED_UP_MAX = 10;

    private static final String INSERT = """
        insert into message (desk, ticket, direction, at, kind, auth, from_name, from_address, to_names, to_addresses,
          subject, text, reply, elided, signature, reading_kind, reading_amount, reading_rule, reading_span, visibility,
          message_id, evidence)
        values (?, ?, 'IN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String INSERT_ATTACHMENTS = """
        insert into attachment (desk, message, place, name, type, size, sha256, inline, content_id)
        select kept.desk, kept.id, a.place - 1, a.name, a.type, a.size, a.sha256, a.inline, a.content_id
          from kept, unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::boolean[], ?::text[])
            with ordinality as a (name, type, size, sha256, inline, content_id, place)
        """;

    private final Statements statements;

    Messages(Statements statements) {
        this.statements = statements;
    }

    Optional<TicketId> ticketOf(String desk, List<String> messageIds) {
        if (messageIds.isEmpty()) {
            return Optional.empty();
        }
        List<String> nearest =
                messageIds.stream().limit(LOOKED_UP_MAX).map(Columns::id).toList();
        return statements
                .query("""
                    with asked as (select * from unnest(?::text[]) with ordinality as a (message_id, place))
                    select ticket from (
                      select place, 0 as of_provider, m.id, m.ticket from asked
                        join message m on m.desk = ? and m.message_id = asked.message_id and m.ticket is not null
                      union all
                      select place, 1, o.id, o.ticket from asked
                        join outbox o on o.desk = ? and o.provider_id = asked.message_id
                         and o.provider_id <> '' and o.ticket > 0) as found
                     order by place, of_provider, id limit 1
                    """, (row, _) -> new TicketId(desk, row.getLong("ticket")), Columns.array(nearest), desk, desk)
                .stream()
                .findFirst();
    }

    boolean heardAside(String desk, List<String> messageIds) {
        if (messageIds.isEmpty()) {
            return false;
        }
        List<String> asked =
                messageIds.stream().limit(LOOKED_UP_MAX).map(Columns::id).toList();
        return !statements
                .query("""
                    select 1 from message where desk = ? and message_id = any (?::text[]) and ticket is null limit 1
                    """, (_, _) -> true, desk, Columns.array(asked))
                .isEmpty();
    }

    void keep(InboundMessage m, @Nullable TicketId ticket, @Nullable Reading reading, Visibility visibility) {
        @Nullable Object[] message = row(m, ticket, reading, visibility);
        if (m.attachments().isEmpty()) {
            statements.later(INSERT, message);
            return;
        }
        Object[] attachments = columns(m.attachments());
        @Nullable Object[] all = Arrays.copyOf(message, message.length + attachments.length);
        System.arraycopy(attachments, 0, all, message.length, attachments.length);
        statements.later("with kept as (" + INSERT + " returning desk, id)\n" + INSERT_ATTACHMENTS, all);
    }

    private static @Nullable Object[] row(
            InboundMessage m, @Nullable TicketId ticket, @Nullable Reading reading, Visibility visibility) {
        Party sender = m.sender();
        return new @Nullable Object[] {
            m.desk(),
            ticket == null ? null : ticket.number(),
            Columns.time(m.receivedAt()),
            m.kind().name(),
            m.auth().name(),
            sender == null ? null : Columns.text(sender.name()),
            sender == null ? null : Columns.text(sender.address()),
            Columns.array(m.recipients().stream().map(_ -> "").toList()),
            Columns.array(m.recipients()),
            Columns.text(m.subject()),
            Columns.text(m.content().text()),
            Columns.text(m.content().reply()),
            Columns.text(m.content().elided()),
            Columns.text(m.content().signature()),
            reading == null ? null : reading.kind().name(),
            reading == null ? null : reading.amount(),
            reading == null ? null : reading.rule(),
            reading == null ? null : Columns.text(reading.span()),
            visibility.name(),
            Columns.idOrNull(m.messageId()),
            Columns.id(m.key().toString())
        };
    }

    private static Object[] columns(List<Attachment> attachments) {
        return new Object[] {
            column(attachments, String[]::new, a -> Columns.text(a.name())),
            column(attachments, String[]::new, a -> Columns.text(a.type())),
            column(attachments, Long[]::new, Attachment::size),
            column(attachments, String[]::new, Attachment::sha256),
            column(attachments, Boolean[]::new, Attachment::inline),
            column(attachments, String[]::new, a -> Columns.textOrNull(a.contentId()))
        };
    }

    private static <T> T[] column(
            List<Attachment> attachments, IntFunction<T[]> array, Function<Attachment, @Nullable T> value) {
        return attachments.stream().map(value).toArray(array);
    }

    void remark(TicketId ticket, Actor author, String text, Instant at) {
        write(ticket, author, text, Visibility.PUBLIC, at);
    }

    void note(TicketId ticket, Actor author, String text, Instant at) {
        write(ticket, author, text, Visibility.STAFF, at);
    }

    private void write(TicketId ticket, Actor author, String text, Visibility visibility, Instant at) {
        Party from = party(author);
        statements.later(
                """
                insert into message (desk, ticket, direction, at, from_name, from_address, to_names, to_addresses,
                  subject, text, reply, elided, signature, visibility)
                values (?, ?, 'REMARK', ?, ?, ?, '{}', '{}', '', ?, ?, '', '', ?)
                """,
                ticket.desk(),
                ticket.number(),
                Columns.time(at),
                from.name(),
                from.address(),
                Columns.text(text),
                Columns.text(text),
                visibility.name());
    }

    private static Party party(Actor author) {
        return switch (author) {
            case Actor.Staff(var login) -> new Party(login, "");
            case Actor.Customer(var address) -> new Party("", address);
            case Actor.Desk() -> new Party("", "");
        };
    }

    Trail trail(TicketId ticket) {
        List<String> ids = new ArrayList<>();
        List<String> fromCustomer = new ArrayList<>();
        statements.query(
                """
                select message_id, direction from message
                 where desk = ? and ticket = ? and visibility = 'PUBLIC' and message_id is not null order by id
                """,
                (row, _) -> {
                    String id = Columns.string(row, "message_id");
                    ids.add(id);
                    if (Columns.string(row, "direction").equals("IN")) {
                        fromCustomer.add(id);
                    }
                    return id;
                },
                ticket.desk(),
                ticket.number());
        return new Trail(List.copyOf(ids), fromCustomer.isEmpty() ? null : fromCustomer.getLast());
    }

    void send(OutgoingMessage m, Instant now) {
        statements.later(
                """
                with said as (
                  insert into message (desk, ticket, direction, at, from_name, from_address, to_names, to_addresses,
                    subject, text, reply, elided, signature, visibility, message_id)
                  values (?, nullif(?, 0), 'OUT', ?, ?, ?, ?, ?, ?, ?, '', '', '', 'PUBLIC', ?) returning desk, id)
                insert into outbox (desk, message, ticket, channel, reply_to, in_reply_to, refs, automatic, html,
                    queued_at)
                select desk, id, ?, ?, ?, ?, ?, ?, ?, ? from said
                """,
                m.desk(),
                m.ticket(),
                Columns.time(now),
                Columns.text(m.from().name()),
                Columns.text(m.from().address()),
                Columns.names(m.to()),
                Columns.addresses(m.to()),
                Columns.text(m.subject()),
                Columns.text(m.text()),
                Columns.id(m.messageId()),
                m.ticket(),
                m.channel(),
                Columns.text(m.replyTo()),
                Columns.textOrNull(m.inReplyTo()),
                Columns.array(m.references()),
                m.automatic(),
                Columns.textOrNull(m.html()),
                Columns.time(now));
    }

    void countAutomatic(String desk, String address, Instant now) {
        statements.later(
                "insert into automatic_mail (desk, address, at) values (?, ?, ?)",
                desk,
                People.address(address),
                Columns.time(now));
    }

    boolean saidBefore(TicketId ticket, String address, String text, Instant since) {
        return !statements
                .query(
                        """
                        select 1 from message where desk = ? and ticket = ? and direction = 'IN' and from_address = ?
                           and text = ? and at >= ? limit 1
                        """,
                        (_, _) -> true,
                        ticket.desk(),
                        ticket.number(),
                        address,
                        Columns.text(text),
                        Columns.time(since))
                .isEmpty();
    }

    int automaticTo(String desk, String address, Instant since) {
        return statements.one(
                "select count(*) from automatic_mail where desk = ? and address = ? and at >= ?",
                (row, _) -> row.getInt(1),
                desk,
                People.address(address),
                Columns.time(since));
    }
}
