package dev.parley.core.desk;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.ledger.Unit;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.Party;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.Actor;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Renderer.Rendered;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.port.Transaction.Trail;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Outgoing;
import dev.parley.core.ticket.Outgoing.Audience;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns what a decision wants said into messages in the outbox: one a person, each with its own signed reply address
 * and Message-ID, so that a yes is bound to the version and the person it was asked of (G5).
 */
final class Correspondence {
    /** Ids in References: the first ones keep the thread together, the last ones place the message (requirement 22). */
    private static final int REFERENCES_FIRST = 4;

    private static final int REFERENCES_LAST = 6;
    private static final long NO_TICKET = 0;
    private static final Duration HOUR = Duration.ofHours(1);

    /** Texts anybody can make us send by writing in somebody's name (mail requirement 10). */
    private static final Set<Template> ACKNOWLEDGEMENTS = EnumSet.of(
            Template.ACKNOWLEDGED,
            Template.ACKNOWLEDGED_PRE_AGREED,
            Template.ACKNOWLEDGED_NEEDS_APPROVER,
            Template.ACKNOWLEDGED_UNPROVEN,
            Template.CUSTOMER_SUPPORT_POINTER,
            Template.MAIL_CUT_OFF,
            Template.ADDRESS_UNKNOWN);

    private final Marks marks;
    private final Shops shops;
    private final StaffNotices notices;

    Correspondence(Marks marks, Shops shops, StaffNotices notices) {
        this.marks = marks;
        this.shops = shops;
        this.notices = notices;
    }

    /**
     * What a decision wants said.
     *
     * @param ticket as it is after the decision
     * @param cause whose doing it is; what staff bring about is never held back, for they are no machine that answers
     *     ours
     */
    record Word(Ticket ticket, List<Outgoing> outgoing, Actor cause) {}

    /** Queues everything there is to say. */
    void send(Transaction tx, DeskProfile desk, Word word, Instant now) {
        Ticket ticket = word.ticket;
        int index = 0;
        for (Outgoing message : word.outgoing) {
            for (Addressee addressee : addressees(tx, desk, ticket, message.audience())) {
                queue(tx, desk, new Letter(ticket, message, addressee, word.cause, index++), now);
            }
            if (message.audience() instanceof Audience.Staff) {
                notices.show(
                        tx,
                        desk,
                        new StaffNotices.Matter(ticket.id().number(), message.template(), message.shown()),
                        now);
            }
        }
    }

    /**
     * Shows an owner who wrote to a personal address or the contact form where to write (T05); false if a brake held it
     * back. Their words are carried over into a link only where it is proven that they are theirs.
     */
    boolean point(Transaction tx, DeskProfile desk, Contact contact, InboundMessage message, Instant now) {
        Optional<String> brake = reached(tx, desk, contact.address(), true, now);
        if (brake.isPresent()) {
            tx.audit(braked(desk, "contact " + contact.id().number(), Template.PORTAL_POINTER, brake.get(), now));
            return false;
        }
        boolean proven = message.auth() == AuthVerdict.PASS;
        Map<String, String> fields = Map.of(
                "name", contact.name(),
                "addresses", String.join(", ", desk.addresses()),
                "link", proven ? MailLink.of(desk.from().address(), message) : "");
        Rendered text = desk.renderer().render(Template.PORTAL_POINTER, contact.language(), fields);
        tx.countAutomatic(desk.policy().desk(), contact.address(), now);
        tx.send(pointer(desk, contact, message, text), now);
        return true;
    }

    private OutgoingMessage pointer(DeskProfile desk, Contact contact, InboundMessage message, Rendered text) {
        String id = message.messageId();
        return new OutgoingMessage(
                desk.policy().desk(),
                NO_TICKET,
                desk.channel(),
                desk.from(),
                List.of(Addressee.of(contact).party),
                desk.from().address(),
                marks.messageId(desk.domain(), "pointer " + contact.address() + ' ' + message.key()),
                id,
                id == null ? List.of() : List.of(id),
                true,
                text.subject(),
                text.text(),
                text.html());
    }

