package dev.parley.mail.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** What Mime4j reads in a mail: a second opinion that knows nothing of our code. */
final class OtherParser {

    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z]{5,20}\\b");

    private OtherParser() {}

    /** Mime4j 0.8.14 never returns from one of its own examples. */
    static boolean hangs(String file) {
        return file.endsWith("very-very-long-boundary.msg");
    }

    /** The longer ASCII words of all text/plain parts outside nested messages. */
    static Set<String> words(byte[] raw) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        Set<String> words = new LinkedHashSet<>();
        collect(builder.parseMessage(new ByteArrayInputStream(raw)), words);
        return words;
    }

    private static void collect(Entity entity, Set<String> words) throws IOException {
        if (entity.getBody() instanceof Multipart parts) {
            for (Entity part : parts.getBodyParts()) {
                collect(part, words);
            }
        } else if (entity.getBody() instanceof SingleBody body && "text/plain".equals(entity.getMimeType())) {
            String text = new String(body.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                words.add(word.group());
            }
        }
    }
}
