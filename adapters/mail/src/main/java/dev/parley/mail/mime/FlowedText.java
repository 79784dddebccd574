package dev.parley.mail.mime;

/** Joins the soft line breaks of {@code format=flowed} (RFC 3676). */
final class FlowedText {

    private static final String SIGNATURE_MARK = "-- ";

    private FlowedText() {}

    static String join(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        int openDepth = -1;
        int at = 0;
        while (at <= text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int depth = 0;
            while (at + depth < end && text.charAt(at + depth) == '>') {
                depth++;
            }
            String line = text.substring(at + depth, end);
            if (line.startsWith(" ")) {
                line = line.substring(1);
            }
            boolean mark = line.equals(SIGNATURE_MARK);
            boolean joins = openDepth == depth && !mark;
            if (!joins) {
                if (at > 0) {
                    out.append('\n');
                }
                out.repeat('>', depth).append(depth > 0 && !line.isEmpty() ? " " : "");
            }
            boolean flows = line.endsWith(" ") && !mark;
            out.append(line, 0, flows && deleteSpace ? line.length() - 1 : line.length());
            openDepth = flows ? depth : -1;
            at = end + 1;
        }
        return out.toString();
    }
}
