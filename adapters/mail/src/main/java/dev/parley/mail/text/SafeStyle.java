package dev.parley.mail.text;

import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * What is left of a style attribute: properties that change how something looks where it stands. Nothing that takes it
 * out of its place (position, float, transform, negative margins), and no value with a function that could fetch
 * something ({@code url}, {@code image-set}, {@code expression}) or hide one (escapes, comments).
 */
final class SafeStyle {
    private static final int CHARS_MAX = 4_000;

    private static final Set<String> PROPERTIES = Set.of(
            "background-color",
            "border",
            "border-bottom",
            "border-collapse",
            "border-color",
            "border-left",
            "border-radius",
            "border-right",
            "border-spacing",
            "border-style",
            "border-top",
            "border-width",
            "color",
            "direction",
            "display",
            "font",
            "font-family",
            "font-size",
            "font-style",
            "font-variant",
            "font-weight",
            "height",
            "letter-spacing",
            "line-height",
            "list-style-type",
            "margin",
            "margin-bottom",
            "margin-left",
            "margin-right",
            "margin-top",
            "max-width",
            "padding",
            "padding-bottom",
            "padding-left",
            "padding-right",
            "padding-top",
            "text-align",
            "text-decoration",
            "text-indent",
            "text-transform",
            "unicode-bidi",
            "vertical-align",
            "white-space",
            "width",
            "word-break",
            "word-wrap",
            "overflow-wrap");

    /** Words, numbers, colours; the only functions are those of colours. No minus, so nothing leaves its place. */
    private static final Pattern VALUE =
            Pattern.compile("(?:rgba?\\([0-9.,%\\s/]{1,40}\\)|[a-z0-9#%.,\\s!]|(?<=[a-z])-(?=[a-z])){1,200}");

    /** Lengths of a page and more would push everything else away. */
    private static final Pattern HUGE = Pattern.compile("\\d{5,}|\\d{3,}(?:em|rem|in|cm|vh|vw|vmin|vmax)");

    private SafeStyle() {}

    /** The declarations that are allowed, "" if there are none. */
    static String of(String style) {
        StringJoiner kept = new StringJoiner(";");
        if (style.length() > CHARS_MAX) {
            return "";
        }
        for (String declaration : style.toLowerCase(Locale.ROOT).split(";", -1)) {
            int colon = declaration.indexOf(':');
            String property = declaration.substring(0, Math.max(0, colon)).strip();
            String value =
                    declaration.substring(colon + 1).replaceAll("['\"]", "").strip();
            if (PROPERTIES.contains(property) && isAllowed(property, value)) {
                kept.add(property + ":" + value);
            }
        }
        return kept.toString();
    }

    private static boolean isAllowed(String property, String value) {
        boolean plain = VALUE.matcher(value).matches() && !HUGE.matcher(value).find();
        return plain && (!property.equals("display") || value.startsWith("none"));
    }
}
