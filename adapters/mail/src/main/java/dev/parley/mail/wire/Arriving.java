package dev.parley.mail.wire;

import dev.parley.core.port.Enclosures;
import dev.parley.core.port.Enclosures.Enclosure;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.mail.auth.Belief;
import dev.parley.mail.auth.Hop;
import dev.parley.mail.auth.SenderCheck;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.MailStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail on its way in, written to as it comes. It needs the same memory however large the mail is: large files in it
 * go to the disk until the mail is recorded. To be closed after that.
 */
public final class Arriving extends OutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(Arriving.class);

    private static final int MARK_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final long bytesMax;
    private final String mark = "parley-" + HexFormat.of().formatHex(random());
    private final MailStream stream = new MailStream(mark, Limits.DEFAULT);
    private final MessageKeys keys = new MessageKeys();
    private long came;
    private byte @Nullable [] left;

    /** Of a mail that is longer than {@code bytesMax} the beginning is taken, and the rest goes nowhere. */
    public Arriving(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    private static byte[] random() {
        byte[] bytes = new byte[MARK_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        int taken = (int) Math.min(length, Math.max(0, bytesMax - came));
        keys.update(from, offset, taken);
        try {
            stream.write(from, offset, taken);
        } catch (IOException e) {
            throw full(e);
        }
        came += length;
    }

    /** True if more came than is taken. */
    public boolean isOver() {
        return came > bytesMax;
    }

    /** How many bytes came. */
    public long size() {
        return came;
    }

    /** The mail as one desk gets it; nothing more may be written then. */
    public RawMessage message(String desk, String channel, Instant receivedAt, List<String> recipients) {
        return message(desk, channel, receivedAt, recipients, new byte[0]);
    }

    /** The same with header fields on top that say what was found of it; they change nothing of its key. */
    public RawMessage message(String desk, String channel, Instant receivedAt, List<String> recipients, byte[] found) {
        byte[] mail = found.length == 0 ? left() : joined(found, left());
        List<Enclosure> files = stream.files().stream()
                .map(file -> new Enclosure(file.sha256(), file.size(), file::open))
                .toList();
        Enclosures enclosures = new Enclosures(files.isEmpty() ? "" : mark, files, isOver());
        return new RawMessage(desk, keys.of(channel), receivedAt, recipients, mail, enclosures);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /**
     * The header field with what is found of its sender, see {@link SenderCheck#field}; none where nothing is, or the
     * desk believes nobody.
     */
    public byte[] check(Inspection inspection, Belief belief, Optional<Hop> hop) {
        if (belief.authservId().isEmpty()) {
            return new byte[0];
        }
        byte[] head = left();
        if (!inspection.byUs() && !SenderCheck.mayBeRestored(head, belief)) {
            return new byte[0];
        }
        SenderCheck senders = inspection.senders().get();
        try (InputStream whole = stream.whole(head)) {
            return inspection.byUs() ? senders.field(head, whole, belief, hop) : senders.restored(head, whole, belief);
        } catch (IOException e) {
            throw full(e);
        }
    }

    private byte[] left() {
        try {
            byte[] mail = left == null ? stream.end() : left;
            left = mail;
            return mail;
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** Forgets what was on the disk. */
    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.warn("A temporary file could not be removed: {}", e.toString());
        }
    }

    /** Not the mail's fault: it stays where it is, and is brought again. */
    private static StoreUnavailable full(IOException e) {
        return new StoreUnavailable("a temporary file in java.io.tmpdir cannot be written: " + e.getMessage(), e);
    }
}
