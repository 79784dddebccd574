package dev.parley.mail.mime;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header fields of a mail or of one part, in order; names are found in any case. */
public final class Headers {

    /** No fields at all. */
    public static final Headers NONE = new Headers(List.of());

    private final List<HeaderField> fields;

    /** Keeps the fields in the given order. */
    public Headers(List<HeaderField> fields) {
        this.fields = List.copyOf(fields);
    }

    /** All fields, topmost first. */
    public List<HeaderField> fields() {
        return fields;
    }

    /** The topmost field of that name, unfolded and trimmed, or null. */
    public @Nullable String first(String name) {
        for (HeaderField field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.value();
            }
        }
        return null;
    }

    /** The topmost field of that name, or the empty string. */
    public String text(String name) {
        String value = first(name);
        return value == null ? "" : value;
    }

    /** Like {@link #text} in lower case, for comparing with keywords. */
    public String lower(String name) {
        return text(name).toLowerCase(Locale.ROOT);
    }

    /** The topmost field of that name with encoded words decoded (RFC 2047), or the empty string. */
    public String decoded(String name) {
        return EncodedWords.decode(text(name));
    }

    /** Every field of that name, topmost first. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .toList();
    }

    /** Whether a field of that name is there, even an empty one. */
    public boolean has(String name) {
        return first(name) != null;
    }
}
