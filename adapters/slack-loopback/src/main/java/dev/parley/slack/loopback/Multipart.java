package dev.parley.slack.loopback;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a multipart form, read as text of one byte a character. */
final class Multipart {

    private Multipart() {}

    static Map<String, String> read(String body, String contentType) {
        Map<String, String> parts = new LinkedHashMap<>();
        String boundary = contentType.replaceFirst("(?s).*boundary=\"?([^\";]+)\"?.*", "$1");
        for (String part : body.split(java.util.regex.Pattern.quote("--" + boundary), -1)) {
            int head = part.indexOf("\r\n\r\n");
            String name = part.replaceFirst("(?s).*?\\bname=\"([^\"]*)\".*", "$1");
            if (head >= 0 && !name.equals(part)) {
                String value = part.substring(head + 4);
                parts.put(name, value.endsWith("\r\n") ? value.substring(0, value.length() - 2) : value);
            }
        }
        return parts;
    }
}
