package dev.parley.mail.read;

import dev.parley.mail.auth.AuthReader;
import dev.parley.mail.auth.AuthResult;
import dev.parley.mail.kind.KindReader;
import dev.parley.mail.kind.KindSettings;
import dev.parley.mail.mime.Addresses;
import dev.parley.mail.mime.EncodedWords;
import dev.parley.mail.mime.Headers;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.MailDates;
import dev.parley.mail.mime.Mailbox;
import dev.parley.mail.mime.MessageIds;
import dev.parley.mail.mime.MimeMail;
import dev.parley.mail.mime.MimeMail.TextPart;
import dev.parley.mail.mime.MimeReader;
import dev.parley.mail.text.ReplyText;
import dev.parley.mail.text.SplitText;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads raw mails; never throws for a bad mail: what is broken becomes a warning. Thread-safe. */
public final class MailReader {

    private static final Pattern FIRST_TAG =
            Pattern.compile("(?i)\\s*<(?:!doctype html|html|head|meta|body|div|p|span|table|style|font|br)\\b");

    private final Limits limits;
    private final MimeReader mime;
    private final KindReader kinds;
    private final AuthReader auth;

    /** Reads with the given settings. */
    public MailReader(MailReadSettings settings) {
        this.limits = settings.limits();
        this.mime = new MimeReader(limits);
        this.kinds = new KindReader(
                new KindSettings(settings.ownAddresses(), settings.ownMessageIdDomains(), settings.ownLists()), limits);
        this.auth = new AuthReader(settings.authServers());
    }

    /** Reads at most one byte more than the limit, so that a stream without end does no harm. */
    public ReadMail read(InputStream raw) throws IOException {
        return read(raw.readNBytes(limits.bytes() + 1));
    }

    /** Reads a raw mail (RFC 5322). */
    public ReadMail read(byte[] raw) {
        return read(raw, "");
    }

    /** The same of what is left of a mail whose large files were taken out while it came, see {@link MimeReader}. */
    public ReadMail read(byte[] raw, String mark) {
        MimeMail mail = mime.read(raw, mark);
        List<String> warnings = new ArrayList<>(mail.warnings());
        SplitText text = split(texts(mail));
        Headers headers = mail.headers();
        List<Mailbox> authors = addresses(headers, "From");
        Mailbox from = authors.isEmpty() ? null : authors.getFirst();
        AuthResult authentic = auth.read(headers, warnings);
        KindReader.Verdict verdict = kinds.read(mail, from, text.full());
        return new ReadMail(
                verdict.kind(),
                from,
                addresses(headers, "To"),
                addresses(headers, "Cc"),
                addresses(headers, "Reply-To"),
                subject(headers),
                date(headers, warnings),
                messageId(headers),
                MessageIds.parse(headers.text("In-Reply-To"), limits.messageIds()),
                MessageIds.parse(headers.text("References"), limits.messageIds()),
                text.full(),
                text.reply(),
                text.replyWithoutClosing(),
                text.elided(),
                text.signature(),
                mail.attachments(),
                text.forward(),
                verdict.bounce(),
                authentic,
                headers,
                List.copyOf(warnings));
    }

    /** A file without any header field is a text saved by itself; that it is HTML shows in its first tag only. */
    private static List<TextPart> texts(MimeMail mail) {
        List<TextPart> texts = mail.texts();
        boolean bareHtml = mail.headers().fields().isEmpty()
                && texts.size() == 1
                && FIRST_TAG.matcher(texts.getFirst().text()).lookingAt();
        return bareHtml ? List.of(new TextPart(texts.getFirst().text(), true)) : texts;
    }

    /** One HTML part keeps its structure, which tells quotes better; several parts are read as one plain text. */
    private static SplitText split(List<TextPart> texts) {
        if (texts.size() == 1 && texts.getFirst().html()) {
            return ReplyText.ofHtml(texts.getFirst().text());
        }
        StringJoiner joined = new StringJoiner("\n");
        for (TextPart part : texts) {
            String text = part.html() ? ReplyText.ofHtml(part.text()).full() : part.text();
            if (!text.isBlank()) {
                joined.add(text);
            }
        }
        return ReplyText.ofPlain(joined.toString());
    }

    private List<Mailbox> addresses(Headers headers, String name) {
        return Addresses.parse(String.join(", ", headers.all(name)), limits.addresses());
    }

    private static String subject(Headers headers) {
        return EncodedWords.decode(headers.text("Subject"))
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    private static @Nullable Instant date(Headers headers, List<String> warnings) {
        String value = headers.text("Date");
        Instant date = MailDates.parse(value);
        if (date == null && !value.isBlank()) {
            warnings.add("Date cannot be read: " + value.substring(0, Math.min(60, value.length())));
        }
        return date;
    }

    private static @Nullable String messageId(Headers headers) {
        String id = MessageIds.own(headers.text("Message-ID"));
        return id.isEmpty() ? null : id;
    }
}
