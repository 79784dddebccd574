package dev.parley.core.port;

import dev.parley.core.customer.ContactId;
import dev.parley.core.review.Session;
import java.time.Instant;
import java.util.Optional;

/** Who is logged in; a part of a {@link Transaction}. Nobody else makes sessions, and so nobody else a login. */
public interface Sessions {
    /** Opens one for a contact, from {@code at} on for {@link Session#LASTS}; its number. */
    long open(ContactId contact, Instant at);

    /** The session of this number, if it is this contact's. */
    Optional<Session> find(long number, ContactId contact);

    /** Ends it at {@code at}; one that was ended before stays as it is. */
    void end(long number, ContactId contact, Instant at);
}
