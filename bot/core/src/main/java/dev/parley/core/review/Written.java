package dev.parley.core.review;

import dev.parley.core.customer.Contact;
import java.time.Instant;

/**
 * What a customer wrote. Only {@link Review#write} makes it, of both proofs: nothing that was not written by somebody
 * logged in who bought the product can be kept (C-26).
 */
public final class Written {
    private final Login login;
    private final Draft said;
    private final Review.State state;
    private final int changes;
    private final Instant at;

    Written(Login login, Draft said, Review.State state, int changes, Instant at) {
        this.login = login;
        this.said = said;
        this.state = state;
        this.changes = changes;
        this.at = at;
    }

    /** In which session. */
    public long session() {
        return login.session();
    }

    /** Who wrote it. */
    public Contact author() {
        return login.who();
    }

    public Draft said() {
        return said;
    }

    /** Who sees it now. */
    public Review.State state() {
        return state;
    }

    /** How often it was written with this time. */
    public int changes() {
        return changes;
    }

    public Instant at() {
        return at;
    }
}
