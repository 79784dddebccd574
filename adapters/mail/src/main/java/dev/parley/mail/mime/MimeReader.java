package dev.parley.mail.mime;

import dev.parley.mail.wrapped.Tnef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes raw mails apart within limits. Never throws for a bad mail; thread-safe. */
public final class MimeReader {

    private final Limits limits;

    /** Reads within the given limits. */
    public MimeReader(Limits limits) {
        this.limits = limits;
    }

    /** The mail taken apart, with a warning for everything that was broken. */
    public MimeMail read(byte[] raw) {
        return read(raw, "");
    }

    /** The same of what is left of a mail whose large files were taken out while it came ({@link MailStream}). */
    public MimeMail read(byte[] raw, String mark) {
        List<String> warnings = new ArrayList<>();
        if (Tnef.is(raw)) {
            return savedByItself("application/ms-tnef", raw, warnings);
        }
        MailRest rest = MailRest.of(raw, mark);
        byte[] mail = repair(rest.before(), warnings);
        HeaderBlock.Split split = HeaderBlock.split(mail, bodyMark(mail), mail.length, limits, warnings);
        byte[] body = Arrays.copyOfRange(mail, split.bodyStart(), mail.length);
        MimePart root = new PartTree(limits, mark, warnings).read(split.headers(), body);
        return new PartCollector(limits, warnings).collect(split.headers(), rest.with(root, warnings));
    }

    /** An attachment that somebody saved and gives us as if it were the mail. */
    private MimeMail savedByItself(String type, byte[] raw, List<String> warnings) {
        Headers headers = new Headers(List.of(new HeaderField("Content-Type", type)));
        MimePart root = new PartTree(limits, "", warnings).read(headers, raw);
        return new PartCollector(limits, warnings).collect(Headers.NONE, root);
    }

    /** The header alone, as read from the beginning of {@code raw}. */
    public Headers headers(byte[] raw) {
        List<String> ignored = new ArrayList<>();
        byte[] mail = repair(raw, ignored);
        return HeaderBlock.split(mail, bodyMark(mail), mail.length, limits, ignored)
                .headers();
    }

    private static int bodyMark(byte[] mail) {
        boolean marked = mail.length > 3 && mail[0] == (byte) 0xEF && mail[1] == (byte) 0xBB && mail[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private byte[] repair(byte[] raw, List<String> warnings) {
        byte[] mail = raw;
        if (mail.length > limits.bytes()) {
            warnings.add("mail of " + mail.length + " bytes cut at " + limits.bytes());
            mail = Arrays.copyOf(mail, limits.bytes());
        }
        return endsLinesWithCr(mail) ? withLineFeeds(mail) : mail;
    }

    /** Old Macs end lines with CR alone; a CR or two in a body is something else. */
    private static boolean endsLinesWithCr(byte[] mail) {
        int returns = 0;
        int feeds = 0;
        for (byte b : mail) {
            if (b == '\r') {
                returns++;
            } else if (b == '\n') {
                feeds++;
            }
        }
        return returns > 2 && returns > 10 * feeds;
    }

    private static byte[] withLineFeeds(byte[] mail) {
        byte[] copy = mail.clone();
        for (int i = 0; i < copy.length; i++) {
            boolean lone = copy[i] == '\r' && (i + 1 == copy.length || copy[i + 1] != '\n');
            if (lone) {
                copy[i] = '\n';
            }
        }
        return copy;
    }
}
