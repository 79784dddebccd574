package dev.parley.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Takes multiparts apart (RFC 2046 section 5.1) on the raw bytes. A part can never reach beyond the one it lies in, so
 * missing and clashing boundaries do little harm; each byte is looked at once per level, and levels are limited.
 */
final class PartTree {

    private final byte[] raw;
    private final Limits limits;
    private final List<String> warnings;
    private int parts;

    PartTree(byte[] raw, Limits limits, List<String> warnings) {
        this.raw = raw;
        this.limits = limits;
        this.warnings = warnings;
    }

    /** A stretch of the raw mail. */
    private record Range(int start, int end) {}

    /** The parts between the boundaries, and what stands before the first and after the last. */
    private record Cut(Range before, List<Range> parts, Range after) {}

    MimePart read(Headers headers, int bodyStart) {
        MimePart root = part(headers, "text/plain", new Range(bodyStart, raw.length), 0);
        if (parts > limits.parts()) {
            warnings.add("more than " + limits.parts() + " parts, the rest left out");
        }
        return root;
    }

    private MimePart part(Headers headers, String fallbackType, Range body, int depth) {
        Parameters type = MimePart.contentTypeOf(headers, fallbackType);
        if (!type.value().startsWith("multipart/")) {
            byte[] bytes = Arrays.copyOfRange(raw, body.start, body.end);
            String encoding = headers.text("Content-Transfer-Encoding");
            return new MimePart(headers, type.value(), type, TransferEncoding.decode(bytes, encoding), List.of());
        }
        String boundary = type.get("boundary");
        if (depth >= limits.depth()) {
            warnings.add("parts deeper than " + limits.depth() + " not taken apart");
            return asText(headers, type, body);
        }
        if (boundary.isEmpty()) {
            warnings.add("multipart without a boundary read as text");
            return asText(headers, type, body);
        }
        if (headers.lower("Content-Transfer-Encoding").startsWith("base64")) {
            return encoded(headers, body, depth);
        }
        return multipart(headers, type, body, depth);
    }

    /** RFC 2045 forbids to encode a multipart; some programs do it all the same. */
    private MimePart encoded(Headers headers, Range body, int depth) {
        byte[] decoded = TransferEncoding.base64(Arrays.copyOfRange(raw, body.start, body.end));
        List<HeaderField> fields = new ArrayList<>(headers.fields());
        fields.removeIf(field -> field.name().toLowerCase(Locale.ROOT).equals("content-transfer-encoding"));
        PartTree inside = new PartTree(decoded, limits, warnings);
        inside.parts = parts;
        MimePart part = inside.part(new Headers(fields), "text/plain", new Range(0, decoded.length), depth);
        parts = inside.parts;
        return part;
    }

    private MimePart multipart(Headers headers, Parameters type, Range body, int depth) {
        Cut cut = cut(body, type.get("boundary"));
        if (cut.parts.isEmpty()) {
            warnings.add("the boundary of a multipart never comes, read as text");
            return asText(headers, type, body);
        }
        String childType = type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        List<MimePart> children = new ArrayList<>();
        for (Range range : cut.parts) {
            if (++parts > limits.parts()) {
                break;
            }
            HeaderBlock.Split split = HeaderBlock.splitPart(raw, range.start, range.end, limits, warnings);
            children.add(part(split.headers(), childType, new Range(split.bodyStart(), range.end), depth + 1));
        }
        keepAfter(cut.after, children);
        return new MimePart(headers, type.value(), type, new byte[0], List.copyOf(children));
    }

    private MimePart asText(Headers headers, Parameters type, Range body) {
        byte[] bytes = Arrays.copyOfRange(raw, body.start, body.end);
        return new MimePart(headers, "text/plain", type, bytes, List.of());
    }

    /** Text after the last part is not shown by mail programs; it is kept as a file, so that nobody can miss it. */
    private void keepAfter(Range after, List<MimePart> children) {
        int at = after.start;
        while (at < after.end && raw[at] >= 0 && raw[at] <= ' ') {
            at++;
        }
        if (at == after.end) {
            return;
        }
        warnings.add("text after the last part kept as an attachment");
        Parameters file = Parameters.parse("text/plain; name=\"after-the-last-part.txt\"");
        Headers headers = new Headers(List.of(new HeaderField("Content-Disposition", "attachment")));
        byte[] bytes = Arrays.copyOfRange(raw, after.start, after.end);
        children.add(new MimePart(headers, file.value(), file, bytes, List.of()));
    }

    private Cut cut(Range body, String boundary) {
        byte[] mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        List<Range> found = new ArrayList<>();
        int partStart = -1;
        int before = body.end;
        int after = body.end;
        int at = body.start;
        while (at < body.end && found.size() <= limits.parts()) {
            int lineEnd = lineEnd(at, body.end);
            int next = Math.min(lineEnd + 1, body.end);
            Mark kind = markAt(at, lineEnd, mark);
            if (kind != Mark.NONE) {
                before = Math.min(before, at);
                if (partStart >= 0) {
                    found.add(new Range(partStart, Math.max(partStart, withoutLineEnd(at))));
                }
                partStart = kind == Mark.PART ? next : -1;
                after = kind == Mark.END ? next : body.end;
            }
            at = next;
        }
        if (partStart >= 0 && found.size() <= limits.parts()) {
            found.add(new Range(partStart, body.end));
        }
        return new Cut(new Range(body.start, before), found, new Range(after, body.end));
    }

    private enum Mark {
        NONE,
        PART,
        END
    }

    private Mark markAt(int at, int lineEnd, byte[] mark) {
        if (lineEnd - at < mark.length || raw[at] != '-' || raw[at + 1] != '-') {
            return Mark.NONE;
        }
        if (!Arrays.equals(raw, at, at + mark.length, mark, 0, mark.length)) {
            return Mark.NONE;
        }
        int rest = at + mark.length;
        boolean end = rest + 1 < lineEnd && raw[rest] == '-' && raw[rest + 1] == '-';
        for (int i = end ? rest + 2 : rest; i < lineEnd; i++) {
            if (raw[i] > ' ') {
                return Mark.NONE;
            }
        }
        return end ? Mark.END : Mark.PART;
    }

    /** The line break before a boundary belongs to the boundary. */
    private int withoutLineEnd(int at) {
        int end = at;
        if (end > 0 && raw[end - 1] == '\n') {
            end--;
        }
        return end > 0 && raw[end - 1] == '\r' ? end - 1 : end;
    }

    private int lineEnd(int at, int end) {
        int i = at;
        while (i < end && raw[i] != '\n') {
            i++;
        }
        return i;
    }
}
