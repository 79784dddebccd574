package dev.parley.app.intake;

import dev.parley.app.intake.MailDoors.Bringer;
import dev.parley.app.intake.MailDoors.Brought;
import dev.parley.app.intake.MailDoors.Content;
import dev.parley.app.intake.MailDoors.Door;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a webhook, whose mail goes to the disk wherever its form allows it. Held in memory are messages of
 * Amazon, which are small, and forms that are written like an address (urlencoded), within the desk's limit.
 */
final class Delivery implements AutoCloseable {
    /** For all fields of a form besides the mail. */
    static final int FORM_BYTES = 1 << 20;

    /** Amazon sends messages of at most 256 KB; a mail in one has at most 150 KB. */
    static final int SNS_BYTES_MAX = 1 << 20;

    /** Of a field that is no mail. */
    private static final int FIELD_BYTES_MAX = 64 * 1024;

    /** Signatures older than this are somebody's who kept them. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final HttpServletRequest request;
    private final Door door;
    private final boolean knowsSecret;
    private final SnsMessage.Certificates certificates;
    private final Instant now;
    private @Nullable SpooledForm spooled;
    private @Nullable JsonMail json;
    private byte @Nullable [] sns;

    /** More was sent than a mail of the desk can need. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge(long bytesMax) {
            super("A call has at most " + bytesMax + " bytes here.");
        }
    }

    /** {@code knowsSecret}: whether it carries the desk's secret. */
    Delivery(
            HttpServletRequest request,
            Door door,
            boolean knowsSecret,
            SnsMessage.Certificates certificates,
            Instant now) {
        this.request = request;
        this.door = door;
        this.knowsSecret = knowsSecret;
        this.certificates = certificates;
        this.now = now;
    }

    Door door() {
        return door;
    }

    boolean knowsSecret() {
        return knowsSecret;
    }

    SnsMessage.Certificates certificates() {
        return certificates;
    }

    String header(String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    boolean isFresh(String seconds) {
        if (!seconds.matches("\\d{1,12}")) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(seconds));
        return Duration.between(at, now).abs().compareTo(FRESH) <= 0;
    }

    /** A message of Amazon's, all of it. */
    byte[] sns() throws IOException {
        byte[] body = sns == null ? within(request.getInputStream(), SNS_BYTES_MAX) : sns;
        sns = body;
        return body;
    }

    /** Whether SendGrid signed the whole call, which is on the disk from then on. */
    boolean isSigned(String key, String timestamp) throws IOException {
        SpooledForm form = SpooledForm.of(request.getInputStream(), type(), mostOfForm());
        spooled = form;
        try (InputStream body = form.open()) {
            return SendGridSignature.holds(key, timestamp, body, header(SendGridSignature.SIGNATURE));
        }
    }

    /** The field of a form, "" if there is none. */
    String field(String name) throws IOException {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        Optional<Content> content = content(name);
        if (content.isPresent()) {
            content.get().writeTo(new Capped(field, FIELD_BYTES_MAX));
        }
        return field.toString(StandardCharsets.UTF_8);
    }

    /** A mail in a form. */
    Optional<Brought> form(String mail, String recipients) throws IOException {
        List<String> to = List.of(field(recipients).split(",", -1));
        return content(mail).map(content -> new Brought(content, to, Bringer.PROVIDER));
    }

    /** A mail in a field of a JSON object; written straight from the parser. */
    Optional<Brought> json(String mail, String recipient) throws IOException {
        JsonMail read = JsonMail.read(new CappedIn(request.getInputStream(), mostOfForm()), mail, recipient);
        json = read;
        return read.mail();
    }

    /** As it was sent: a mail need not be UTF-8, and Latin 1 is how bytes come through a form unharmed. */
    private Optional<Content> content(String name) throws IOException {
        if (spooled != null) {
            return spooled.field(name);
        }
        if (type().toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return part(name);
        }
        if (request.getContentLengthLong() > mostOfForm()) {
            throw new TooLarge(mostOfForm());
        }
        request.setCharacterEncoding(StandardCharsets.ISO_8859_1);
        String parameter = request.getParameter(name);
        return parameter == null
                ? Optional.empty()
                : Optional.of(to -> to.write(parameter.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private Optional<Content> part(String name) throws IOException {
        try {
            Part part = request.getPart(name);
            return part == null
                    ? Optional.empty()
                    : Optional.of(to -> {
                        try (InputStream in = part.getInputStream()) {
                            long _ = in.transferTo(to);
                        }
                    });
        } catch (ServletException e) {
            return Optional.empty();
        }
    }

    private String type() {
        String type = request.getContentType();
        return type == null ? "" : type;
    }

    /** A byte of a mail may be written as three; Postmark sends it raw and once more in its parts. */
    private long mostOfForm() {
        return 3L * door.bytesMax() + FORM_BYTES;
    }

    private static byte[] within(InputStream in, int bytesMax) throws IOException {
        byte[] body = in.readNBytes(bytesMax + 1);
        if (body.length > bytesMax) {
            throw new TooLarge(bytesMax);
        }
        return body;
    }

    /** Forgets what was on the disk. */
    @Override
    public void close() throws IOException {
        if (spooled != null) {
            spooled.close();
        }
        if (json != null) {
            json.close();
        }
    }

    /** Gives so many bytes and no more. */
    private static final class CappedIn extends FilterInputStream {
        private final long bytesMax;
        private long came;

        CappedIn(InputStream in, long bytesMax) {
            super(in);
            this.bytesMax = bytesMax;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            came += bytes;
            if (came > bytesMax) {
                throw new TooLarge(bytesMax);
            }
        }
    }
}
