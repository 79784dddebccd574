package dev.parley.mail.wire;

import dev.parley.core.message.Party;
import dev.parley.core.port.OutgoingMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail of which a test changes what it is about. */
final class Draft {
    static final String REPLY_TO = "support+t12.q1.abcdef@vendor.example";

    private String name = "";
    private String to = "alice@customer.example";
    private List<String> references = List.of("1@customer.example", "2@customer.example");
    private boolean automatic = true;
    private String subject = "Your request";
    private String text = "It costs 10 credits.";
    private @Nullable String html;

    static OutgoingMessage usual() {
        return new Draft().mail();
    }

    Draft name(String value) {
        name = value;
        return this;
    }

    Draft to(String value) {
        to = value;
        return this;
    }

    Draft references(String... values) {
        references = List.of(values);
        return this;
    }

    Draft by(String person) {
        automatic = person.isEmpty();
        return this;
    }

    Draft subject(String value) {
        subject = value;
        return this;
    }

    Draft text(String plain, String markedUp) {
        text = plain;
        html = markedUp;
        return this;
    }

    OutgoingMessage mail() {
        return new OutgoingMessage(
                "support",
                12,
                "mail:support",
                new Party(name, "support@vendor.example"),
                List.of(new Party("Alice", to)),
                REPLY_TO,
                "m1@vendor.example",
                references.getLast(),
                references,
                automatic,
                subject,
                text,
                html);
    }
}
