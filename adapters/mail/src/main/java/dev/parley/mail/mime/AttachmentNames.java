package dev.parley.mail.mime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** File names from mails made safe to show and to save. */
final class AttachmentNames {

    private static final int NAME_CHARS_MAX = 200;

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("text/plain", ".txt"),
            Map.entry("text/html", ".html"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("text/csv", ".csv"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/jpg", ".jpg"),
            Map.entry("image/png", ".png"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/svg+xml", ".svg"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/zip", ".zip"),
            Map.entry("application/ms-tnef", ".dat"),
            Map.entry("application/pgp-signature", ".asc"),
            Map.entry("application/pkcs7-signature", ".p7s"),
            Map.entry("message/rfc822", ".eml"));

    private AttachmentNames() {}

    /** The cleaned name, or a made-up one when nothing is left of it. */
    static String clean(@Nullable String raw, String type, int number) {
        String name = raw == null ? "" : Invisible.remove(raw).strip();
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (name.chars().allMatch(c -> c == '.' || c == ' ')) {
            return "attachment-" + number + EXTENSIONS.getOrDefault(type, ".bin");
        }
        return shorten(name);
    }

    private static String shorten(String name) {
        if (name.length() <= NAME_CHARS_MAX) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > name.length() - 12 && dot > 0 ? name.substring(dot) : "";
        int keep = NAME_CHARS_MAX - extension.length();
        if (Character.isHighSurrogate(name.charAt(keep - 1))) {
            keep--;
        }
        return name.substring(0, keep) + extension;
    }
}
