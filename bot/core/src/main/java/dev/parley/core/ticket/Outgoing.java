package dev.parley.core.ticket;

import java.util.Map;

/**
 * Something to say to the world, carried out later through the outbox.
 *
 * @param quoteVersion the version a reply to this message is bound to (G5); 0 if it asks for no decision
 * @param fields what the template may show; names are those of {@link Template#fields()}
 */
public record Outgoing(Template template, Audience audience, int quoteVersion, Map<String, String> fields) {

    public Outgoing {
        fields = Map.copyOf(fields);
        if (!template.fields().containsAll(fields.keySet())) {
            throw new IllegalArgumentException(template + " knows no fields " + fields.keySet());
        }
    }

    /** Who gets it. */
    public sealed interface Audience {
        /** The person who asked. */
        record Requester() implements Audience {}

        /** Everybody who may agree for the customer now. */
        record Approvers() implements Audience {}

        /** The sender of the message that is answered, whoever that is: never amounts to strangers (T22). */
        record Sender(Speaker speaker) implements Audience {}

        /** The desk's staff. */
        record Staff() implements Audience {}
    }
}
