package dev.parley.mail.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Puts a mail together again, byte for byte as it came, of what is left of it and the files that were taken out. */
public final class WholeMail {
    private WholeMail() {}

    /** Where the files are. */
    public interface Kept {
        /** The file with this SHA-256 in lower case hex. */
        InputStream open(String sha256) throws IOException;
    }

    /** Writes the mail; {@code mark} is the one it was taken apart with. */
    public static void write(byte[] left, String mark, Kept files, OutputStream to) throws IOException {
        int at = 0;
        int next = mark.isEmpty() ? -1 : StandIn.next(left, 0, mark);
        while (next >= 0) {
            to.write(left, at, next - at);
            StandIn line = StandIn.at(left, next, mark);
            if (line == null) {
                throw new IOException("what stands for a file at " + next + " cannot be read");
            }
            file(line, files, to);
            at = next + line.line(mark).length + line.head().length;
            next = StandIn.next(left, at, mark);
        }
        to.write(left, at, left.length - at);
    }

    private static void file(StandIn line, Kept files, OutputStream to) throws IOException {
        try (InputStream in = files.open(line.kept())) {
            if (line.form().equals(StandIn.AS_IS) || line.form().equals(StandIn.REST)) {
                long _ = in.transferTo(to);
            } else {
                Base64Form.of(line.form()).write(in, to);
            }
        }
    }
}