    private void queue(Transaction tx, DeskProfile desk, Letter letter, Instant now) {
        if (letter.mayLoop()) {
            String address = letter.addressee.party.address();
            Optional<String> brake = reached(tx, desk, address, anybodyCanCause(letter), now);
            if (brake.isPresent()) {
                tx.audit(braked(desk, subject(letter.ticket), letter.message.template(), brake.get(), now));
                missing(tx, desk, letter, brake.get(), now);
                return;
            }
            tx.countAutomatic(desk.policy().desk(), address, now);
        }
        tx.send(letter.addressee.isStranger() ? neutral(desk, letter, now) : compose(tx, desk, letter, now), now);
    }

    /** A customer who hears nothing from us may wait for it: staff see it, unless it is what the brake is for. */
    private void missing(Transaction tx, DeskProfile desk, Letter letter, String limit, Instant now) {
        if (!anybodyCanCause(letter)) {
            Map<String, String> fields = Map.of(
                    "what", letter.message.template().name(),
                    "address", letter.addressee.party.address(),
                    "limit", limit);
            notices.show(
                    tx,
                    desk,
                    new StaffNotices.Matter(letter.ticket.id().number(), Template.STAFF_NOT_SENT, fields),
                    now);
        }
    }

    /** True for what a mail in somebody else's name brings about, so that it must not make us write to strangers. */
    private static boolean anybodyCanCause(Letter letter) {
        return ACKNOWLEDGEMENTS.contains(letter.message.template())
                && (letter.addressee.isStranger() || letter.ticket.mode() instanceof Mode.AskAlways);
    }

    /** What keeps an automatic message to {@code address} back: a loop, or one of the caps of acknowledgements. */
    private static Optional<String> reached(
            Transaction tx, DeskProfile desk, String address, boolean acknowledgement, Instant now) {
        String name = desk.policy().desk();
        int perHour = desk.brakes().automaticPerHour();
        if (tx.automaticMessagesTo(name, address, now.minus(HOUR)) >= perHour) {
            return Optional.of(perHour + " to one address within an hour");
        }
        return acknowledgement
                ? tx.acknowledge(name, address, desk.brakes().acknowledgements(), now)
                        .map(AcknowledgementCap::toString)
                : Optional.empty();
    }

    private static AuditLine braked(DeskProfile desk, String subject, Template template, String limit, Instant now) {
        String what = template + " was not sent: the limit is reached, " + limit;
        return new AuditLine(desk.policy().desk(), new Actor.Desk(), subject, "brake", "", what, now);
    }

    private OutgoingMessage compose(Transaction tx, DeskProfile desk, Letter letter, Instant now) {
        Trail trail = tx.trail(letter.ticket.id());
        Pointer pointer = letter.pointer();
        Rendered text = desk.renderer()
                .render(letter.message.template(), letter.addressee.language, fields(tx, desk, letter, now));
        return new OutgoingMessage(
                desk.policy().desk(),
                letter.ticket.id().number(),
                desk.channel(),
                desk.from(),
                List.of(letter.addressee.party),
                marks.replyAddress(desk.from().address(), pointer),
                marks.messageId(desk.domain(), pointer, letter.event(now)),
                trail.lastFromCustomer(),
                bounded(trail.messageIds()),
                letter.message.template().automatic(),
                text.subject(),
                text.text(),
                text.html());
    }

    /** To somebody we do not know: nothing of the ticket, neither its number nor its thread (T22). */
    private OutgoingMessage neutral(DeskProfile desk, Letter letter, Instant now) {
        Template template = letter.message.template();
        Rendered text = desk.renderer().render(template, letter.addressee.language, Map.of("name", ""));
        String event = letter.addressee.party.address() + ' ' + letter.ticket.id() + ' ' + letter.event(now);
        return new OutgoingMessage(
                desk.policy().desk(),
                letter.ticket.id().number(),
                desk.channel(),
                desk.from(),
                List.of(letter.addressee.party),
                desk.from().address(),
                marks.messageId(desk.domain(), event),
                null,
                List.of(),
                template.automatic(),
                text.subject(),
                text.text(),
                text.html());
    }

