package dev.parley.core.review;

import dev.parley.core.customer.Contact;

/**
 * The proof that somebody is logged in. Only a {@link Session} that is open makes it, so what asks for one cannot be
 * done by anybody else (C-26).
 */
public final class Login {
    private final Session session;

    Login(Session session) {
        this.session = session;
    }

    /** The number of their session. */
    public long session() {
        return session.number();
    }

    /** Who it is. */
    public Contact who() {
        return session.contact();
    }
}
