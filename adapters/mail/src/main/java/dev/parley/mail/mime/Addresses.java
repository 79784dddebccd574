package dev.parley.mail.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads address lists (RFC 5322 section 3.4, RFC 6532) as they really are: unquoted commas in names, semicolons
 * between addresses, groups, names in encoded words that swallow the address.
 */
public final class Addresses {

    private static final int NAME_CHARS_MAX = 1_000;

    private Addresses() {}

    /** The addresses of a field value in order, at most {@code max}; never null, maybe empty. */
    public static List<Mailbox> parse(String value, int max) {
        List<Mailbox> found = new ArrayList<>();
        String held = "";
        for (String item : split(value)) {
            String text = held.isEmpty() ? item : held + ", " + item;
            boolean hasAddress = item.indexOf('@') >= 0 || item.indexOf('<') >= 0;
            if (!hasAddress && text.length() < NAME_CHARS_MAX && !item.contains("=?")) {
                held = text;
                continue;
            }
            held = "";
            add(found, one(text), max);
        }
        if (!held.isEmpty() && found.size() < max) {
            add(found, one(held), max);
        }
        return List.copyOf(found);
    }

    private static void add(List<Mailbox> found, @Nullable Mailbox mailbox, int max) {
        if (mailbox != null && found.size() < max) {
            found.add(mailbox);
        }
    }

    /** Cuts at commas and semicolons that are not inside quotes, comments or angle brackets; drops group names. */
    private static List<String> split(String value) {
        List<String> items = new ArrayList<>();
        Cutter cutter = new Cutter(value);
        String item = cutter.next();
        while (item != null) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
            item = cutter.next();
        }
        return items;
    }

    private static final class Cutter {
        private final String in;
        private final boolean quotesBalanced;
        private int at;

        Cutter(String in) {
            this.in = in;
            this.quotesBalanced = in.chars().filter(c -> c == '"').count() % 2 == 0;
        }

        @Nullable
        String next() {
            if (at >= in.length()) {
                return null;
            }
            int start = at;
            boolean quoted = false;
            boolean angle = false;
            boolean route = false;
            boolean addressSeen = false;
            int comment = 0;
            while (at < in.length()) {
                char c = in.charAt(at);
                if (c == '\\') {
                    at++;
                } else if (c == '"' && quotesBalanced && comment == 0) {
                    quoted = !quoted;
                } else if (!quoted) {
                    if (c == '(') {
                        comment++;
                    } else if (c == ')') {
                        comment = Math.max(0, comment - 1);
                    } else if (comment == 0) {
                        addressSeen |= c == '@';
                        route = c == '<' ? in.startsWith("<@", at) : route && c != '>';
                        angle = c == '<' || (angle && c != '>');
                        if (c == ':' && !angle && !addressSeen) {
                            start = at + 1;
                        } else if (c == ';' || (c == ',' && !route)) {
                            return in.substring(start, at++);
                        }
                    }
                }
                at++;
            }
            return in.substring(Math.min(start, in.length()));
        }
    }

    private static @Nullable Mailbox one(String item) {
        int close = item.lastIndexOf('>');
        int open = close < 0 ? item.lastIndexOf('<') : item.lastIndexOf('<', close);
        if (open >= 0) {
            String address = cleanAddress(item.substring(open + 1, close < 0 ? item.length() : close));
            String name = cleanName(item.substring(0, open));
            if (name.isEmpty() && close >= 0) {
                name = cleanName(comment(item.substring(close + 1)));
            }
            return address.isEmpty() && name.isEmpty() ? null : new Mailbox(name, address);
        }
        if (item.contains("=?")) {
            String decoded = EncodedWords.decode(item);
            if (!decoded.contains("=?") && decoded.indexOf('@') >= 0) {
                return one(decoded);
            }
        }
        return bare(item);
    }

    private static @Nullable Mailbox bare(String item) {
        String name = cleanName(comment(item));
        String rest = withoutComments(item).strip();
        if (rest.indexOf('@') < 0) {
            String text = cleanName(rest);
            // A local name such as "root" is an address; a sentence is only a name.
            boolean local = !text.isEmpty() && text.indexOf(' ') < 0;
            return text.isEmpty() ? null : new Mailbox(local ? name : text, local ? text : "");
        }
        if (rest.indexOf(' ') < 0) {
            return new Mailbox(name, cleanAddress(rest));
        }
        String address = "";
        StringBuilder words = new StringBuilder();
        for (String word : rest.split("\\s+", -1)) {
            if (address.isEmpty() && word.indexOf('@') > 0) {
                address = word;
            } else {
                words.append(word).append(' ');
            }
        }
        return new Mailbox(name.isEmpty() ? cleanName(words.toString()) : name, cleanAddress(address));
    }

    private static String comment(String item) {
        int open = item.indexOf('(');
        int close = item.lastIndexOf(')');
        return open >= 0 && close > open ? item.substring(open + 1, close) : "";
    }

    private static String withoutComments(String item) {
        int open = item.indexOf('(');
        int close = item.lastIndexOf(')');
        return open >= 0 && close > open ? item.substring(0, open) + " " + item.substring(close + 1) : item;
    }

    private static String cleanAddress(String raw) {
        StringBuilder address = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > ' ' && c != 127 && c != '<' && c != '>' && !Invisible.is(c)) {
                address.append(c);
            }
        }
        String text = EncodedWords.decode(address.toString());
        if (text.startsWith("@") && text.indexOf(':') > 0) {
            text = text.substring(text.indexOf(':') + 1);
        }
        if (text.regionMatches(true, 0, "mailto:", 0, 7)) {
            text = text.substring(7);
        }
        boolean wrapped = text.length() > 1 && (text.startsWith("'") && text.endsWith("'"));
        return wrapped ? text.substring(1, text.length() - 1) : text;
    }

    private static String cleanName(String raw) {
        String text = raw.strip();
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                plain.append(text.charAt(++i));
            } else if (c != '"') {
                plain.append(c);
            }
        }
        return Invisible.remove(EncodedWords.decode(plain.toString())).strip();
    }
}
