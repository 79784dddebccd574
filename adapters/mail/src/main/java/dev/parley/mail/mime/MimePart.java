package dev.parley.mail.mime;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One part of a mail: a leaf with its decoded bytes, or a multipart with children. A nested message stays a leaf.
 *
 * @param contentType {@code type/subtype} in lower case
 * @param body decoded bytes; empty for a multipart, only the beginning where the body was taken out
 * @param takenOut what stands for the body that was taken out, or null
 */
@SuppressWarnings("ArrayRecordComponent") // Parts are read once and never compared.
record MimePart(
        Headers headers,
        String contentType,
        Parameters parameters,
        byte[] body,
        List<MimePart> children,
        @Nullable StandIn takenOut) {

    MimePart(Headers headers, String contentType, Parameters parameters, byte[] body, List<MimePart> children) {
        this(headers, contentType, parameters, body, children, null);
    }

    boolean multipart() {
        return !children.isEmpty();
    }

    boolean isText() {
        return contentType.startsWith("text/");
    }

    boolean isHtml() {
        return contentType.equals("text/html") || contentType.equals("application/xhtml+xml");
    }

    String charset() {
        return parameters.get("charset");
    }

    Parameters disposition() {
        String field = headers.first("Content-Disposition");
        return Parameters.parse(field == null ? "" : field);
    }

    /** The name a sender gave the part, decoded but not yet cleaned, or null. */
    @Nullable
    String name() {
        String name = disposition().get("filename");
        if (name.isBlank()) {
            name = parameters.get("name");
        }
        return name.isBlank() ? null : name;
    }

    @Nullable
    String contentId() {
        String id = headers.text("Content-ID").strip();
        if (id.startsWith("<")) {
            id = id.substring(1);
        }
        if (id.endsWith(">")) {
            id = id.substring(0, id.length() - 1);
        }
        return id.isBlank() ? null : id.strip();
    }

    static Parameters contentTypeOf(Headers headers, String fallback) {
        for (String field : headers.all("Content-Type")) {
            Parameters parsed = Parameters.parse(field);
            int slash = parsed.value().indexOf('/');
            if (slash > 0 && slash < parsed.value().length() - 1) {
                return parsed;
            }
            if (!parsed.parameters().isEmpty() || parsed.value().equals("text")) {
                String type = parsed.get("boundary").isEmpty() ? fallback : "multipart/mixed";
                return new Parameters(type, parsed.parameters());
            }
        }
        return new Parameters(fallback.toLowerCase(Locale.ROOT), java.util.Map.of());
    }
}
