package dev.parley.mail.kind;

import dev.parley.mail.mime.Headers;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.MailAttachment;
import dev.parley.mail.mime.Mailbox;
import dev.parley.mail.mime.MessageIds;
import dev.parley.mail.mime.MimeMail;
import dev.parley.mail.mime.MimeReader;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what kind of mail it is, before anybody reads it as words of a person. Thread-safe. */
public final class KindReader {

    private static final Set<String> NO_LIST = Set.of("", "<>");

    private final KindSettings settings;
    private final MimeReader mime;

    /** Classifies with what is ours; the limits hold for reports inside reports. */
    public KindReader(KindSettings settings, Limits limits) {
        this.settings = settings;
        this.mime = new MimeReader(limits);
    }

    /**
     * The kind, and for delivery reports what they report.
     *
     * @param bounce set for {@link MailKind#BOUNCE}, {@link MailKind#DELAYED} and {@link MailKind#DELIVERED}
     */
    public record Verdict(MailKind kind, @Nullable Bounce bounce) {}

    /**
     * Classifies a mail.
     *
     * @param from the author, or null
     * @param text its text as plain text
     */
    public Verdict read(MimeMail mail, @Nullable Mailbox from, String text) {
        if (AbuseReports.is(mail, text)) {
            return new Verdict(MailKind.ABUSE_REPORT, null);
        }
        if (hasReport(mail, "message/disposition-notification")) {
            return new Verdict(MailKind.MDN, null);
        }
        Verdict notice = SesNotice.read(text);
        if (notice != null) {
            return notice;
        }
        BounceSigns signs = new BounceSigns(mail, from, text);
        if (signs.possible()) {
            BounceReader reader = new BounceReader(mail, text);
            MailKind kind = signs.kind(reader);
            if (kind != null) {
                return new Verdict(kind, nested(mail, reader.read()));
            }
        }
        return new Verdict(withoutReport(mail, from, text), null);
    }

    /** A gateway that wraps another server's report says little itself; the report inside knows more. */
    private Bounce nested(MimeMail mail, Bounce outer) {
        boolean says = outer.recipients().stream()
                .anyMatch(one -> !one.status().isEmpty() || !one.smtpCode().isEmpty());
        if (says) {
            return outer;
        }
        for (MailAttachment file : mail.attachments()) {
            if (file.type().equals("message/rfc822")) {
                MimeMail inside = mime.read(file.content());
                BounceReader reader = new BounceReader(inside, "");
                return inside.reportType().equals("delivery-status") && reader.kindByGroups() != null
                        ? reader.read()
                        : outer;
            }
        }
        return outer;
    }

    private MailKind withoutReport(MimeMail mail, @Nullable Mailbox from, String text) {
        Headers headers = mail.headers();
        if (isOwn(headers, from)) {
            return MailKind.OWN;
        }
        if (!mail.calendarMethod().isEmpty()) {
            return MailKind.CALENDAR;
        }
        AutomaticSigns automatic = new AutomaticSigns(headers, from, text);
        if (automatic.awayBySubject() || (automatic.byHeaders() && automatic.away())) {
            return MailKind.OUT_OF_OFFICE;
        }
        if (automatic.answered()) {
            return MailKind.AUTO_REPLY;
        }
        if (isList(headers)) {
            return MailKind.LIST;
        }
        return automatic.byHeaders() || automatic.bySender() ? MailKind.AUTO_REPLY : MailKind.HUMAN;
    }

    private boolean isOwn(Headers headers, @Nullable Mailbox from) {
        if (from != null && settings.addresses().contains(from.address().toLowerCase(Locale.ROOT))) {
            return true;
        }
        String id = MessageIds.own(headers.text("Message-ID"));
        return settings.messageIdDomains()
                .contains(id.substring(id.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    private boolean isList(Headers headers) {
        String id = headers.lower("List-Id");
        for (String own : settings.lists()) {
            if (id.contains("<" + own + ">") || id.equals(own)) {
                return false;
            }
        }
        boolean listHeader = !NO_LIST.contains(id)
                || headers.has("List-Post")
                || headers.has("List-Unsubscribe")
                || headers.has("Mailing-List")
                || headers.has("X-Mailing-List");
        String precedence = headers.lower("Precedence");
        return listHeader || precedence.equals("list") || precedence.equals("bulk");
    }

    private static boolean hasReport(MimeMail mail, String type) {
        return mail.reports().stream().anyMatch(report -> report.contentType().equals(type));
    }
}
