package dev.parley.app.explain;

import dev.parley.core.reading.Reading;
import dev.parley.mail.kind.BounceRecipient;
import dev.parley.mail.mime.MailAttachment;
import dev.parley.mail.mime.Mailbox;
import dev.parley.mail.read.ReadMail;
import dev.parley.mail.read.ReadMailJson;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A read mail in a few lines for a person. */
final class ReadableMail implements MailsExplained.View {

    /** What could move the cursor, colour the screen or turn the direction of writing. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

    private final ReadMailJson json;

    ReadableMail(ReadMailJson json) {
        this.json = json;
    }

    @Override
    public String of(String file, ReadMail mail) {
        var text = new Sheet(file);
        var from = mail.from();
        text.fact("Read as", mail.kind().word());
        text.fact(
                "From",
                (from == null ? "nobody" : person(from)) + ", authentic: "
                        + mail.auth().verdict().word());
        text.fact("To", people(mail.to()));
        text.fact("Cc", people(mail.cc()));
        text.fact("Date", mail.date() == null ? "" : mail.date().toString());
        text.fact("Subject", mail.subject());
        text.fact("Decides", decision(json.reading(mail)));
        text.block("Reply", mail.reply());
        text.block("Signature", mail.signature());
        text.fact("Folded away", lines(mail.elided()));
        var forward = mail.forward();
        if (forward != null) {
            text.fact("Forwards", forward.subject() + " from " + forward.from());
            text.block("Forwarded text", forward.text());
        }
        mail.attachments().forEach(one -> text.fact("Attachment", attachment(one)));
        if (mail.bounce() != null) {
            mail.bounce().recipients().forEach(one -> text.fact("Failed", failure(one)));
        }
        mail.warnings().forEach(warning -> text.fact("Warning", warning));
        return text.toString();
    }

    @Override
    public String unreadable(String file, String why) {
        var text = new Sheet(file);
        text.fact("Warning", why);
        return text.toString();
    }

    private static String decision(Reading reading) {
        var amount = reading.amount() == null ? "" : " " + reading.amount();
        var span = reading.span().isBlank()
                ? ""
                : ", because of \"" + reading.span().strip() + "\"";
        return reading.kind() + amount + " (rule " + reading.rule() + span + ")";
    }

    private static String people(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(ReadableMail::person).collect(Collectors.joining(", "));
    }

    private static String person(Mailbox mailbox) {
        return mailbox.name().isBlank() ? mailbox.address() : mailbox.name() + " <" + mailbox.address() + ">";
    }

    private static String attachment(MailAttachment file) {
        return file.name() + ", " + file.type() + ", " + file.size() + " bytes"
                + (file.inline() ? ", shown inline" : "");
    }

    private static String failure(BounceRecipient one) {
        return one.address() + " " + one.status() + " " + (one.hard() ? "for good" : "for now") + ": " + one.reason();
    }

    private static String lines(String text) {
        var count = text.strip().lines().count();
        return count == 0 ? "" : count + (count == 1 ? " line" : " lines") + " quoted from earlier";
    }

    /** The lines of one mail; what is empty is left out. */
    private static final class Sheet {
        private final StringBuilder lines = new StringBuilder();

        Sheet(String title) {
            lines.append(shown(title)).append('\n');
        }

        void fact(String name, String value) {
            if (!value.isBlank()) {
                lines.append("  %-12s %s\n"
                        .formatted(name + ':', shown(value).replace('\n', ' ').strip()));
            }
        }

        void block(String name, String text) {
            if (!text.isBlank()) {
                lines.append("  ").append(name).append(":\n");
                shown(text)
                        .strip()
                        .lines()
                        .forEach(line -> lines.append("    | ").append(line).append('\n'));
            }
        }

        private static String shown(String text) {
            return UNSEEN.matcher(text.replace("\r\n", "\n")).replaceAll("\ufffd");
        }

        @Override
        public String toString() {
            return lines.toString();
        }
    }
}
