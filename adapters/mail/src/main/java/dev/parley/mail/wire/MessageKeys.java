package dev.parley.mail.wire;

import dev.parley.core.message.MessageKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key that makes recording a mail idempotent: channel, Message-ID and a hash of the body (mail requirement 14). The
 * trace fields a server puts on top differ from one delivery to the next, so the header block is left out.
 */
public final class MessageKeys {
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^message-id:\\s*(<[^>\\r\\n]{1,500}>|[^\\s<]{1,500})");
    private static final int HEADER_BYTES_MAX = 1 << 18;
    private static final int HASH_CHARS = 32;

    private MessageKeys() {}

    /** The key of {@code raw} as it came by {@code channel}. */
    public static MessageKey of(String channel, byte[] raw) {
        int body = bodyStart(raw);
        String header = new String(raw, 0, Math.min(body, HEADER_BYTES_MAX), StandardCharsets.ISO_8859_1);
        Matcher m = MESSAGE_ID.matcher(header);
        boolean named = m.find();
        String hash = named ? hash(raw, body) : hash(raw, 0);
        return new MessageKey(channel, (named ? m.group(1) : "none") + ' ' + hash);
    }

    /** Where the first empty line begins; lines end with CR, LF or both, by whatever program wrote the mail. */
    private static int bodyStart(byte[] raw) {
        for (int i = 0; i < raw.length; i++) {
            int next = afterBreak(raw, i);
            if (next > i && afterBreak(raw, next) > next) {
                return i;
            }
        }
        return raw.length;
    }

    private static int afterBreak(byte[] raw, int at) {
        if (at >= raw.length || (raw[at] != '\r' && raw[at] != '\n')) {
            return at;
        }
        boolean both = raw[at] == '\r' && at + 1 < raw.length && raw[at + 1] == '\n';
        return both ? at + 2 : at + 1;
    }

    private static String hash(byte[] raw, int from) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(raw, from, raw.length - from);
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
