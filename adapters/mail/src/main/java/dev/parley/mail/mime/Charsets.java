package dev.parley.mail.mime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Charset labels as mails use them. Where the WHATWG encoding standard reads a label as a superset (latin-1 as
 * windows-1252, gb2312 as gb18030), so does this.
 */
final class Charsets {

    private static final int LABEL_CHARS_MAX = 64;
    private static final int CACHED_LABELS_MAX = 1_000;
    private static final Map<String, String> ALIASES = aliases();
    private static final Map<String, Optional<Charset>> KNOWN = new ConcurrentHashMap<>();
    private static final Set<String> OFTEN_UTF8 =
            Set.of("US-ASCII", "windows-1252", "ISO-8859-15", "GB18030", "x-windows-949", "Big5-HKSCS");
    private static final Set<String> NOT_ASCII = Set.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE");

    private Charsets() {}

    private static Map<String, String> aliases() {
        Map<String, String> names = new HashMap<>();
        put(names, "windows-1252", "iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 latin-1 l1 8859_1 ansi cp1252");
        put(names, "windows-1252", "windows1252 x-ansi ansi_x3.110-1983 cp-1252 iso-8859-1-windows-3.1-latin-1");
        put(names, "windows-1254", "iso-8859-9 iso8859-9 latin5");
        put(names, "windows-874", "tis-620 iso-8859-11");
        put(names, "GB18030", "gb2312 gbk gb_2312-80 x-gbk cp936 ms936 euc-cn csgb2312 chinese gb18030");
        put(names, "windows-31j", "shift_jis shift-jis sjis x-sjis ms_kanji cp932 ms932 windows-932");
        put(
                names,
                "x-windows-949",
                "ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ksc5601 ksc_5601 euc-kr euckr cp949 korean");
        put(names, "x-windows-949", "windows-949 uhc");
        put(names, "Big5-HKSCS", "big5 big-5 big5-hkscs x-x-big5 cn-big5 cp950");
        put(
                names,
                "x-windows-iso2022jp",
                "iso-2022-jp iso2022-jp iso2022jp iso-2022-jp-ms cp50220 cp50221 iso-2022-jp-1");
        put(names, "UTF-8", "utf8 utf_8 utf-8 unicode-1-1-utf-8 utf8mb4 x-utf8 utf-8-sig cp65001 unicode utf-8n");
        put(names, "US-ASCII", "ascii us us_ascii us-ascii ansi_x3.4-1968 7bit iso-646 646 usascii");
        put(names, "EUC-JP", "x-euc-jp eucjp x-euc x-eucjp");
        put(names, "KOI8-R", "koi8 koi8r koi");
        put(names, "windows-1251", "cp1251 win-1251 windows1251 win1251");
        put(names, "ISO-8859-8", "iso-8859-8-i iso-8859-8-e visual logical");
        put(names, "x-MacRoman", "macintosh mac macroman x-mac-roman");
        put(names, "UTF-16LE", "unicodefffe utf-16le ucs-2");
        return Map.copyOf(names);
    }

    private static void put(Map<String, String> names, String charset, String labels) {
        for (String label : labels.split(" ", -1)) {
            names.put(label, charset);
        }
    }

    /** The charset a label stands for, or null when nobody knows it. */
    static @Nullable Charset forLabel(String label) {
        if (label.length() > LABEL_CHARS_MAX) {
            return null;
        }
        // Also the unknown ones: the JDK searches long for a charset that it does not have.
        Optional<Charset> known = KNOWN.get(label);
        if (known == null) {
            known = Optional.ofNullable(lookUp(clean(label)));
            if (KNOWN.size() < CACHED_LABELS_MAX) {
                KNOWN.put(label, known);
            }
        }
        return known.orElse(null);
    }

    private static String clean(String label) {
        StringBuilder name = new StringBuilder();
        for (char c : label.toLowerCase(Locale.ROOT).toCharArray()) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-_.:".indexOf(c) >= 0) {
                name.append(c);
            } else if (!name.isEmpty()) {
                break;
            }
        }
        return name.toString();
    }

    private static @Nullable Charset lookUp(String name) {
        if (name.isEmpty()) {
            return null;
        }
        if (name.equals("utf-7") || name.equals("unicode-1-1-utf-7")) {
            return Utf7.CHARSET;
        }
        try {
            return Charset.forName(ALIASES.getOrDefault(name, name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return name.startsWith("x-") ? lookUp(name.substring(2)) : null;
        }
    }

    /** Whether senders often declare this for UTF-8, and real text in it is hardly ever valid UTF-8. */
    static boolean oftenMeansUtf8(Charset charset) {
        return OFTEN_UTF8.contains(charset.name());
    }

    static boolean isAsciiSuperset(Charset charset) {
        return !NOT_ASCII.contains(charset.name())
                && !charset.name().startsWith("IBM")
                && !charset.equals(Utf7.CHARSET);
    }

    /** The charset a byte order mark or an ISO-2022 escape gives away, or null. */
    static @Nullable Charset byMark(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1b && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                boolean korean = bytes[i + 1] == '$' && bytes[i + 2] == ')';
                return Charset.forName(korean ? "ISO-2022-KR" : "x-windows-iso2022jp");
            }
        }
        return null;
    }
}
