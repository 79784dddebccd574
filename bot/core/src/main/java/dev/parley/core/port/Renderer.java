package dev.parley.core.port;

import dev.parley.core.ticket.Template;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a template into the desk's words. Pure: the same input gives the same text. */
public interface Renderer {
    /** Renders {@code template} in {@code language}, or in the desk's default language where it has no such text. */
    Rendered render(Template template, Locale language, Map<String, String> fields);

    /** A text ready to be sent. {@code html}: null if there is only text. */
    record Rendered(String subject, String text, @Nullable String html) {}
}
