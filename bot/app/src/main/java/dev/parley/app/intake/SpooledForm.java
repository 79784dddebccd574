package dev.parley.app.intake;

import dev.parley.app.intake.MailDoors.Content;
import dev.parley.mail.mime.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.MultipartStream;

/** A form in parts (RFC 7578) of which every byte had to be looked at before; it lies on the disk meanwhile. */
final class SpooledForm implements AutoCloseable {
    private static final int BUFFER = 8192;
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition:\\s*form-data\\s*;(?:[^\\r\\n]*;)?\\s*name=\"([^\"]*)\"");

    private final Spool body;
    private final byte[] boundary;

    private SpooledForm(Spool body, byte[] boundary) {
        this.body = body;
        this.boundary = boundary;
    }

    /** Reads all of it; {@code type}: its Content-Type. */
    static SpooledForm of(InputStream in, String type, long bytesMax) throws IOException {
        Matcher boundary = BOUNDARY.matcher(type);
        String found = !boundary.find() ? "" : boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        SpooledForm form = new SpooledForm(new Spool(), found.getBytes(StandardCharsets.ISO_8859_1));
        try {
            long _ = in.transferTo(new Capped(form.body, bytesMax));
            return form;
        } catch (IOException | RuntimeException e) {
            form.close();
            throw e;
        }
    }

    /** The form as it came. */
    InputStream open() throws IOException {
        return body.open();
    }

    /** The first field of that name. */
    Optional<Content> field(String name) throws IOException {
        return find(name, OutputStream.nullOutputStream())
                ? Optional.of(to -> {
                    boolean _ = find(name, to);
                })
                : Optional.empty();
    }

    private boolean find(String name, OutputStream to) throws IOException {
        if (boundary.length == 0) {
            return false;
        }
        try (InputStream in = open()) {
            var parts = new MultipartStream(in, boundary, BUFFER, null);
            for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
                Matcher named = NAME.matcher(parts.readHeaders());
                if (named.find() && named.group(1).equals(name)) {
                    int _ = parts.readBodyData(to);
                    return true;
                }
                int _ = parts.discardBodyData();
            }
            return false;
        } catch (MultipartStream.MalformedStreamException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
