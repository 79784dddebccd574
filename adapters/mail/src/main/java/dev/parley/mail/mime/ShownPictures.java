package dev.parley.mail.mime;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The Content-IDs an HTML text shows ({@code src="cid:…"}, RFC 2392). */
final class ShownPictures {

    private static final int ID_CHARS_MAX = 500;

    private ShownPictures() {}

    static Set<String> ids(String html, int max) {
        Set<String> ids = new HashSet<>();
        String lower = html.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("cid:");
        while (at >= 0 && ids.size() < max) {
            int end = at + 4;
            while (end < lower.length() && end - at < ID_CHARS_MAX && "\"'<> )\n\t".indexOf(lower.charAt(end)) < 0) {
                end++;
            }
            ids.add(decoded(lower.substring(at + 4, end)));
            at = lower.indexOf("cid:", end);
        }
        return ids;
    }

    private static String decoded(String id) {
        try {
            return id.indexOf('%') < 0 ? id : URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }
}
