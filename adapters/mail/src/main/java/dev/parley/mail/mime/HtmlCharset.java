package dev.parley.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The charset an HTML part declares in itself ({@code <meta charset=…>}) when its MIME header declares none. */
final class HtmlCharset {

    private static final int PROLOGUE_BYTES = 2048;
    private static final String MARK = "charset=";

    private HtmlCharset() {}

    static String of(byte[] html) {
        String start = new String(html, 0, Math.min(html.length, PROLOGUE_BYTES), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int meta = start.indexOf("<meta");
        int at = meta < 0 ? -1 : start.indexOf(MARK, meta);
        if (at < 0) {
            return "";
        }
        int from = at + MARK.length();
        while (from < start.length() && "\"' ".indexOf(start.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < start.length() && "\"' />;".indexOf(start.charAt(to)) < 0) {
            to++;
        }
        return start.substring(from, to);
    }
}
