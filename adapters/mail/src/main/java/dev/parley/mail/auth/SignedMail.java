package dev.parley.mail.auth;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.canon.RelaxedBodyCanonicalizer;
import org.apache.james.jdkim.canon.SimpleBodyCanonicalizer;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as signatures see it (RFC 6376 section 3.4): its header fields as they came, and what its body hashes to. It
 * is read once and needs no memory for the body. Lines may end in LF alone, as programs hand them on in a pipe.
 *
 * @param fields from top to bottom
 * @param simple SHA-256 of the body in the canonical form of that name
 * @param relaxed the same
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record SignedMail(List<Field> fields, byte[] simple, byte[] relaxed) {
    /** Nobody signs a header beyond this; a longer one is read as having no fields. */
    static final int HEADER_BYTES_MAX = 1 << 20;

    /**
     * A field as it came.
     *
     * @param name in lower case
     * @param raw all of it in Latin 1, folded with CRLF as it was, without the line break at its end
     */
    record Field(String name, String raw) {
        /** What follows the colon, unfolded. */
        String value() {
            return raw.substring(raw.indexOf(':') + 1).replace("\r\n", "");
        }
    }

    static SignedMail read(InputStream raw) throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(raw)) {
            List<Field> fields = header(in);
            MessageDigest simple = sha256();
            MessageDigest relaxed = sha256();
            try (OutputStream both = new CRLFOutputStream(
                    new Both(new SimpleBodyCanonicalizer(to(simple)), new RelaxedBodyCanonicalizer(to(relaxed))))) {
                long _ = in.transferTo(both);
            }
            return new SignedMail(fields, simple.digest(), relaxed.digest());
        }
    }

    private static DigestOutputStream to(MessageDigest digest) {
        return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    }

    /** All fields of this name, in lower case, from top to bottom. */
    List<Field> all(String name) {
        return fields.stream().filter(field -> field.name.equals(name)).toList();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    // ---- header

    private static List<Field> header(InputStream in) throws IOException {
        List<Field> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int bytes = 0;
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            bytes += line.length() + 2;
            if (bytes > HEADER_BYTES_MAX) {
                return List.of();
            }
            boolean goesOn = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (goesOn && !field.isEmpty()) {
                field.append("\r\n").append(line);
            } else {
                add(fields, field);
                field.append(line);
            }
        }
        add(fields, field);
        return List.copyOf(fields);
    }

    private static void add(List<Field> fields, StringBuilder field) {
        int colon = field.indexOf(":");
        if (colon > 0) {
            String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            fields.add(new Field(name, field.toString()));
        }
        field.setLength(0);
    }

    /** Without its end; null where there is no more. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n' && line.size() <= HEADER_BYTES_MAX) {
            line.write(b);
            b = in.read();
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Writes to two at once. */
    private static final class Both extends OutputStream {
        private final OutputStream one;
        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int b) throws IOException {
            one.write(b);
            other.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            one.write(bytes, offset, length);
            other.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            one.close();
            other.close();
        }
    }
}
