package dev.parley.testkit;

import dev.parley.core.message.Content;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.Party;
import dev.parley.core.port.Actor;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.TicketReads.Delivery;
import dev.parley.core.port.TicketReads.Direction;
import dev.parley.core.port.TicketReads.Said;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.reading.Reading;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Memory.Kept;
import dev.parley.testkit.Memory.Queued;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said to the desk, in memory. */
final class InMemoryMessages {
    private final Memory memory;

    InMemoryMessages(Memory memory) {
        this.memory = memory;
    }

    void keep(InboundMessage message, @Nullable TicketId ticket, @Nullable Reading reading, Visibility visibility) {
        List<Party> to =
                message.recipients().stream().map(a -> new Party("", a)).toList();
        Said said = new Said(
                memory.nextId(),
                Direction.IN,
                message.receivedAt(),
                message.sender(),
                to,
                message.subject(),
                message.content(),
                visibility,
                message.kind(),
                message.auth(),
                reading,
                message.messageId(),
                null,
                message.attachments());
        String key = message.key().toString();
        memory.messages.insert(said.id(), new Kept(message.desk(), ticket, said, key, null));
    }

    boolean saidBefore(TicketId ticket, String address, String text, Instant since) {
        return memory.messages
                .rows()
                .filter(kept -> ticket.equals(kept.ticket()))
                .map(Kept::said)
                .filter(said -> said.direction() == Direction.IN && !said.at().isBefore(since))
                .filter(said -> said.from() != null && said.from().address().equals(address))
                .anyMatch(said -> said.content().text().equals(text));
    }

    void remark(TicketId ticket, Actor author, String text, Visibility visibility, Instant at) {
        Said said = new Said(
                memory.nextId(),
                Direction.REMARK,
                at,
                party(author),
                List.of(),
                "",
                Content.plain(text),
                visibility,
                null,
                null,
                null,
                null,
                null,
                List.of());
        memory.messages.insert(said.id(), new Kept(ticket.desk(), ticket, said, null, null));
    }

    void send(OutgoingMessage message, Instant now) {
        TicketId ticket = message.ticket() == 0 ? null : new TicketId(message.desk(), message.ticket());
        Delivery waiting = new Delivery(Delivery.Progress.PENDING, 0, "");
        Said said = new Said(
                memory.nextId(),
                Direction.OUT,
                now,
                message.from(),
                message.to(),
                message.subject(),
                Content.plain(message.text()),
                Visibility.PUBLIC,
                null,
                null,
                null,
                message.messageId(),
                waiting,
                List.of());
        memory.messages.insert(said.id(), new Kept(message.desk(), ticket, said, null, message));
        long id = memory.nextId();
        memory.outbox.insert(id, new Queued(id, message, waiting, now, Instant.MIN, said.id()));
    }

    private static Party party(Actor author) {
        return switch (author) {
            case Actor.Staff(var login) -> new Party(login, "");
            case Actor.Customer(var address) -> new Party("", address);
            case Actor.Desk() -> new Party("", "");
        };
    }
}
