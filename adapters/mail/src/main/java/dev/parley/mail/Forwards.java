package dev.parley.mail;

import dev.parley.core.message.Forwarded;
import dev.parley.core.message.Party;
import dev.parley.mail.kind.MailKind;
import dev.parley.mail.mime.Addresses;
import dev.parley.mail.mime.MailAttachment;
import dev.parley.mail.mime.Mailbox;
import dev.parley.mail.read.MailReader;
import dev.parley.mail.read.ReadMail;
import dev.parley.mail.text.ForwardedText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the mail that a mail forwards. */
final class Forwards {
    /** What mail programs put before the subject of what they forward, by language of the program. */
    private static final Pattern SUBJECT = Pattern.compile(
            "(?iu)\\s*(?:fwd?|wg|wtr|tr|rv|enc|doorst|vs|vl|vb|pd|továbbítás|ilt|ynt|πρθ|пересл|转发|轉寄|転送)\\s*[:：].*");

    private static final String MESSAGE = "message/rfc822";

    private Forwards() {}

    /** The one in its text, or else the one attached, which {@code reader} reads. */
    static @Nullable Forwarded in(ReadMail mail, MailReader reader) {
        ForwardedText text = mail.forward();
        if (text == null || !(text.marked() || SUBJECT.matcher(mail.subject()).matches())) {
            return attached(mail, reader);
        }
        return new Forwarded(
                author(text.from()),
                Objects.requireNonNullElse(text.subject(), ""),
                text.text().strip());
    }

    /** Of several nobody knows which is meant, and of what a machine wrote nobody is the author. */
    private static @Nullable Forwarded attached(ReadMail mail, MailReader reader) {
        List<MailAttachment> messages = mail.attachments().stream()
                .filter(file -> file.type().equals(MESSAGE))
                .toList();
        if (messages.isEmpty()) {
            return null;
        }
        ReadMail first = reader.read(messages.getFirst().content());
        boolean clear = messages.size() == 1 && first.kind() == MailKind.HUMAN;
        String from = String.join(", ", first.headers().all("From"));
        return new Forwarded(
                clear ? author(from) : null, first.subject(), first.text().strip());
    }

    private static @Nullable Party author(@Nullable String from) {
        List<Mailbox> authors = from == null ? List.of() : Addresses.parse(from, 2);
        if (authors.size() != 1 || authors.getFirst().address().indexOf('@') < 1) {
            return null;
        }
        Mailbox author = authors.getFirst();
        return new Party(
                author.name().isBlank() ? author.address() : author.name(),
                author.address().toLowerCase(Locale.ROOT));
    }
}
