package dev.parley.mail.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How a body was written in base64, if regularly: then it can be made again from its bytes.
 *
 * @param width characters of a line
 * @param end of a line, {@code crlf} or {@code lf}
 */
record Base64Form(int width, String end) {
    private static final String NAME = "base64:";

    /** As {@link StandIn#form} has it. */
    String name() {
        return NAME + width + ":" + end;
    }

    static Base64Form of(String name) {
        String[] fields = name.substring(NAME.length()).split(":", 2);
        return new Base64Form(Integer.parseInt(fields[0]), fields[1]);
    }

    /** The body as it stood, of its bytes; without an end of its last line, which belongs to the boundary. */
    void write(InputStream bytes, OutputStream to) throws IOException {
        byte[] lineEnd = (end.equals("crlf") ? "\r\n" : "\n").getBytes(StandardCharsets.US_ASCII);
        Base64.Encoder encoder = Base64.getEncoder();
        byte[] line = bytes.readNBytes(width / 4 * 3);
        while (line.length > 0) {
            to.write(encoder.encode(line));
            line = bytes.readNBytes(width / 4 * 3);
            if (line.length > 0) {
                to.write(lineEnd);
            }
        }
    }
}
