package dev.parley.core.desk;

import dev.parley.core.conversation.Match;
import dev.parley.core.conversation.Threading;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.Sighting;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.reading.PriceQuestion;
import dev.parley.core.reading.Reading;
import dev.parley.core.reading.ReplyReader;
import dev.parley.core.ticket.Binding;
import dev.parley.core.ticket.CustomerReply;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Outgoing;
import dev.parley.core.ticket.Outgoing.Audience;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Works on one recorded message: whose is it, which ticket does it belong to, what does it say, what follows.
 * Everything it brings about is kept together with the mark that the message is done, so a crash in between does it
 * again from the start, and a crash after does nothing twice.
 */
public final class AcceptMessage {
    /** How many merges are followed to the ticket that is worked on. */
    private static final int MERGES_MAX = 10;

    private final DeskBook desks;
    private final Store store;
    private final Threading threading;
    private final ReplyReader reader;
    private final ActOnTicket act;
    private final OpenTicket open;
    private final Correspondence correspondence;
    private final StaffNotices notices;

    AcceptMessage(DeskBook desks, Store store, Threading threading, ReplyReader reader, Tools tools) {
        this.desks = desks;
        this.store = store;
        this.threading = threading;
        this.reader = reader;
        this.act = tools.act;
        this.open = tools.open;
        this.correspondence = tools.correspondence;
        this.notices = tools.notices;
    }

    /** Accepts a message and finishes its claim. */
    public Accepted accept(Arrival arrival, Instant now) {
        return store.transact(tx -> accept(tx, arrival, now));
    }

    /**
     * Accepts messages in their order and finishes their claims, all in one transaction: if one fails, nothing of any
     * is kept, and they can be tried one by one.
     */
    public List<Accepted> accept(List<Arrival> arrivals, Instant now) {
        return store.transact(
                tx -> arrivals.stream().map(arrival -> accept(tx, arrival, now)).toList());
    }

    private Accepted accept(Transaction tx, Arrival arrival, Instant now) {
        Accepted accepted = accept(tx, arrival.message, now);
        if (arrival.message.cutOff()) {
            cutOff(tx, arrival.message, accepted, now);
        }
        tx.finish(arrival.claim, Transaction.Outcome.DONE, now);
        return accepted;
    }

    private Accepted accept(Transaction tx, InboundMessage message, Instant now) {
        Party from = message.sender();
        String address = from == null ? "" : from.address();
        Sighting sighting = tx.sighting(message.desk(), message.key().toString(), address);
        if (sighting.seen()) {
            return new Accepted.Duplicate();
        }
        if (threading.isOwn(message)) {
            tx.keep(message, null, null, Visibility.STAFF);
            return new Accepted.Aside();
        }
        Optional<Contact> contact = sighting.sender();
        Match match = match(tx, message, contact);
        DeskProfile desk = desks.desk(message.desk());
        if (ofPerson(desk, message) && redirected(desk, message)) {
            return pointed(tx, desk, new Incoming(message, contact), match, now);
        }
        if (match instanceof Match.Unknown && HandedOn.claims(desk, message)) {
            return handedOn(tx, desk, message, now);
        }
        return switch (match) {
            case Match.Known known ->
                follow(tx, known.ticket())
                        .map(ticket -> {
                            InboundMessage heard = heard(tx, ticket, message, now);
                            return onTicket(tx, ticket, known.binding(), new Incoming(heard, contact), now);
                        })
                        .orElseGet(() -> withoutTicket(tx, new Incoming(message, contact), now));
            case Match.Unknown _ -> withoutTicket(tx, new Incoming(message, contact), now);
        };
    }

