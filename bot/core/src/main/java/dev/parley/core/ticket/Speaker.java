package dev.parley.core.ticket;

import dev.parley.core.customer.ContactId;

/** Who said it, looked up at the moment of decision (G4). */
public sealed interface Speaker {
    /** A contact of the ticket's customer. */
    sealed interface Known extends Speaker {
        ContactId contact();

        String name();
    }

    /** One who may agree to charges now. */
    record Approver(ContactId contact, String name) implements Known {}

    /** One without that right. */
    record Colleague(ContactId contact, String name) implements Known {}

    /** Somebody this ticket's customer has not told us of. */
    record Stranger(String address) implements Speaker {}
}
