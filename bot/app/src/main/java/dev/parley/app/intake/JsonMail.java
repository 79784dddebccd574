package dev.parley.app.intake;

import dev.parley.app.intake.MailDoors.Bringer;
import dev.parley.app.intake.MailDoors.Brought;
import dev.parley.mail.mime.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A raw mail in a field of a JSON object. The object is read as it comes, the mail goes to the disk, and everything
 * else in it nowhere; the parser holds the one field's characters meanwhile.
 */
final class JsonMail implements AutoCloseable {
    /** No desk takes longer mail; the desk's own limit counts before. */
    private static final int CHARS_MAX = 200 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(CHARS_MAX).build())
            .build();

    private final Spool mail = new Spool();
    private String recipient = "";

    /** Reads the object; of one that is none, nothing is in it. */
    static JsonMail read(InputStream in, String mail, String recipient) throws IOException {
        JsonMail found = new JsonMail();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            found.read(parser, mail, recipient);
        } catch (JacksonException e) {
            found.mail.close();
            return new JsonMail();
        }
        return found;
    }

    private void read(JsonParser parser, String name, String to) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
            if (text && field.equals(name) && mail.size() == 0) {
                Writer writer = new OutputStreamWriter(mail, StandardCharsets.UTF_8);
                int _ = parser.getString(writer);
                writer.flush();
            } else if (text && field.equals(to)) {
                recipient = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
    }

    /** Empty if there is no mail in it. */
    Optional<Brought> mail() {
        return mail.size() == 0
                ? Optional.empty()
                : Optional.of(new Brought(this::writeTo, List.of(recipient), Bringer.PROVIDER));
    }

    private void writeTo(OutputStream to) throws IOException {
        try (InputStream in = mail.open()) {
            long _ = in.transferTo(to);
        }
    }

    @Override
    public void close() throws IOException {
        mail.close();
    }
}