    /** The message; as a machine's if the brakes that need no header say so. */
    private InboundMessage heard(Transaction tx, Ticket ticket, InboundMessage message, Instant now) {
        InboundMessage heard = Echo.heard(tx, ticket.id(), message);
        if (!Reopening.isTooOften(tx, ticket, heard)) {
            return heard;
        }
        Party from = heard.sender();
        Map<String, String> fields = Map.of(
                "state",
                StateName.of(ticket.state()).name(),
                "speaker",
                from == null ? "" : from.address(),
                "reading",
                "the ticket was brought back " + Reopening.TIMES_MAX + " times within a day, and is left as it is");
        var matter = new StaffNotices.Matter(ticket.id().number(), Template.STAFF_CUSTOMER_WROTE, fields);
        notices.show(tx, desks.desk(message.desk()), matter, now);
        return Echo.ofMachine(heard);
    }

    private Match match(Transaction tx, InboundMessage message, Optional<Contact> contact) {
        return threading.match(
                message,
                contact.map(c -> c.id().number()).orElse(null),
                ids -> tx.ticketOfMessage(message.desk(), ids),
                id -> contact.isPresent() && isOf(tx, id, contact.get().customer()));
    }

    private static boolean isOf(Transaction tx, TicketId id, CustomerId customer) {
        return tx.lock(id).filter(ticket -> ticket.customer().equals(customer)).isPresent();
    }

    /** The locked ticket itself, or the one it was merged into (T100). */
    private static Optional<Ticket> follow(Transaction tx, TicketId id) {
        Optional<Ticket> ticket = tx.lock(id);
        for (int i = 0; i < MERGES_MAX && ticket.isPresent(); i++) {
            if (!(ticket.get().state() instanceof TicketState.Merged merged)) {
                return ticket;
            }
            ticket = tx.lock(merged.into());
        }
        return ticket;
    }

    // ---- on a ticket

    private Accepted onTicket(Transaction tx, Ticket ticket, Binding binding, Incoming in, Instant now) {
        InboundMessage message = in.message;
        if (message.kind() == MessageKind.BOUNCE) {
            return bounced(tx, ticket, message, now);
        }
        Speaker speaker = in.speaker(ticket);
        Reading reading = reader.read(message.content().reply(), OpenQuotes.of(ticket, speaker));
        CustomerReply reply = new CustomerReply(
                message.kind(), message.auth(), speaker, binding, reading, message.receivedAt(), message.key());
        tx.keep(message, ticket.id(), reading, reply.ofTheConversation() ? Visibility.PUBLIC : Visibility.STAFF);
        if (speaker instanceof Speaker.Known asker && asksForPrices(ticket, message)) {
            return new Accepted.OnTicket(
                    ticket.id(),
                    act.aboutPrices(tx, ticket, asker, in.actor(), now).row());
        }
        Decision decision = act.within(tx, ticket, new TicketEvent.Replied(reply), in.actor(), now);
        if (decision.row() == Row.T95) {
            TicketId next = open.open(tx, request(in, in.contact.orElseThrow(), ticket.subject()), now);
            tx.link(next, ticket.id());
            return new Accepted.Opened(next);
        }
        return new Accepted.OnTicket(ticket.id(), decision.row());
    }

    /** Proven, and nothing but a question Customer Support answers: whatever else it holds goes its usual way. */
    private static boolean asksForPrices(Ticket ticket, InboundMessage message) {
        return message.kind() == MessageKind.HUMAN
                && message.auth() == AuthVerdict.PASS
                && (ticket.payer().unit() == Unit.CREDIT || ticket.payer().unit() == Unit.POINT)
                && message.attachments().isEmpty()
                && PriceQuestion.only(message.content().reply());
    }

    private Accepted bounced(Transaction tx, Ticket ticket, InboundMessage message, Instant now) {
        tx.keep(message, ticket.id(), null, Visibility.STAFF);
        Row row = Row.T32;
        Ticket current = ticket;
        for (var failure : message.failures()) {
            TicketEvent event = new TicketEvent.Bounced(failure.address(), failure.hard());
            row = act.within(tx, current, event, new Actor.Desk(), now).row();
            current = tx.lock(ticket.id()).orElseThrow();
        }
        return new Accepted.OnTicket(ticket.id(), row);
    }

