package dev.parley.mail.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the recipients in a free-text bounce and the lines that belong to each. */
final class FailedAddresses {

    private static final int ADDRESSES_MAX = 200;

    private static final Pattern REPLY_CODE = Pattern.compile("^[45]\\d\\d (?:[45]\\.\\d\\.\\d )?(?=<)");

    private final Notice notice;
    private final Set<String> notRecipients;

    /** @param notRecipients lower-case addresses known to be something else: the original sender, servers */
    FailedAddresses(Notice notice, Set<String> notRecipients) {
        this.notice = notice;
        this.notRecipients = notRecipients;
    }

    /** Each recipient in order with what was said about it; strongest evidence only. */
    Map<String, String> find() {
        for (Evidence evidence : Evidence.values()) {
            Map<String, String> found = withEvidence(evidence);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Map.of();
    }

    /** How sure a line is about whom it speaks of. */
    private enum Evidence {
        /** The line begins with the address: {@code <a@b>: reason}, or Sendmail's {@code 554 <a@b>... reason}. */
        LINE_START,
        /** The line quotes the dialogue or says "to": {@code RCPT TO:<a@b>}, {@code delivered to: a@b}. */
        DIALOGUE,
        /** Any address. */
        ANYWHERE
    }

    private Map<String, String> withEvidence(Evidence evidence) {
        Map<String, StringBuilder> about = new LinkedHashMap<>();
        StringBuilder current = null;
        for (String line : notice.lines()) {
            for (String address : addresses(line, evidence)) {
                if (about.size() < ADDRESSES_MAX || about.containsKey(key(address))) {
                    current = about.computeIfAbsent(address.toLowerCase(Locale.ROOT), _ -> new StringBuilder());
                }
            }
            if (current != null) {
                current.append(line).append('\n');
                current = REPLY_CODE.matcher(line).find() ? null : current;
            }
        }
        Map<String, String> found = new LinkedHashMap<>();
        about.forEach((address, text) -> found.put(address, text.toString()));
        return found;
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private List<String> addresses(String line, Evidence evidence) {
        List<String> found = new ArrayList<>();
        int at = line.indexOf('@');
        while (at >= 0) {
            int start = at;
            while (start > 0 && isLocal(line.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < line.length() && isDomain(line.charAt(end))) {
                end++;
            }
            while (end > at && (line.charAt(end - 1) == '.' || line.charAt(end - 1) == '-')) {
                end--;
            }
            boolean whole = start < at && end > at + 1;
            String address = whole ? line.substring(start, end) : "";
            if (whole && fits(line, start, end, evidence) && !notRecipients.contains(key(address))) {
                found.add(address);
            }
            at = line.indexOf('@', Math.max(end, at + 1));
        }
        return found;
    }

    private static boolean fits(String line, int start, int end, Evidence evidence) {
        String before = line.substring(Math.max(0, start - 60), start).toLowerCase(Locale.ROOT);
        if (before.endsWith("mail from:<")
                || before.endsWith("from:<")
                || before.endsWith("from: <")
                || before.endsWith("from <")
                || before.endsWith("from: ")
                || before.endsWith("sender: <")
                || before.endsWith("contact ")
                || before.contains("http")) {
            return false;
        }
        return switch (evidence) {
            case LINE_START ->
                REPLY_CODE.matcher(before).replaceFirst("").chars().allMatch(c -> " \t<*->[(\"'|:".indexOf(c) >= 0)
                        && (end == line.length() || " \t>:,;.)]\"'(".indexOf(line.charAt(end)) >= 0)
                        && start < 40;
            case DIALOGUE ->
                before.contains("to:")
                        || before.contains("to <")
                        || before.endsWith("to ")
                        || before.contains("recipient")
                        || before.contains("address")
                        || before.contains("user");
            case ANYWHERE -> true;
        };
    }

    private static boolean isLocal(char c) {
        return c > ' ' && c != 127 && "<>()[],;:\"'\\@|*".indexOf(c) < 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }
}
