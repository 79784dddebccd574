package dev.parley.mail;

import dev.parley.core.message.Attachment;
import dev.parley.core.port.KeptFiles;
import dev.parley.core.port.RawMessage;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.MailAttachment;
import dev.parley.mail.mime.MimeMail;
import dev.parley.mail.mime.MimeMail.TextPart;
import dev.parley.mail.mime.MimeReader;
import dev.parley.mail.mime.Spool;
import dev.parley.mail.mime.WholeMail;
import dev.parley.mail.text.SafeHtml;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** A recorded mail as staff look at it: its HTML made safe, and the files that stand in it. */
public final class MailView {
    private final MimeMail mail;

    /**
     * Its HTML, safe to be shown; plain text where it has no HTML.
     *
     * @param body what goes into a page's body
     * @param blockedPictures that lie elsewhere and were not loaded
     * @param cut true if the mail has more than is shown
     */
    public record Shown(String body, int blockedPictures, boolean cut) {}

    private MailView(MimeMail mail) {
        this.mail = mail;
    }

    /** Looks at {@code raw}; a broken mail is shown as far as it goes. */
    public static MailView of(RawMessage raw) {
        return new MailView(
                new MimeReader(Limits.DEFAULT).read(raw.raw(), raw.enclosures().mark()));
    }

    /**
     * What a mail program would show.
     *
     * @param files that came with it, in the order they are counted in
     * @param address where the file with this number is fetched
     */
    public Shown html(List<Attachment> files, IntFunction<String> address) {
        SafeHtml safe = new SafeHtml(pictures(files, address));
        StringBuilder body = new StringBuilder();
        for (TextPart part : mail.shown()) {
            body.append(part.html() ? safe.ofHtml(part.text()) : safe.ofPlain(part.text()));
        }
        return new Shown(body.toString(), safe.blockedPictures(), safe.isCut());
    }

    private static Map<String, String> pictures(List<Attachment> files, IntFunction<String> address) {
        Map<String, String> pictures = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            String id = files.get(i).contentId();
            if (id != null && files.get(i).type().startsWith("image/")) {
                String _ = pictures.putIfAbsent(id.toLowerCase(Locale.ROOT), address.apply(i));
            }
        }
        return pictures;
    }

    /** Writes the whole mail as it came; {@code files}: those that are kept beside it. */
    public static void write(RawMessage raw, KeptFiles files, OutputStream to) throws IOException {
        WholeMail.write(raw.raw(), raw.enclosures().mark(), sha256 -> kept(raw.desk(), sha256, files), to);
    }

    private static InputStream kept(String desk, String sha256, KeptFiles files) throws IOException {
        Spool spool = new Spool();
        if (!files.write(desk, sha256, spool)) {
            spool.close();
            throw new FileNotFoundException("the file " + sha256 + " is not kept any more");
        }
        return new FilterInputStream(spool.open()) {
            @Override
            public void close() throws IOException {
                super.close();
                spool.close();
            }
        };
    }

    /** The file with this SHA-256 if all of it stands in the mail; else it is kept beside it. */
    public Optional<byte[]> file(String sha256) {
        return mail.attachments().stream()
                .filter(file -> file.sha256().equals(sha256) && file.size() == file.content().length)
                .map(MailAttachment::content)
                .findFirst();
    }
}
