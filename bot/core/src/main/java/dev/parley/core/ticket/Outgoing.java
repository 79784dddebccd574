package dev.parley.core.ticket;

import java.util.Map;

/**
 * Something to say to the world, carried out later through the outbox.
 *
 * @param quoteVersion the version a reply to this message is bound to (G5); 0 if it asks for no decision
 * @param fields what the template may show: a value for each of {@link Template#fields()}
 */
public record Outgoing(Template template, Audience audience, int quoteVersion, Map<String, String> fields) {

    public Outgoing {
        fields = Map.copyOf(fields);
        if (!template.fields().equals(fields.keySet())) {
            throw new IllegalArgumentException(
                    template + " has the fields " + template.fields() + ", not " + fields.keySet());
        }
    }

    /** Who gets it. */
    public sealed interface Audience {
        /** The person who asked. */
        record Requester() implements Audience {}

        /** Everybody who may agree for the customer now. */
        record Approvers() implements Audience {}

        /**
         * The person who spoke, at the address registered for a contact, never at the one the message came from (T24);
         * a stranger at theirs, and never with amounts (T22).
         */
        record Sender(Speaker speaker) implements Audience {}

        /** The desk's staff. */
        record Staff() implements Audience {}
    }
}
