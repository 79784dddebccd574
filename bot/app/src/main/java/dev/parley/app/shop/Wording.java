package dev.parley.app.shop;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.web.util.HtmlUtils;

/** The words of the shop's pages in a language, in English where there is no other. */
final class Wording {
    private final ResourceBundle words;

    private Wording(ResourceBundle words) {
        this.words = words;
    }

    static Wording of(Locale language) {
        return new Wording(ResourceBundle.getBundle(
                "dev.parley.app.shop.buy",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** Without markup, to be shown elsewhere. */
    String plain(String key, String... values) {
        return MessageFormat.format(words.getString(key), (Object[]) values);
    }

    String say(String key, String... values) {
        return escaped(plain(key, values));
    }

    String paragraph(String key, String... values) {
        return "<p>" + say(key, values) + "</p>";
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }

    /** A whole page that loads nothing. {@code desk}: its name, "" if nobody knows which. */
    String html(String head, String desk, String body) {
        String heading = desk.isEmpty() ? "" : "<h1>" + escaped(desk) + "</h1>";
        return "<!doctype html><html lang=\"" + words.getString("language")
                + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                + say(head)
                + "</title><style>:root{color-scheme:light dark}body{font-family:sans-serif;max-width:40em;margin:2em"
                + " auto;padding:0 1em}form{margin:1em 0}button{font:inherit;padding:.4em .8em}</style></head><body>"
                + heading + body + "</body></html>";
    }
}