    /** Says so to staff, and once to who wrote it: a person the desk knows, whose name was not borrowed. */
    private void cutOff(Transaction tx, InboundMessage message, Accepted accepted, Instant now) {
        Optional<TicketId> on = switch (accepted) {
            case Accepted.Opened opened -> Optional.of(opened.ticket());
            case Accepted.OnTicket known -> Optional.of(known.ticket());
            case Accepted.Duplicate _, Accepted.Aside _, Accepted.Pointed _ -> Optional.empty();
        };
        Optional<Ticket> ticket = on.flatMap(tx::lock);
        if (ticket.isEmpty()) {
            return;
        }
        DeskProfile desk = desks.desk(message.desk());
        Party from = message.sender();
        String address = from == null ? "" : from.address();
        Incoming in = new Incoming(message, tx.contact(message.desk(), address));
        Speaker speaker = in.speaker(ticket.get());
        boolean told =
                ofPerson(desk, message) && message.auth() != AuthVerdict.FAIL && !(speaker instanceof Speaker.Stranger);
        List<Outgoing> said = new ArrayList<>();
        if (told) {
            said.add(new Outgoing(Template.MAIL_CUT_OFF, new Audience.Sender(speaker), 0, Map.of()));
        }
        Map<String, String> fields = Map.of("address", address, "told", told ? "yes" : "");
        said.add(new Outgoing(Template.STAFF_MAIL_CUT_OFF, new Audience.Staff(), 0, fields));
        correspondence.send(tx, desk, new Correspondence.Word(ticket.get(), said, in.actor()), now);
    }

    // ---- on none

    private Accepted withoutTicket(Transaction tx, Incoming in, Instant now) {
        InboundMessage message = in.message;
        DeskProfile desk = desks.desk(message.desk());
        if (!ofPerson(desk, message)) {
            tx.keep(message, null, null, Visibility.STAFF);
            if (message.kind() == MessageKind.HUMAN && message.sender() == null) {
                noTicket(tx, desk, message, now);
            }
            return new Accepted.Aside();
        }
        Contact contact = in.contact.orElseGet(() -> introduce(tx, desk, message));
        return opened(tx, new Incoming(message, Optional.of(contact)), contact, now);
    }

    private Accepted.Opened opened(Transaction tx, Incoming in, Contact contact, Instant now) {
        OpenTicket.Request request = request(in, contact, in.message.subject());
        Ticket ticket = open.create(tx, open.number(tx, request.requester().id().desk()), request);
        tx.keep(in.message, ticket.id(), null, Visibility.PUBLIC);
        return new Accepted.Opened(open.opened(tx, ticket, request, now));
    }

    /** A proven colleague's forward opens the ticket of who wrote it; any other is shown to staff and opens none. */
    private Accepted handedOn(Transaction tx, DeskProfile desk, InboundMessage message, Instant now) {
        Optional<InboundMessage> customers = HandedOn.asCustomers(desk, message);
        if (customers.isEmpty()) {
            tx.keep(message, null, null, Visibility.STAFF);
            noTicket(tx, desk, message, now);
            return new Accepted.Aside();
        }
        InboundMessage first = customers.get();
        Contact contact = tx.contact(
                        first.desk(), Objects.requireNonNull(first.sender()).address())
                .orElseGet(() -> introduce(tx, desk, first));
        Accepted.Opened opened = opened(tx, new Incoming(first, Optional.of(contact), new Actor.Desk()), contact, now);
        Map<String, String> fields = Map.of(
                "address",
                contact.address(),
                "by",
                Objects.requireNonNull(message.sender()).address());
        long ticket = opened.ticket().number();
        notices.show(tx, desk, new StaffNotices.Matter(ticket, Template.STAFF_HANDED_ON, fields), now);
        return opened;
    }

