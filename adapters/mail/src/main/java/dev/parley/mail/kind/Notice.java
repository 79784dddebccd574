package dev.parley.mail.kind;

import dev.parley.mail.mime.MessageIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a free-text bounce, cut off from the copy of the message that follows them.
 *
 * @param lines what the server wrote
 * @param returned the headers of the returned message as lines, maybe empty
 */
record Notice(List<String> lines, List<String> returned) {

    private static final String REJECTION = "was automatically rejected:";
    private static final int LINES_MAX = 2_000;
    private static final Set<String> MAIL_FIELDS = Set.of(
            "received",
            "message-id",
            "from",
            "to",
            "subject",
            "date",
            "return-path",
            "mime-version",
            "content-type",
            "x-mailer",
            "reply-to",
            "cc",
            "x-originating-ip",
            "dkim-signature",
            "delivered-to",
            "sender",
            "content-transfer-encoding",
            "domainkey-signature",
            "x-received",
            "authentication-results");
    private static final List<String> MARKS = List.of(
            "below this line is a copy of the message",
            "this is a copy of the message",
            "original message follows",
            "unsent message follows",
            "message header follows",
            "message headers follow",
            "original message headers:",
            "header of the original message",
            "the header of the original message is following",
            "-----original message-----",
            "----- original message -----",
            "----- original message follows -----",
            "------ this is a copy of",
            "--- original message follows",
            "a copy of the original message",
            "your original message",
            "returned message follows",
            "text of the message follows",
            "received: from",
            "message text follows");

    static Notice of(String text) {
        String[] lines = text.split("\n", LINES_MAX + 1);
        int count = Math.min(lines.length, LINES_MAX);
        int end = 0;
        while (end < count && !startsCopy(lines, end, count)) {
            end++;
        }
        List<String> all = List.of(lines).subList(0, count);
        return new Notice(List.copyOf(all.subList(0, end)), List.copyOf(all.subList(end, count)));
    }

    private static boolean startsCopy(String[] lines, int at, int count) {
        String line = lines[at].strip().toLowerCase(Locale.ROOT);
        if (line.length() < 100) {
            for (String mark : MARKS) {
                if (line.contains(mark) && at > 1) {
                    return true;
                }
            }
        }
        if (!isMailField(lines[at])) {
            return false;
        }
        int fields = 0;
        Set<String> names = new java.util.HashSet<>();
        for (int i = at; i < Math.min(count, at + 16); i++) {
            String name = fieldName(lines[i]);
            if (MAIL_FIELDS.contains(name)) {
                names.add(name);
                fields++;
            } else if (!lines[i].startsWith(" ") && !lines[i].startsWith("\t") && name.isEmpty()) {
                break;
            }
        }
        return names.size() >= 3 || (names.contains("received") && fields >= 2);
    }

    private static boolean isMailField(String line) {
        return MAIL_FIELDS.contains(fieldName(line));
    }

    private static String fieldName(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || colon > 40 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            return "";
        }
        String name = line.substring(0, colon);
        return name.indexOf(' ') < 0 ? name.toLowerCase(Locale.ROOT) : "";
    }

    /** Why the mailbox's own delivery agent would not have it, as Dovecot says it to people; empty if it does not. */
    String rejection() {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).strip().endsWith(REJECTION)) {
                return lines.get(i + 1);
            }
        }
        return "";
    }

    String text() {
        return String.join("\n", lines);
    }

    /** The Message-ID of the returned message, when its headers are there. */
    @Nullable
    String returnedId() {
        return field("message-id", value -> MessageIds.own(value));
    }

    /** The To of the returned message, or null. */
    @Nullable
    String returnedTo() {
        return field("to", value -> value);
    }

    private @Nullable String field(String name, java.util.function.UnaryOperator<String> read) {
        for (int i = 0; i < returned.size(); i++) {
            if (fieldName(returned.get(i)).equals(name)) {
                List<String> folded = new ArrayList<>();
                folded.add(returned.get(i).substring(name.length() + 1));
                for (int j = i + 1; j < returned.size() && returned.get(j).startsWith(" "); j++) {
                    folded.add(returned.get(j));
                }
                String value = read.apply(String.join(" ", folded).strip());
                return value.isEmpty() ? null : value;
            }
        }
        return null;
    }
}
