package dev.parley.core.desk;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.quote.Quote;
import dev.parley.core.reading.Reading;
import dev.parley.core.reading.ReplyKind;
import dev.parley.core.ticket.Binding;
import dev.parley.core.ticket.CustomerReply;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A yes or no given with the token of a decision link: who holds the token got the mail at the registered address. The
 * page that uses it asks by POST; fetching the link changes nothing (mail requirement 4).
 */
public final class DecideByLink {
    private final Store store;
    private final Marks marks;
    private final ActOnTicket act;

    DecideByLink(Store store, Marks marks, ActOnTicket act) {
        this.store = store;
        this.marks = marks;
        this.act = act;
    }

    /**
     * A quote as the holder of its token sees it.
     *
     * @param version the one the token is about
     * @param open the same while it waits for an answer; null if it does not, or not any more
     * @param agreed true if it was agreed to, whoever said so
     */
    public record View(
            Ticket ticket,
            Contact reader,
            int version,
            @Nullable Quote open,
            boolean agreed) {}

    /** What the token is about; empty if it is not ours or names nothing that exists. Looking changes nothing. */
    public Optional<View> look(String desk, String token) {
        return marks.ofDecisionToken(desk, token)
                .flatMap(pointer ->
                        store.transact(tx -> tx.lock(pointer.ticket()).map(ticket -> view(tx, ticket, pointer))));
    }

    private static View view(Transaction tx, Ticket ticket, Pointer pointer) {
        Contact reader = tx.contact(new ContactId(pointer.ticket().desk(), pointer.contact()));
        int version = pointer.quoteVersion();
        return new View(
                ticket,
                reader,
                version,
                OpenQuotes.waiting(ticket.state())
                        .filter(quote -> quote.version() == version)
                        .orElse(null),
                OpenQuotes.agreed(ticket.state())
                        .filter(quote -> quote.version() == version)
                        .isPresent());
    }

    /** Decides by {@code token}; empty if the token is not ours or names nothing that exists. */
    public Optional<Decision> decide(String desk, String token, boolean yes, Instant now) {
        return marks.ofDecisionToken(desk, token)
                .flatMap(pointer -> store.transact(tx -> tx.lock(pointer.ticket())
                        .map(ticket -> decide(tx, ticket, pointer, reply(tx, ticket, pointer, yes, now), now))));
    }

    private Decision decide(Transaction tx, Ticket ticket, Pointer pointer, CustomerReply reply, Instant now) {
        Contact contact = tx.contact(new ContactId(pointer.ticket().desk(), pointer.contact()));
        return act.within(tx, ticket, new TicketEvent.Replied(reply), new Actor.Customer(contact.address()), now);
    }

    private static CustomerReply reply(Transaction tx, Ticket ticket, Pointer pointer, boolean yes, Instant now) {
        Contact contact = tx.contact(new ContactId(pointer.ticket().desk(), pointer.contact()));
        Reading reading = new Reading(yes ? ReplyKind.YES : ReplyKind.NO, null, "decision-link", yes ? "yes" : "no");
        MessageKey key = new MessageKey("link", pointer + (yes ? " yes" : " no"));
        return new CustomerReply(
                MessageKind.HUMAN,
                AuthVerdict.PASS,
                speaker(contact, ticket),
                new Binding.Version(pointer.quoteVersion()),
                reading,
                now,
                key);
    }

    private static Speaker speaker(Contact contact, Ticket ticket) {
        if (!contact.customer().equals(ticket.customer())) {
            return new Speaker.Stranger(contact.address());
        }
        return contact.approver()
                ? new Speaker.Approver(contact.id(), contact.name())
                : new Speaker.Colleague(contact.id(), contact.name());
    }
}
