package dev.parley.mail.wire;

import dev.parley.core.message.MessageKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key that makes recording a mail idempotent: channel, Message-ID and a hash of the body (mail requirement 14). The
 * trace fields a server puts on top differ from one delivery to the next, so the header block is left out.
 */
public final class MessageKeys {
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^message-id:\\s*(<[^>\\r\\n]{1,500}>|[^\\s<]{1,500})");
    private static final int HEADER_BYTES_MAX = 1 << 18;
    private static final int HASH_CHARS = 32;

    private final MessageDigest whole = sha256();
    private final MessageDigest body = sha256();
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private String lineEnd = "";
    private boolean inBody;
    private boolean named;
    private @Nullable String id;

    MessageKeys() {}

    /** The key of {@code raw} as it came by {@code channel}. */
    public static MessageKey of(String channel, byte[] raw) {
        MessageKeys keys = new MessageKeys();
        keys.update(raw, 0, raw.length);
        return keys.of(channel);
    }

    /** More of the mail. */
    void update(byte[] from, int offset, int length) {
        if (!named) {
            whole.update(from, offset, length);
        }
        int at = offset;
        while (!inBody && at < offset + length) {
            header(from[at++]);
        }
        body.update(from, at, offset + length - at);
    }

    /** The key of all that came; to be asked once all did. */
    MessageKey of(String channel) {
        if (id == null) {
            Matcher m = MESSAGE_ID.matcher(header());
            id = m.find() ? m.group(1) + ' ' + hash(body) : "none " + hash(whole);
        }
        return new MessageKey(channel, id);
    }

    /** The first empty line ends it; lines end with CR, LF or both, by whatever program wrote the mail. */
    private void header(byte b) {
        boolean lineFeedOfCrLf = b == '\n' && lineEnd.equals("\r");
        boolean ends = b == '\r' || b == '\n';
        if (ends && !lineEnd.isEmpty() && !lineFeedOfCrLf) {
            inBody = true;
            named = MESSAGE_ID.matcher(header()).find();
            body.update(lineEnd.getBytes(StandardCharsets.US_ASCII));
            body.update(b);
        } else {
            lineEnd = ends ? lineEnd + (char) b : "";
            if (header.size() < HEADER_BYTES_MAX) {
                header.write(b);
            }
        }
    }

    private String header() {
        return header.toString(StandardCharsets.ISO_8859_1);
    }

    private static String hash(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
