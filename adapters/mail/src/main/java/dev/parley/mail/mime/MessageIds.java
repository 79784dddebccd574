package dev.parley.mail.mime;

import java.util.ArrayList;
import java.util.List;

/** Reads Message-ID, In-Reply-To and References (RFC 5322 section 3.6.4), folded, comma-separated or broken. */
public final class MessageIds {

    private static final int ID_CHARS_MAX = 998;

    private MessageIds() {}

    /** The ids without angle brackets, in order, each once, at most {@code max}. */
    public static List<String> parse(String value, int max) {
        List<String> ids = new ArrayList<>();
        int at = 0;
        int open = value.indexOf('<');
        while (open >= 0 && ids.size() < max) {
            int end = open + 1;
            while (end < value.length() && value.charAt(end) != '>' && value.charAt(end) != '<') {
                end++;
            }
            add(ids, value.substring(open + 1, end));
            at = end;
            open = value.indexOf('<', at);
        }
        if (ids.isEmpty()) {
            for (String word : value.split("[\\s,]+", max + 2)) {
                if (word.indexOf('@') > 0 && ids.size() < max) {
                    add(ids, word.replace(">", ""));
                }
            }
        }
        return List.copyOf(ids);
    }

    /** The id of a mail: also one without brackets or without an {@code @}; empty when there is none. */
    public static String own(String value) {
        List<String> ids = parse(value, 1);
        if (!ids.isEmpty()) {
            return ids.getFirst();
        }
        String text = value.strip();
        return text.indexOf(' ') < 0 && text.length() <= ID_CHARS_MAX ? text : "";
    }

    private static void add(List<String> ids, String raw) {
        String id = raw.replaceAll("\\s+", "");
        if (!id.isEmpty() && id.length() <= ID_CHARS_MAX && !ids.contains(id)) {
            ids.add(id);
        }
    }
}
