package dev.parley.core.ticket;

import dev.parley.core.hours.HourlyRate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to say to the world, carried out later through the outbox.
 *
 * @param quoteVersion the version a reply to this message is bound to (G5); 0 if it asks for no decision
 * @param fields what the template may show: a value for each of {@link Template#fields()}
 * @param rate what an hour of its amounts costs, as it was offered; null where they are no time
 */
public record Outgoing(
        Template template,
        Audience audience,
        int quoteVersion,
        Map<String, String> fields,
        @Nullable HourlyRate rate) {
    /** The field that hands {@link #rate} to a renderer. */
    public static final String RATE = "rate";

    public Outgoing {
        fields = Map.copyOf(fields);
        if (!template.fields().equals(fields.keySet())) {
            throw new IllegalArgumentException(
                    template + " has the fields " + template.fields() + ", not " + fields.keySet());
        }
    }

    /** A message without amounts of time. */
    public Outgoing(Template template, Audience audience, int quoteVersion, Map<String, String> fields) {
        this(template, audience, quoteVersion, fields, null);
    }

    /** What a renderer gets: the fields, and the rate where there is one. */
    public Map<String, String> shown() {
        if (rate == null) {
            return fields;
        }
        Map<String, String> shown = new HashMap<>(fields);
        shown.put(RATE, rate.written());
        return shown;
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
