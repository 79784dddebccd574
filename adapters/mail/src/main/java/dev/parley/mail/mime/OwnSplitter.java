package dev.parley.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a multipart apart (RFC 2046 section 5.1) where Mime4j cannot: each line is looked at once, whatever the
 * boundary.
 */
final class OwnSplitter {

    private final byte[] body;
    private final byte[] mark;
    private final int partsMax;
    private final List<byte[]> parts = new ArrayList<>();

    OwnSplitter(byte[] body, String boundary, int partsMax) {
        this.body = body;
        this.mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.partsMax = partsMax;
    }

    SplitParts split() {
        int partStart = -1;
        int after = body.length;
        int at = 0;
        while (at < body.length && parts.size() <= partsMax) {
            int lineEnd = lineEnd(at);
            int next = Math.min(lineEnd + 1, body.length);
            Mark kind = markAt(at, lineEnd);
            if (kind != Mark.NONE) {
                add(partStart, withoutLineEnd(at));
                partStart = kind == Mark.PART ? next : -1;
                after = kind == Mark.END ? next : body.length;
            }
            at = next;
        }
        if (parts.size() <= partsMax) {
            add(partStart, body.length);
        }
        return new SplitParts(parts, Arrays.copyOfRange(body, after, body.length));
    }

    private void add(int start, int end) {
        if (start >= 0) {
            parts.add(Arrays.copyOfRange(body, start, Math.max(start, end)));
        }
    }

    enum Mark {
        NONE,
        PART,
        END
    }

    private Mark markAt(int at, int lineEnd) {
        return mark(body, at, lineEnd, mark);
    }

    /** What the line is to a multipart whose boundary lines begin with {@code boundary}. */
    static Mark mark(byte[] body, int at, int lineEnd, byte[] boundary) {
        if (lineEnd - at < boundary.length
                || !Arrays.equals(body, at, at + boundary.length, boundary, 0, boundary.length)) {
            return Mark.NONE;
        }
        int rest = at + boundary.length;
        boolean end = rest + 1 < lineEnd && body[rest] == '-' && body[rest + 1] == '-';
        for (int i = end ? rest + 2 : rest; i < lineEnd; i++) {
            if (body[i] > ' ') {
                return Mark.NONE;
            }
        }
        return end ? Mark.END : Mark.PART;
    }

    /** The line break before a boundary belongs to the boundary. */
    private int withoutLineEnd(int at) {
        int end = at;
        if (end > 0 && body[end - 1] == '\n') {
            end--;
        }
        return end > 0 && body[end - 1] == '\r' ? end - 1 : end;
    }

    private int lineEnd(int at) {
        int i = at;
        while (i < body.length && body[i] != '\n') {
            i++;
        }
        return i;
    }
}