    private OpenTicket.Request request(Incoming in, Contact contact, String subject) {
        InboundMessage message = in.message;
        long cap = desks.desk(message.desk()).policy().preAgreementCap();
        boolean aboutPrices = message.attachments().isEmpty()
                && PriceQuestion.only(message.content().reply());
        return new OpenTicket.Request(
                contact, subject, WantedMode.of(message, cap), aboutPrices, in.actor(), message.receivedAt());
    }

    private static Contact introduce(Transaction tx, DeskProfile desk, InboundMessage message) {
        Party from = Objects.requireNonNull(message.sender());
        return tx.introduce(
                message.desk(), from.address(), from.name(), desk.language().toLanguageTag());
    }

    /** Written by somebody, and not by the desk's own people. */
    private static boolean ofPerson(DeskProfile desk, InboundMessage message) {
        Party from = message.sender();
        return message.kind() == MessageKind.HUMAN && from != null && !desk.isStaff(from.address());
    }

    /** Personal addresses and the contact form make no ticket and agree to nothing (C-25, T05). */
    private static boolean redirected(DeskProfile desk, InboundMessage message) {
        return message.key().isRedirected()
                || (message.recipients().stream().anyMatch(desk::isRedirected)
                        && message.recipients().stream().noneMatch(desk::isOwn));
    }

    /** Owners are shown the way once in a thread; strangers get the usual contact answer, which is not ours to give. */
    private Accepted pointed(Transaction tx, DeskProfile desk, Incoming in, Match match, Instant now) {
        InboundMessage message = in.message;
        boolean again = tx.heardAside(message.desk(), message.relatesTo());
        tx.keep(message, null, null, Visibility.STAFF);
        if (in.contact.isEmpty() || message.auth() == AuthVerdict.FAIL) {
            noTicket(tx, desk, message, now);
            return new Accepted.Pointed();
        }
        boolean told = !again && correspondence.point(tx, desk, in.contact.get(), message, now);
        long ticket = match instanceof Match.Known known ? known.ticket().number() : 0;
        Map<String, String> fields =
                Map.of("address", in.contact.get().address(), "subject", message.subject(), "told", told ? "yes" : "");
        notices.show(tx, desk, new StaffNotices.Matter(ticket, Template.STAFF_POINTED, fields), now);
        return new Accepted.Pointed();
    }

    private void noTicket(Transaction tx, DeskProfile desk, InboundMessage message, Instant now) {
        Party from = message.sender();
        Map<String, String> fields =
                Map.of("address", from == null ? "" : from.address(), "subject", message.subject());
        notices.show(tx, desk, new StaffNotices.Matter(0, Template.STAFF_NO_TICKET, fields), now);
    }

    /** A recorded message under lease, and what it says. */
    public record Arrival(Inbox.Claim claim, InboundMessage message) {}

    /** What the parts of this use case share. */
    record Tools(ActOnTicket act, OpenTicket open, Correspondence correspondence, StaffNotices notices) {}

    /** A message and who sent it, as far as known. */
    private record Incoming(InboundMessage message, Optional<Contact> contact, Actor actor) {
        Incoming(InboundMessage message, Optional<Contact> contact) {
            this(message, contact, sender(message));
        }

        Speaker speaker(Ticket ticket) {
            Optional<Contact> known = contact.filter(c -> c.customer().equals(ticket.customer()));
            Party from = message.sender();
            String address = from == null ? "" : from.address();
            return known.<Speaker>map(c -> c.approver()
                            ? new Speaker.Approver(c.id(), c.name())
                            : new Speaker.Colleague(c.id(), c.name()))
                    .orElseGet(() -> new Speaker.Stranger(address));
        }

        private static Actor sender(InboundMessage message) {
            Party from = message.sender();
            return from == null ? new Actor.Desk() : new Actor.Customer(from.address());
        }
    }
}
