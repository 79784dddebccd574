package dev.parley.mail.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The per-recipient groups of a delivery status notification (RFC 3464), also in the middle of other text. */
final class DeliveryGroups {

    private static final Set<String> FIELDS = Set.of(
            "final-recipient",
            "original-recipient",
            "x-actual-recipient",
            "action",
            "status",
            "diagnostic-code",
            "remote-mta",
            "last-attempt-date",
            "will-retry-until");

    private DeliveryGroups() {}

    /** One recipient's fields; missing ones are empty. */
    record Group(Map<String, String> fields) {

        String address() {
            for (String name : List.of("final-recipient", "x-actual-recipient", "original-recipient")) {
                String address = addressIn(get(name));
                if (!address.isEmpty()) {
                    return address;
                }
            }
            return "";
        }

        String action() {
            String value = get("action").toLowerCase(Locale.ROOT);
            int end = 0;
            while (end < value.length() && Character.isLetter(value.charAt(end))) {
                end++;
            }
            return value.substring(0, end);
        }

        String status() {
            return StatusCodes.status(get("status"));
        }

        String diagnostic() {
            String value = get("diagnostic-code");
            int semicolon = value.indexOf(';');
            return semicolon >= 0 && semicolon < 30
                    ? value.substring(semicolon + 1).strip()
                    : value;
        }

        /** What the status field says beside the number. */
        String statusRemark() {
            String value = get("status");
            int open = value.indexOf('(');
            return open < 0 ? "" : value.substring(open + 1).replace(")", "");
        }

        private String get(String name) {
            return fields.getOrDefault(name, "");
        }

        private static String addressIn(String value) {
            String text = value.substring(value.indexOf(';') + 1).strip();
            int open = text.lastIndexOf('<');
            int close = text.indexOf('>', Math.max(open, 0));
            if (open >= 0) {
                text = text.substring(open + 1, close < 0 ? text.length() : close);
            }
            int blank = text.indexOf(' ');
            return blank > 0 ? text.substring(0, blank) : text;
        }
    }

    static List<Group> parse(String text) {
        List<Group> groups = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        String last = "";
        for (String raw : text.split("\n", -1)) {
            String line = raw.startsWith("> ") ? raw.substring(2) : raw;
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (FIELDS.contains(name)) {
                String value = line.substring(colon + 1).strip();
                if (fields.containsKey(name)) {
                    close(groups, fields);
                    fields = new HashMap<>();
                }
                fields.putIfAbsent(name, value);
                last = name;
            } else if (folded && !last.isEmpty() && !line.isBlank()) {
                fields.merge(last, line.strip(), (old, more) -> old + " " + more);
            } else {
                last = "";
                if (line.isBlank() && isComplete(fields)) {
                    close(groups, fields);
                    fields = new HashMap<>();
                }
            }
        }
        close(groups, fields);
        return groups;
    }

    /** An empty line ends a group, but some servers put one between its first fields. */
    private static boolean isComplete(Map<String, String> fields) {
        return fields.containsKey("final-recipient") && fields.containsKey("action") && fields.containsKey("status");
    }

    private static void close(List<Group> groups, Map<String, String> fields) {
        boolean named = fields.containsKey("final-recipient")
                || fields.containsKey("original-recipient")
                || fields.containsKey("x-actual-recipient");
        if (named || (fields.containsKey("action") && fields.containsKey("status"))) {
            groups.add(new Group(Map.copyOf(fields)));
        }
    }
}
