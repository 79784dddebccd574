package dev.parley.core.desk;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.review.Login;
import dev.parley.core.review.Session;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Customers log in by a link that is mailed to their own address and to no other; what a From line says is no login
 * (C-26). The link can be used for an hour, or until they log out.
 */
public final class LogIn {
    private static final Duration HOUR = Duration.ofHours(1);

    private final DeskBook desks;
    private final Shops shops;
    private final Store store;
    private final Marks marks;
    private final Letters letters;

    LogIn(DeskBook desks, Shops shops, Store store, Marks marks, Letters letters) {
        this.desks = desks;
        this.shops = shops;
        this.store = store;
        this.marks = marks;
        this.letters = letters;
    }

    /**
     * Mails a link to whoever has this address at the desk, as often in an hour as the desk's brakes allow. Whether
     * anybody has it stays untold.
     */
    public void ask(String desk, String address, Instant now) {
        boolean _ = store.transact(tx -> tx.contact(desk, address.strip())
                .filter(contact -> mayMail(tx, contact, now))
                .map(contact -> mail(tx, contact, now))
                .orElse(false));
    }

    private boolean mayMail(Transaction tx, Contact contact, Instant now) {
        int most = desks.desk(contact.id().desk()).brakes().automaticPerHour();
        return tx.automaticMessagesTo(contact.id().desk(), contact.address(), now.minus(HOUR)) < most;
    }

    private boolean mail(Transaction tx, Contact contact, Instant now) {
        String desk = contact.id().desk();
        long session = tx.sessions().open(contact.id(), now);
        String token = marks.loginToken(
                new Pointer(new TicketId(desk, session), 0, contact.id().number()));
        tx.countAutomatic(desk, contact.address(), now);
        Map<String, String> fields = Map.of(
                "link", shops.page("/reviews/" + desk + "/" + token),
                "until", now.plus(Session.LASTS).toString());
        Letters.Letter letter =
                new Letters.Letter(contact.customer(), "login " + session, Template.REVIEW_LOGIN, fields);
        letters.send(tx, desks.desk(desk), letter, contact, now);
        return true;
    }

    /** Ends the session of this link. */
    public void out(String desk, String token, Instant now) {
        boolean _ = store.transact(tx -> {
            within(tx, desk, token, now)
                    .ifPresent(login ->
                            tx.sessions().end(login.session(), login.who().id(), now));
            return true;
        });
    }

    /** Who is logged in by this link; empty if it is not ours, or over. */
    Optional<Login> within(Transaction tx, String desk, String token, Instant now) {
        return marks.ofLoginToken(desk, token)
                .flatMap(pointer -> tx.sessions()
                        .find(pointer.ticket().number(), new ContactId(desk, pointer.contact()))
                        .flatMap(session -> session.login(now)));
    }
}
