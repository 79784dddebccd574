package dev.parley.testkit.simulate;

import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.AcceptMessage.Arrival;
import dev.parley.core.desk.Accepted;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.core.purchase.PaymentFact;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What customers do: they write, they answer whatever mail they have, twice at times, click on links and object. */
final class CustomerMoves {
    private static final int OUTBOX_MAX = 500;
    private static final int INBOX_MAX = 20;
    private static final int RECENT = 9;
    private static final int LONG_AGO = 90;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String STRANGER = "zoe@elsewhere.example";

    private final Town town;
    private final Tally tally;
    private final List<OutgoingMessage> received = new ArrayList<>();
    private final Map<MessageKey, InboundMessage> mails = new HashMap<>();
    private final Map<MessageKey, PaymentFact> facts = new HashMap<>();
    private final Set<CustomerId> agreed = new HashSet<>();
    private @Nullable InboundMessage last;
    private int messages;

    CustomerMoves(Town town, Tally tally) {
        this.town = town;
        this.tally = tally;
    }

    /** Who said a proven yes since this was asked last. */
    Set<CustomerId> agreed() {
        Set<CustomerId> said = Set.copyOf(agreed);
        agreed.clear();
        return said;
    }

    String writes(Move move) {
        Vendor vendor = town.vendor(move.which());
        List<Contact> people = people(vendor.desk);
        boolean stranger = move.how() % 19 == 0;
        String from = stranger ? STRANGER : Move.pick(people, move.which() / 3).address();
        String to = move.how() % 23 == 0 ? vendor.personal() : vendor.address();
        return arrives(new Mail(vendor, from, to, Mail.request(move.how()), null), move);
    }

    /** To any mail ever received, by anybody of the desk, at another desk's mailbox at times. */
    String replies(Move move) {
        Optional<OutgoingMessage> some = mail(move);
        if (some.isEmpty()) {
            return "nobody has anything to answer";
        }
        OutgoingMessage to = some.get();
        List<Contact> people = people(to.desk());
        String addressee = to.to().getFirst().address();
        String from = move.how() % 5 == 0 ? Move.pick(people, move.which()).address() : addressee;
        Vendor at = move.how() % 29 == 0
                ? town.vendor(move.which())
                : Vendor.of(to.desk()).orElseThrow();
        String address = move.how() % 31 == 0 ? at.address() : to.replyTo();
        return arrives(new Mail(at, from, address, Mail.answer(move.how()), to), move);
    }

    /** A mail of ours comes back. */
    String bounces(Move move) {
        Optional<OutgoingMessage> some = mail(move);
        if (some.isEmpty()) {
            return "no mail to come back";
        }
        OutgoingMessage lost = some.get();
        Vendor vendor = Vendor.of(lost.desk()).orElseThrow();
        Mail bounce = new Mail(vendor, "mailer-daemon@customer.example", lost.replyTo(), "It bounced.", lost);
        return arrives(bounce.bounces(id(), move.how() % 2 == 0, now()), false);
    }

    /** The mail server delivers the last mail a second time. */
    String again(Move move) {
        return last == null ? "nothing was delivered yet" : "again: " + arrives(last, move.how() % 2 == 0);
    }

    /** A yes or no by the link of a mail, or what they do on the telephone: staff say so for them. */
    String acts(Move move) {
        Optional<OutgoingMessage> some = mail(move);
        if (some.isEmpty() || some.get().ticket() == 0) {
            return "nobody has anything to act on";
        }
        OutgoingMessage mail = some.get();
        TicketId id = new TicketId(mail.desk(), mail.ticket());
        Ticket ticket = town.ticket(id).orElseThrow();
        Contact who = person(mail);
        Speaker speaker = speaker(who, ticket);
        return switch (move.how() % 5) {
            case 0 -> acts(who, id, new TicketEvent.CancelRequested(speaker));
            case 1, 2 -> acts(who, id, new TicketEvent.Disputed(speaker, "too much"));
            default -> clicks(mail, who, move);
        };
    }

    private String acts(Contact who, TicketId id, TicketEvent event) {
        Optional<Decision> decision = town.useCases.actOnTicket().act(id, event, Town.AGENT, now());
        return who.address() + " " + event + " → " + decision.map(Decision::row);
    }

    /** Versions are not in the mail's own words here, so any of the first few is clicked on. */
    private String clicks(OutgoingMessage mail, Contact who, Move move) {
        Pointer pointer = new Pointer(
                new TicketId(mail.desk(), mail.ticket()),
                1 + move.which() % 3,
                who.id().number());
        boolean yes = move.how() % 3 != 0;
        if (yes && who.approver()) {
            agreed.add(who.customer());
        }
        Optional<Decision> decision =
                town.useCases.decideByLink().decide(mail.desk(), town.marks.decisionToken(pointer), yes, now());
        return who.address() + " clicks " + (yes ? "yes" : "no") + " of " + pointer + " → "
                + decision.map(Decision::row);
    }

