package dev.parley.mail.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;

/**
 * Makes a tree of the parts of a mail. A part can never reach beyond the one it lies in, so missing and clashing
 * boundaries do little harm; each byte is looked at once per level, and levels are limited.
 */
final class PartTree {

    private final Limits limits;
    private final List<String> warnings;
    private final Mime4jSplitter mime4j;
    private final String mark;
    private int parts;

    /** {@code mark}: how lines begin that stand for files, "" if there are none. */
    PartTree(Limits limits, String mark, List<String> warnings) {
        this.limits = limits;
        this.mark = mark;
        this.warnings = warnings;
        this.mime4j = new Mime4jSplitter(limits);
    }

    MimePart read(Headers headers, byte[] body) {
        MimePart root = part(headers, "text/plain", body, 0);
        if (parts > limits.parts()) {
            warnings.add("more than " + limits.parts() + " parts, the rest left out");
        }
        return root;
    }

    private MimePart part(Headers headers, String fallbackType, byte[] body, int depth) {
        Parameters type = MimePart.contentTypeOf(headers, fallbackType);
        StandIn takenOut = StandIn.of(body, mark);
        if (takenOut != null) {
            return takenOut(headers, type, takenOut);
        }
        if (!type.value().startsWith("multipart/")) {
            String encoding = headers.text("Content-Transfer-Encoding");
            byte[] decoded = TransferEncoding.decode(body, encoding);
            MimePart leaf = new MimePart(headers, type.value(), type, decoded, List.of());
            return depth < limits.depth()
                    ? WrappedParts.opened(leaf, limits, warnings, entity -> entity(entity, "text/plain", depth))
                    : leaf;
        }
        if (depth >= limits.depth()) {
            warnings.add("parts deeper than " + limits.depth() + " not taken apart");
            return asText(headers, type, body);
        }
        if (type.get("boundary").isEmpty()) {
            warnings.add("multipart without a boundary read as text");
            return asText(headers, type, body);
        }
        if (headers.lower("Content-Transfer-Encoding").startsWith("base64")) {
            return encoded(headers, body, depth);
        }
        return multipart(headers, type, body, depth);
    }

    /** It is a file, and of what somebody wants to read the beginning is here. */
    private MimePart takenOut(Headers headers, Parameters type, StandIn takenOut) {
        if (!Weight.of(headers, type.value()).isFile()) {
            warnings.add(type.value() + " of " + takenOut.size() + " bytes is too large to be read; it is kept");
        }
        byte[] head = TransferEncoding.decode(takenOut.head(), headers.text("Content-Transfer-Encoding"));
        return new MimePart(headers, type.value(), type, head, List.of(), takenOut);
    }

    private MimePart entity(byte[] raw, String fallbackType, int depth) {
        HeaderBlock.Split split = HeaderBlock.splitPart(raw, 0, raw.length, limits, warnings);
        byte[] inside = Arrays.copyOfRange(raw, split.bodyStart(), raw.length);
        return part(split.headers(), fallbackType, inside, depth + 1);
    }

    /** RFC 2045 forbids to encode a multipart; some programs do it all the same. */
    private MimePart encoded(Headers headers, byte[] body, int depth) {
        List<HeaderField> fields = new ArrayList<>(headers.fields());
        fields.removeIf(field -> field.name().toLowerCase(Locale.ROOT).equals("content-transfer-encoding"));
        return part(new Headers(fields), "text/plain", TransferEncoding.base64(body), depth);
    }

    private MimePart multipart(Headers headers, Parameters type, byte[] body, int depth) {
        SplitParts split = split(body, type.get("boundary"));
        if (split.parts().isEmpty()) {
            warnings.add("the boundary of a multipart never comes, read as text");
            return asText(headers, type, body);
        }
        String childType = type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        List<MimePart> children = new ArrayList<>();
        for (byte[] raw : split.parts()) {
            if (++parts > limits.parts()) {
                break;
            }
            children.add(entity(raw, childType, depth));
        }
        keepAfter(split.after(), children);
        return new MimePart(headers, type.value(), type, new byte[0], List.copyOf(children));
    }

    private SplitParts split(byte[] body, String boundary) {
        if (!Mime4jSplitter.takes(boundary)) {
            warnings.add("multipart taken apart line by line: its boundary of " + boundary.length()
                    + " characters is too long or not ASCII");
        } else {
            try {
                SplitParts split = mime4j.split(body, boundary);
                if (!comesAgain(boundary, split.after())) {
                    return split;
                }
                warnings.add("multipart taken apart line by line: its boundary comes again after its end");
            } catch (IOException | MimeException e) {
                warnings.add("multipart taken apart line by line: " + e.getMessage());
            }
        }
        return new OwnSplitter(body, boundary, limits.parts()).split();
    }

    /** Then the end was none, but an inner boundary that begins like this one, or a slip: parts would be missed. */
    private static boolean comesAgain(String boundary, byte[] after) {
        return new String(after, StandardCharsets.ISO_8859_1).contains("--" + boundary);
    }

    private MimePart asText(Headers headers, Parameters type, byte[] body) {
        return new MimePart(headers, "text/plain", type, body, List.of());
    }

    /** Text after the last part is not shown by mail programs; it is kept as a file, so that nobody can miss it. */
    private void keepAfter(byte[] after, List<MimePart> children) {
        boolean blank = true;
        for (byte b : after) {
            blank &= b >= 0 && b <= ' ';
        }
        if (blank) {
            return;
        }
        warnings.add("text after the last part kept as an attachment");
        Parameters file = Parameters.parse("text/plain; name=\"after-the-last-part.txt\"");
        Headers headers = new Headers(List.of(new HeaderField("Content-Disposition", "attachment")));
        children.add(new MimePart(headers, file.value(), file, after, List.of()));
    }
}
