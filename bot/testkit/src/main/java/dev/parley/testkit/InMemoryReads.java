package dev.parley.testkit;

import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.Triage;
import dev.parley.testkit.Memory.Kept;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tickets in memory, as staff see them. */
final class InMemoryReads implements TicketReads {
    private static final Comparator<Line> BY_NUMBER =
            Comparator.comparingLong((Line line) -> line.id().number()).reversed();
    private static final Comparator<Line> BY_NOTICE = Comparator.comparing(
                    (Line line) -> line.attention().getFirst().notice().at())
            .thenComparingLong(line -> line.attention().getFirst().id())
            .reversed();

    private final Memory memory;

    InMemoryReads(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<Line> list(Filter filter) {
        return memory.atomically(() -> memory.tickets
                .rows()
                .filter(t -> matches(filter, t) && ownedAsAsked(filter, t.id()))
                .map(this::line)
                .filter(line -> !filter.attention() || !line.attention().isEmpty())
                .sorted(filter.attention() ? BY_NOTICE : BY_NUMBER)
                .limit(filter.max())
                .toList());
    }

    @Override
    public List<Unseen> notices(String desk, int max) {
        return memory.atomically(() -> memory.unseen(desk).limit(max).toList());
    }

    private Triage triage(TicketId id) {
        return new InMemoryTriage(memory).of(id);
    }

    private boolean ownedAsAsked(Filter filter, TicketId id) {
        return filter.owner() == null
                || filter.owner().equals(Objects.requireNonNullElse(triage(id).owner(), ""));
    }

    private static boolean matches(Filter filter, Ticket t) {
        return t.id().desk().equals(filter.desk())
                && t.id().number() < filter.before()
                && (filter.customer() == null || t.customer().equals(filter.customer()))
                && (filter.states().isEmpty() || filter.states().contains(StateName.of(t.state())));
    }

    private Line line(Ticket t) {
        return new Line(
                t.id(),
                t.subject(),
                StateName.of(t.state()),
                memory.customers.get(t.customer()).name(),
                memory.contacts.get(t.requester()).address(),
                t.disputed(),
                t.createdAt(),
                t.dueAt(),
                triage(t.id()),
                memory.unseen(t.id().desk())
                        .filter(u -> u.notice().ticket() == t.id().number())
                        .toList());
    }

    @Override
    public Optional<View> find(TicketId id) {
        return memory.atomically(() -> memory.tickets.find(id).map(this::view));
    }

    private View view(Ticket ticket) {
        TicketId id = ticket.id();
        List<Said> messages = memory.messages
                .rows()
                .filter(m -> id.equals(m.ticket()))
                .map(this::said)
                .toList();
        List<Step> steps = memory.steps
                .rows()
                .filter(done -> done.ticket().equals(id))
                .map(Memory.Done::step)
                .toList();
        List<TicketId> children = memory.parents
                .entries()
                .filter(e -> e.getValue().equals(id))
                .map(Map.Entry::getKey)
                .toList();
        return new View(
                ticket,
                memory.customers.get(ticket.customer()),
                memory.contacts.get(ticket.requester()),
                messages,
                steps,
                memory.ledger.offers(id),
                memory.ledger.money(id),
                memory.parents.find(id).orElse(null),
                children,
                triage(id),
                new InMemoryTriage(memory).waiting(id).orElse(null));
    }

    private Said said(Kept kept) {
        Said said = kept.said();
        Delivery delivery = memory.outbox
                .rows()
                .filter(q -> q.messageRow() == said.id())
                .map(Memory.Queued::delivery)
                .findFirst()
                .orElse(null);
        return new Said(
                said.id(),
                said.direction(),
                said.at(),
                said.from(),
                said.to(),
                said.subject(),
                said.content(),
                said.visibility(),
                said.kind(),
                said.auth(),
                said.reading(),
                said.messageId(),
                delivery,
                said.attachments());
    }

    @Override
    public List<AuditLine> audit(String desk, String subject, int max) {
        return memory.atomically(() -> memory
                .audit
                .rows()
                .filter(a -> a.desk().equals(desk)
                        && (subject.isEmpty() || a.subject().equals(subject)))
                .toList()
                .reversed()
                .stream()
                .limit(max)
                .toList());
    }

    @Override
    public List<Said> unattached(String desk, int max) {
        return memory.atomically(() -> memory
                .messages
                .rows()
                .filter(m -> m.desk().equals(desk) && m.ticket() == null)
                .map(this::said)
                .toList()
                .reversed()
                .stream()
                .limit(max)
                .toList());
    }
}