    private Map<String, String> fields(Transaction tx, DeskProfile desk, Letter letter, Instant now) {
        Map<String, String> fields = new HashMap<>(letter.message.shown());
        fields.put("ticket", Long.toString(letter.ticket.id().number()));
        fields.put("subject", letter.ticket.subject());
        fields.put("name", letter.addressee.party.name());
        fields.put("desk", desk.policy().name());
        fields.put("decision_page", decisionPage(letter));
        fields.put("top_up", shops.link(desk.policy().desk(), marks.buyToken(letter.buyer())));
        if (letter.ticket.payer().unit() == Unit.POINT) {
            fields.putAll(ofPoints(tx, letter, now));
        }
        return fields;
    }

    /** Where the reader agrees or declines by a button; "" for whoever may not, and where nothing is to be decided. */
    private String decisionPage(Letter letter) {
        Pointer pointer = letter.pointer();
        return pointer.quoteVersion() == 0 || !letter.addressee.approver
                ? ""
                : shops.page("/quote/" + pointer.ticket().desk() + "/" + marks.decisionToken(pointer));
    }

    /** Whose points pay, and what can be done if they do not suffice (P-14, P-19). */
    private Map<String, String> ofPoints(Transaction tx, Letter letter, Instant now) {
        Map<String, String> fields = new HashMap<>();
        PointsShort.site(tx, letter.ticket).ifPresent(site -> fields.put("site", site.name()));
        PointsShort.of(tx, letter.ticket, now).ifPresent(due -> {
            Pointer buyer = new Pointer(letter.ticket.id(), due.quote().version(), letter.addressee.contact);
            String link = shops.pointsLink(letter.ticket.id().desk(), marks.pointsToken(buyer));
            if (due.buy() != null && !link.isEmpty()) {
                fields.put("extra_price", due.buy().price().toString());
                fields.put("top_up", link);
            }
            if (due.next() != null) {
                fields.put("next_at", due.next().toString());
            }
        });
        return fields;
    }

    private static List<String> bounded(List<String> ids) {
        if (ids.size() <= REFERENCES_FIRST + REFERENCES_LAST) {
            return ids;
        }
        List<String> bounded = new ArrayList<>(ids.subList(0, REFERENCES_FIRST));
        bounded.addAll(ids.subList(ids.size() - REFERENCES_LAST, ids.size()));
        return bounded;
    }

    private List<Addressee> addressees(Transaction tx, DeskProfile desk, Ticket ticket, Audience audience) {
        return switch (audience) {
            case Audience.Requester _ -> List.of(Addressee.of(tx.contact(ticket.requester())));
            case Audience.Approvers _ ->
                tx.approvers(ticket.customer()).stream().map(Addressee::of).toList();
            case Audience.Sender sender -> List.of(sender(tx, desk, sender.speaker()));
            case Audience.Staff _ -> List.of();
        };
    }

    private static Addressee sender(Transaction tx, DeskProfile desk, Speaker speaker) {
        return switch (speaker) {
            case Speaker.Approver approver -> Addressee.of(tx.contact(approver.contact()));
            case Speaker.Colleague colleague -> Addressee.of(tx.contact(colleague.contact()));
            case Speaker.Stranger stranger ->
                new Addressee(new Party("", stranger.address()), 0, desk.language(), false);
        };
    }

    private static String subject(Ticket ticket) {
        return "ticket " + ticket.id().number();
    }

    /** Who gets a message; {@code contact}: their number, 0 for a stranger, to whom no mark is ever bound. */
    private record Addressee(Party party, long contact, Locale language, boolean approver) {
        boolean isStranger() {
            return contact == 0;
        }

        static Addressee of(Contact contact) {
            return new Addressee(
                    new Party(contact.name(), contact.address()),
                    contact.id().number(),
                    contact.language(),
                    contact.approver());
        }
    }

    /** One message to one person. {@code index}: its place among those of the same decision. */
    private record Letter(Ticket ticket, Outgoing message, Addressee addressee, Actor cause, int index) {
        /** True if no person wrote it and none brought it about: a machine may have, and may answer it. */
        boolean mayLoop() {
            return message.template().automatic() && !(cause instanceof Actor.Staff);
        }

        Pointer pointer() {
            return new Pointer(ticket.id(), message.quoteVersion(), addressee.contact);
        }

        /** Who buys by the link in it; the same in every message of the ticket. */
        Pointer buyer() {
            return new Pointer(ticket.id(), 0, addressee.contact);
        }

        String event(Instant now) {
            return ticket.version() + " " + index + ' ' + message.template() + ' ' + now;
        }
    }
}