    private static Speaker speaker(Contact who, Ticket ticket) {
        if (!who.customer().equals(ticket.customer())) {
            return new Speaker.Stranger(who.address());
        }
        return who.approver()
                ? new Speaker.Approver(who.id(), who.name())
                : new Speaker.Colleague(who.id(), who.name());
    }

    // ---- mail

    private List<Contact> people(String desk) {
        return town.people.stream()
                .filter(person -> person.id().desk().equals(desk))
                .map(person -> town.contact(person.id()))
                .toList();
    }

    private Contact person(OutgoingMessage mail) {
        List<Contact> people = people(mail.desk());
        String address = mail.to().getFirst().address();
        return people.stream()
                .filter(person -> person.address().equals(address))
                .findFirst()
                .orElse(people.getFirst());
    }

    private Optional<OutgoingMessage> mail(Move move) {
        fetch();
        int size = received.size();
        int among = Math.min(move.how() % 6 == 0 ? LONG_AGO : RECENT, size);
        return size == 0 ? Optional.empty() : Optional.of(received.get(size - 1 - move.which() % among));
    }

    private void fetch() {
        for (var claim : town.ports.outbox().claim("w", OUTBOX_MAX, LEASE, now())) {
            received.add(claim.message());
            town.ports.outbox().sent(claim, "", now());
        }
    }

    private String id() {
        return "m" + ++messages + "@customer.example";
    }

    private String arrives(Mail mail, Move move) {
        return arrives(mail.arrives(id(), move, now()), move.how() % 7 == 0);
    }

    /** {@code later}: the bot is busy, and works on it when it works on the next. */
    private String arrives(InboundMessage message, boolean later) {
        last = message;
        mails.put(message.key(), message);
        RawMessage raw = new RawMessage(message.desk(), message.key(), message.receivedAt(), List.of(), new byte[] {1});
        int recorded = town.ports.inbox().record(List.of(raw));
        String what = message.sender() + " at " + message.desk() + ": ‘"
                + message.content().reply() + "’ " + message.auth() + " " + message.kind()
                + (recorded == 0 ? " (known)" : "");
        return later ? what + " (waits)" : what + " → " + worksOn();
    }

    /** The payment provider tells something, by the same way as mail comes. */
    String tells(String desk, PaymentFact fact, boolean later) {
        MessageKey key = new MessageKey("stripe", "evt_" + id());
        facts.put(key, fact);
        int _ = town.ports.inbox().record(List.of(new RawMessage(desk, key, now(), List.of(), new byte[] {1})));
        return fact + (later ? " (waits)" : " → " + worksOn());
    }

    /** Works on all that came; what fails is claimed again when its lease is over. */
    List<Accepted> worksOn() {
        List<Accepted> accepted = new ArrayList<>();
        for (Inbox.Claim claim : town.ports.inbox().claim("w", INBOX_MAX, LEASE, now())) {
            MessageKey key = claim.message().key();
            PaymentFact fact = facts.get(key);
            try {
                if (fact != null) {
                    town.useCases.purchases().hear().hear(claim, fact, now());
                } else {
                    accepted.add(worksOn(new Arrival(claim, Objects.requireNonNull(mails.get(key)))));
                }
            } catch (StoreUnavailable _) {
                town.ports.inbox().fail(claim, "no database", now().plus(LEASE));
            }
        }
        return accepted;
    }

    private Accepted worksOn(Arrival arrival) {
        if (Mail.isProvenYes(arrival.message())) {
            people(arrival.message().desk()).stream()
                    .filter(who -> arrival.message().sender() != null
                            && who.address().equals(arrival.message().sender().address()))
                    .filter(Contact::approver)
                    .forEach(who -> agreed.add(who.customer()));
        }
        boolean merged = town.ports
                .store()
                .transact(tx -> tx.ticketOfMessage(
                                arrival.message().desk(), arrival.message().relatesTo())
                        .flatMap(tx::lock)
                        .filter(ticket -> ticket.state() instanceof TicketState.Merged)
                        .isPresent());
        Accepted accepted = town.useCases.acceptMessage().accept(arrival, now());
        switch (accepted) {
            case Accepted.Opened(var ticket) -> town.made(ticket);
            case Accepted.Pointed() -> tally.saw("T05");
            case Accepted.OnTicket _ when merged -> tally.saw("T100");
            case Accepted.OnTicket _ -> {}
            case Accepted.Duplicate() -> {}
            case Accepted.Aside() -> {}
        }
        return accepted;
    }

    private Instant now() {
        return town.now();
    }
}
