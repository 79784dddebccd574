package dev.parley.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A structured field value with parameters: {@code text/plain; charset="utf-8"; name*0*=utf-8''a%20; name*1=b}.
 * Lenient about quotes, blanks and doubled parameters; knows RFC 2231 and the encoded words that do not belong here.
 *
 * @param value what stands before the first semicolon, lower case
 * @param parameters by name in lower case, decoded; the first of a name wins
 */
record Parameters(String value, Map<String, String> parameters) {

    private static final int PARAMETERS_MAX = 200;

    Parameters {
        parameters = Map.copyOf(parameters);
    }

    /** The parameter or the empty string. */
    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    static Parameters parse(String field) {
        Scanner scanner = new Scanner(field);
        String value = scanner.untilSemicolon();
        List<Piece> pieces = new ArrayList<>();
        while (scanner.more() && pieces.size() < PARAMETERS_MAX) {
            Piece piece = scanner.piece();
            if (piece != null) {
                pieces.add(piece);
            }
        }
        return new Parameters(stripComment(value).toLowerCase(Locale.ROOT).strip(), join(pieces));
    }

    /** One {@code name*index*=value}. */
    private record Piece(String name, int index, boolean percent, String value) {}

    private static Map<String, String> join(List<Piece> pieces) {
        Map<String, List<Piece>> byName = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            byName.computeIfAbsent(piece.name, _ -> new ArrayList<>()).add(piece);
        }
        Map<String, String> joined = new HashMap<>();
        byName.forEach((name, parts) -> joined.put(name, value(parts)));
        return joined;
    }

    private static String value(List<Piece> pieces) {
        // A whole extended value (name*=) says more than the plain one that stands beside it for old programs.
        for (Piece piece : pieces) {
            if (piece.index < 0 && piece.percent) {
                return Extended.decode(List.of(piece));
            }
        }
        List<Piece> numbered = pieces.stream().filter(piece -> piece.index >= 0).toList();
        if (numbered.isEmpty()) {
            return EncodedWords.decode(pieces.getFirst().value);
        }
        return Extended.decode(
                numbered.stream().sorted(Comparator.comparingInt(Piece::index)).toList());
    }

    /** RFC 2231 values: charset'language'percent-encoded, in numbered pieces. */
    private static final class Extended {

        private Extended() {}

        static String decode(List<Piece> pieces) {
            String charset = "";
            StringBuilder latin = new StringBuilder();
            boolean percent = false;
            boolean unicode = false;
            for (Piece piece : pieces) {
                String text = piece.value;
                if (piece.percent) {
                    percent = true;
                    int first = text.indexOf('\'');
                    int second = first < 0 ? -1 : text.indexOf('\'', first + 1);
                    if (piece.index <= 0 && second > 0) {
                        charset = text.substring(0, first);
                        text = text.substring(second + 1);
                    }
                    text = new String(unescape(text), StandardCharsets.ISO_8859_1);
                } else {
                    unicode |= text.chars().anyMatch(c -> c > 127);
                }
                latin.append(text);
            }
            String joined = latin.toString();
            if (percent && !unicode) {
                joined = TextDecoding.decode(joined.getBytes(StandardCharsets.ISO_8859_1), charset)
                        .text();
            }
            return EncodedWords.decode(joined);
        }

        private static byte[] unescape(String text) {
            byte[] in = text.chars().allMatch(c -> c < 256)
                    ? text.getBytes(StandardCharsets.ISO_8859_1)
                    : text.getBytes(StandardCharsets.UTF_8);
            byte[] out = new byte[in.length];
            int length = 0;
            for (int at = 0; at < in.length; at++) {
                int value = in[at] == '%' ? TransferEncoding.hex(in, at + 1) : -1;
                if (value >= 0) {
                    out[length++] = (byte) value;
                    at += 2;
                } else {
                    out[length++] = in[at];
                }
            }
            return java.util.Arrays.copyOf(out, length);
        }
    }

    private static String stripComment(String value) {
        int open = value.indexOf('(');
        return open < 0 ? value : value.substring(0, open);
    }

    /** Walks over the parameters of one field. */
    private static final class Scanner {
        private final String in;
        private int at;

        Scanner(String in) {
            this.in = in;
        }

        boolean more() {
            return at < in.length();
        }

        String untilSemicolon() {
            int end = in.indexOf(';', at);
            String text = in.substring(at, end < 0 ? in.length() : end).strip();
            at = end < 0 ? in.length() : end + 1;
            int blank = 0;
            while (blank < text.length() && !Character.isWhitespace(text.charAt(blank))) {
                blank++;
            }
            // "text/plain charset=utf-8": the semicolon is missing, the parameter is not.
            if (blank < text.length() && text.indexOf('=', blank) > 0 && text.indexOf('/') < blank) {
                at = in.indexOf(text) + blank;
                return text.substring(0, blank);
            }
            return text;
        }

        @org.jspecify.annotations.Nullable
        Piece piece() {
            int start = at;
            while (more() && in.charAt(at) != '=' && in.charAt(at) != ';') {
                at++;
            }
            String name = in.substring(start, at).strip().toLowerCase(Locale.ROOT);
            if (!more() || in.charAt(at) == ';') {
                at++;
                return null;
            }
            at++;
            String value = value();
            boolean percent = name.endsWith("*");
            if (percent) {
                name = name.substring(0, name.length() - 1);
            }
            int star = name.indexOf('*');
            int index = star < 0 ? -1 : number(name.substring(star + 1));
            name = star < 0 ? name : name.substring(0, star);
            return name.isEmpty() ? null : new Piece(name, index, percent, value);
        }

        private static int number(String digits) {
            return digits.length() <= 4 && !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Integer.parseInt(digits)
                    : 0;
        }

        private String value() {
            while (more() && Character.isWhitespace(in.charAt(at))) {
                at++;
            }
            if (more() && in.charAt(at) == '"') {
                String quoted = quoted();
                if (quoted != null) {
                    return quoted;
                }
                at++;
            }
            int start = at;
            while (more() && in.charAt(at) != ';') {
                at++;
            }
            String value = in.substring(start, at++).strip();
            int comment = value.indexOf(" (");
            return comment < 0 ? value : value.substring(0, comment).strip();
        }

        /** The quoted value at the cursor, or null (cursor unmoved) when its closing quote is missing. */
        @org.jspecify.annotations.Nullable
        private String quoted() {
            StringBuilder value = new StringBuilder();
            for (int i = at + 1; i < in.length(); i++) {
                char c = in.charAt(i);
                char next = i + 1 < in.length() ? in.charAt(i + 1) : 0;
                if (c == '\\' && (next == '"' || next == '\\')) {
                    value.append(next);
                    i++;
                } else if (c == '"' && endsQuote(i + 1)) {
                    int end = in.indexOf(';', i);
                    at = end < 0 ? in.length() : end + 1;
                    return value.toString();
                } else {
                    value.append(c);
                }
            }
            return null;
        }

        /** A quote inside a name ({@code filename="a "b" c.txt"}) does not end it unless something new follows. */
        private boolean endsQuote(int after) {
            int i = after;
            while (i < in.length() && Character.isWhitespace(in.charAt(i))) {
                i++;
            }
            return i >= in.length()
                    || in.charAt(i) == ';'
                    || in.charAt(i) == '('
                    || in.indexOf('"', i) < 0
                    || nameFollows(i);
        }

        private boolean nameFollows(int from) {
            int i = from;
            while (i < in.length() && (Character.isLetterOrDigit(in.charAt(i)) || in.charAt(i) == '*')) {
                i++;
            }
            return i > from && i < in.length() && in.charAt(i) == '=';
        }
    }
}
