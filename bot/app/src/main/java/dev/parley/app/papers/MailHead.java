package dev.parley.app.papers;

import dev.parley.app.papers.Paper.Fact;
import dev.parley.mail.mime.HeaderField;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.MimeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The header fields of a raw mail that tell who sent it, when and how that was proven. */
final class MailHead {
    private static final Set<String> SHOWN =
            Set.of("from", "to", "date", "subject", "message-id", "in-reply-to", "authentication-results");

    private static final int FIELDS_MAX = 20;
    private static final int VALUE_CHARS_MAX = 2000;

    private MailHead() {}

    /** The fields as they stood, topmost first, then size and hash of the whole message. */
    static List<Fact> of(byte[] raw, Letterhead head) {
        List<Fact> facts = new ArrayList<>();
        new MimeReader(Limits.DEFAULT)
                .headers(raw).fields().stream()
                        .filter(field -> SHOWN.contains(field.name().toLowerCase(Locale.ROOT)))
                        .limit(FIELDS_MAX)
                        .forEach(field -> facts.add(fact(field)));
        facts.add(head.fact(Label.RAW_MESSAGE, head.say(Label.RAW_SIZE).formatted(raw.length, LedgerFile.hash(raw))));
        return facts;
    }

    private static Fact fact(HeaderField field) {
        String value = field.value();
        return new Fact(
                field.name(), value.length() <= VALUE_CHARS_MAX ? value : value.substring(0, VALUE_CHARS_MAX) + " …");
    }
}
