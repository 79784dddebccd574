package dev.parley.mail.kind;

import dev.parley.mail.mime.Headers;
import dev.parley.mail.mime.Mailbox;
import dev.parley.mail.mime.MimeMail;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weighs the signs that a mail is a delivery report: its structure, its sender, its subject, its words. */
final class BounceSigns {

    private static final PhraseBook PHRASES = PhraseBook.load("bounce-signs.txt");
    private static final Set<String> DAEMONS = Set.of(
            "mailer-daemon",
            "mailerdaemon",
            "mailer_daemon",
            "mail-daemon",
            "maildaemon",
            "mdaemon",
            "postmaster",
            "post_master",
            "mail.delivery.system",
            "mail-delivery-system",
            "maildeliverysystem",
            "mailsystem",
            "mail-system",
            "mail_system",
            "delivery",
            "bounce",
            "bounces",
            "undeliverable",
            "listserv",
            "mail-robot",
            "microsoftexchange",
            "systemadministrator",
            "virus-master",
            "nobody",
            "ndr",
            "smtpgateway",
            "internet");
    private static final int WORDS_CHARS_MAX = 4_000;

    private final MimeMail mail;
    private final Headers headers;
    private final boolean daemon;
    private final boolean nullSender;
    private final boolean subject;
    private final boolean structured;
    private final boolean certain;
    private final String words;
    private final String subjectWords;
    private final boolean look;

    BounceSigns(MimeMail mail, @Nullable Mailbox from, String text) {
        this.mail = mail;
        this.headers = mail.headers();
        String subjectText = BounceReasons.flat(headers.decoded("Subject"));
        this.daemon = isDaemon(from);
        this.nullSender = headers.text("Return-Path").replace(" ", "").equals("<>");
        this.subject = PHRASES.in("subject", subjectText);
        this.structured = mail.reports().stream().anyMatch(r -> r.contentType().endsWith("delivery-status"));
        this.certain = headers.has("X-Failed-Recipients")
                || headers.all("Received").stream().anyMatch(r -> r.contains("invoked for bounce"))
                || headers.lower("Auto-Submitted").contains("(failure)");
        boolean look = daemon || nullSender || subject || certain || structured;
        String start = text.substring(0, Math.min(text.length(), WORDS_CHARS_MAX));
        this.words = look ? BounceReasons.flat(start) : "";
        this.subjectWords = subjectText;
        this.look = look;
    }

    private static boolean isDaemon(@Nullable Mailbox from) {
        if (from == null) {
            return false;
        }
        String local = from.local().toLowerCase(Locale.ROOT);
        return DAEMONS.contains(local)
                || local.startsWith("microsoftexchange")
                || local.startsWith("mailer-daemon")
                || local.startsWith("postmaster")
                || PHRASES.in("sender", from.name().toLowerCase(Locale.ROOT));
    }

    /** Whether a closer look is worth its time. */
    boolean possible() {
        return look;
    }

    /** BOUNCE, DELAYED or DELIVERED, or null when it is none of them. */
    @Nullable
    MailKind kind(BounceReader reader) {
        boolean report = mail.contentType().equals("multipart/report")
                || mail.reportType().equals("delivery-status");
        if (structured && (report || daemon || nullSender || subject)) {
            MailKind byGroups = reader.kindByGroups();
            if (byGroups != null) {
                return byGroups;
            }
        }
        boolean body = PHRASES.in("body", words);
        int votes = (daemon ? 1 : 0) + (nullSender ? 1 : 0) + (subject ? 1 : 0) + (body ? 1 : 0) + (report ? 1 : 0);
        boolean spoken = body || subject;
        // A customer may well ask about "undeliverable" mails and quote one.
        boolean machine = daemon || nullSender || report || headers.has("Auto-Submitted");
        if (!certain && !(votes >= 2 && spoken && machine)) {
            return null;
        }
        MailKind byGroups = reader.kindByGroups();
        return byGroups != null ? byGroups : byWords();
    }

    private MailKind byWords() {
        String all = subjectWords + " \n " + words;
        boolean failed = PHRASES.in("failed", all);
        if (PHRASES.in("delivered", all) && !failed) {
            return MailKind.DELIVERED;
        }
        return PHRASES.in("delayed", all) && !failed ? MailKind.DELAYED : MailKind.BOUNCE;
    }
}
