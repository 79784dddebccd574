package dev.parley.mail.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of one part while it comes: within the mail as long as it is small, then in a spool of its own. */
final class Body {
    private final Bytes mail;
    private final int start;
    private final Weight weight;
    private int max;
    private @Nullable Spool spool;
    private byte[] head = {};

    /** It begins where {@code mail} ends now. */
    Body(Bytes mail, Weight weight) {
        this.mail = mail;
        this.start = mail.size();
        this.weight = weight;
        this.max = weight.bytesMax();
    }

    void write(byte[] from, int offset, int length) throws IOException {
        if (spool != null) {
            spool.write(from, offset, length);
            return;
        }
        mail.write(from, offset, length);
        if (mail.size() - start > max) {
            max = Math.max(max, weight.bytesMax(mail.from(start, start + Weight.FILE_MAX)));
            if (mail.size() - start > max) {
                takeOut();
            }
        }
    }

    /** From here on it is not in memory any more; nothing happens to what has to stay. */
    void takeOut() throws IOException {
        if (spool != null || weight.stays()) {
            return;
        }
        spool = new Spool();
        spool.write(mail.array(), start, mail.size() - start);
        head = mail.from(start, start + weight.headMax());
        mail.truncate(start);
    }

    /** It is whole: what was taken out is replaced by a line, and its files are what is returned. */
    List<TakenOut> end(String mark) throws IOException {
        if (spool == null) {
            return List.of();
        }
        List<TakenOut> files = new ArrayList<>();
        StandIn line = isBase64() ? ofBase64(spool, files) : asItIs(spool, head, files);
        mail.writeBytes(line.line(mark));
        mail.writeBytes(head);
        return files;
    }

    boolean isBase64() {
        return weight.encoding().startsWith("base64");
    }

    static StandIn asItIs(Spool body, byte[] head, List<TakenOut> files) throws IOException {
        TakenOut file = new TakenOut(sha256(body, OutputStream.nullOutputStream()), body);
        files.add(file);
        return new StandIn(file.sha256(), body.size(), file.sha256(), StandIn.AS_IS, head);
    }

    private StandIn ofBase64(Spool body, List<TakenOut> files) throws IOException {
        Spool decoded = new Spool();
        Base64Scan scan = new Base64Scan(decoded);
        String encoded = sha256(body, scan);
        scan.end();
        TakenOut file = new TakenOut(sha256(decoded, OutputStream.nullOutputStream()), decoded);
        files.add(file);
        Base64Form form = scan.form();
        if (form != null && encoded.equals(sha256(decoded, form))) {
            body.close();
            return new StandIn(file.sha256(), decoded.size(), file.sha256(), form.name(), head);
        }
        files.add(new TakenOut(encoded, body));
        return new StandIn(file.sha256(), decoded.size(), encoded, StandIn.AS_IS, head);
    }

    private static String sha256(Spool spool, OutputStream also) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = spool.open()) {
            long _ = in.transferTo(new DigestOutputStream(also, digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(Spool decoded, Base64Form form) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = decoded.open()) {
            form.write(in, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void drop() throws IOException {
        if (spool != null) {
            spool.close();
        }
    }
}
