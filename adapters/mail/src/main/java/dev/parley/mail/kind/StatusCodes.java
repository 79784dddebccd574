package dev.parley.mail.kind;

/** Finds enhanced status codes (RFC 3463) and SMTP reply codes (RFC 5321) in what a server wrote. */
final class StatusCodes {

    private StatusCodes() {}

    /** The first {@code 4.x.y} or {@code 5.x.y} that is not part of an address or a version, or the empty string. */
    static String status(String text) {
        String vague = "";
        for (int at = 0; at + 4 < text.length(); at++) {
            char c = text.charAt(at);
            boolean candidate = (c == '2' || c == '4' || c == '5')
                    && text.charAt(at + 1) == '.'
                    && (at == 0 || startsCode(text.charAt(at - 1)));
            int end = candidate ? statusEnd(text, at + 2) : -1;
            if (end > 0) {
                String status = text.substring(at, end);
                if (!isVague(status)) {
                    return status;
                }
                vague = vague.isEmpty() ? status : vague;
            }
        }
        return vague;
    }

    private static boolean startsCode(char before) {
        return "./_".indexOf(before) < 0 && !Character.isLetterOrDigit(before);
    }

    private static int statusEnd(String text, int from) {
        int dot = digits(text, from);
        if (dot == from || dot >= text.length() || text.charAt(dot) != '.') {
            return -1;
        }
        int end = digits(text, dot + 1);
        boolean more = end + 1 < text.length() && text.charAt(end) == '.' && Character.isDigit(text.charAt(end + 1));
        boolean letters =
                end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '/');
        return end == dot + 1 || more || letters ? -1 : end;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < 3 && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether a status only says that something went wrong: {@code 5.0.0}. */
    static boolean isVague(String status) {
        return status.isEmpty() || status.endsWith(".0.0");
    }

    /** The first reply code 4yz or 5yz that stands where a server would write one, or the empty string. */
    static String smtp(String text) {
        String fallback = "";
        for (int at = 0; at + 2 < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == '2' || c == '4' || c == '5') && isReplyCode(text, at)) {
                String code = text.substring(at, at + 3);
                if (c != '2') {
                    return code;
                }
                fallback = fallback.isEmpty() && at == 0 ? code : fallback;
            }
        }
        return fallback;
    }

    private static boolean isReplyCode(String text, int at) {
        char second = text.charAt(at + 1);
        boolean number = second >= '0' && second <= '5' && Character.isDigit(text.charAt(at + 2));
        if (!number || (at > 0 && " :(\n;<'\"=#>,".indexOf(text.charAt(at - 1)) < 0)) {
            return false;
        }
        if (at + 3 >= text.length()) {
            return at == 0 || text.charAt(at - 1) != '(';
        }
        char after = text.charAt(at + 3);
        boolean counted = text.startsWith(" second", at + 3)
                || text.startsWith(" hour", at + 3)
                || text.startsWith(" byte", at + 3)
                || text.startsWith(" recip", at + 3);
        return " -\n:,;)'\"<".indexOf(after) >= 0 && !counted;
    }
}
