package dev.parley.mail.kind;

import dev.parley.mail.mime.Addresses;
import dev.parley.mail.mime.Headers;
import dev.parley.mail.mime.Mailbox;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The signs that a program wrote a mail (RFC 3834 and what programs send instead of following it). */
final class AutomaticSigns {

    private static final PhraseBook PHRASES = PhraseBook.load("automatic-signs.txt");
    private static final List<String> ANSWER_FIELDS = List.of(
            "X-Autoreply",
            "X-Auto-Reply",
            "X-Autorespond",
            "X-Autoresponder",
            "X-Autoreply-From",
            "X-Auto-Response",
            "X-AutoReply-Sent",
            "X-Mail-Autoreply",
            "X-Vacation",
            "X-AutoRespond-To",
            "X-Away");
    private static final List<String> MACHINE_FIELDS =
            List.of("X-FC-MachineGenerated", "X-RT-Loop-Prevention", "X-Cron-Env", "Feedback-ID");
    private static final int WORDS_CHARS_MAX = 2_000;

    private final Headers headers;
    private final @Nullable Mailbox from;
    private final String subject;
    private final String text;

    AutomaticSigns(Headers headers, @Nullable Mailbox from, String text) {
        this.headers = headers;
        this.from = from;
        this.subject = withoutBrackets(BounceReasons.flat(headers.decoded("Subject")));
        this.text = text;
    }

    /** "[Auto-Reply] Re: printer" begins with "auto-reply". */
    private static String withoutBrackets(String subject) {
        return subject.startsWith("[") || subject.startsWith("(") ? subject.substring(1) : subject;
    }

    /** An answer that a program gave to a mail. */
    boolean answered() {
        String submitted = firstWord(headers.lower("Auto-Submitted"));
        if (submitted.equals("auto-replied") || headers.lower("Precedence").startsWith("auto")) {
            return true;
        }
        for (String field : ANSWER_FIELDS) {
            String value = headers.first(field);
            if (value != null && !value.equalsIgnoreCase("no") && !value.equalsIgnoreCase("false")) {
                return true;
            }
        }
        return headers.lower("Delivered-To").contains("autoresponder")
                || headers.lower("X-Mailer").contains("autoresponder")
                || headers.lower("X-POST-MessageClass").contains("autoresponder")
                || isWholeWord(PHRASES.restAfter("answer-subject", subject));
    }

    /** Headers that only programs write. */
    boolean byHeaders() {
        String submitted = firstWord(headers.lower("Auto-Submitted"));
        if (!submitted.isEmpty() && !submitted.equals("no")) {
            return true;
        }
        String precedence = headers.lower("Precedence");
        String suppress = headers.lower("X-Auto-Response-Suppress");
        boolean suppresses = suppress.contains("all") || suppress.contains("autoreply");
        boolean nullSender = headers.text("Return-Path").replace(" ", "").equals("<>");
        return answered()
                || suppresses
                || nullSender
                || precedence.equals("junk")
                || precedence.equals("bulk")
                || headers.has("X-Loop")
                || MACHINE_FIELDS.stream().anyMatch(headers::has);
    }

    /** Sent from an address nobody reads, and not on behalf of somebody who does (contact forms set Reply-To). */
    boolean bySender() {
        if (from == null) {
            return false;
        }
        String local = from.local().toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
        boolean machine = local.startsWith("noreply")
                || local.startsWith("donotreply")
                || local.endsWith("noreply")
                || local.equals("mailerdaemon")
                || local.startsWith("autoreply")
                || local.startsWith("autoresponder");
        List<Mailbox> replyTo = Addresses.parse(headers.text("Reply-To"), 1);
        boolean onBehalf = !replyTo.isEmpty() && !replyTo.getFirst().address().equalsIgnoreCase(from.address());
        return machine && !onBehalf;
    }

    boolean awayBySubject() {
        String rest = PHRASES.restAfter("away-subject", subject);
        String afterWord = PHRASES.restAfter("away-word", subject);
        if (rest != null && isWholeWord(rest) && !rest.startsWith(" hours")) {
            return true;
        }
        return afterWord != null
                && (afterWord.isBlank() || ":-–(,!".indexOf(afterWord.strip().charAt(0)) >= 0);
    }

    private static boolean isWholeWord(@Nullable String rest) {
        return rest != null && (rest.isEmpty() || !Character.isLetterOrDigit(rest.charAt(0)));
    }

    /** Whether an automatic mail says that somebody is away. */
    boolean away() {
        String start = text.substring(0, Math.min(text.length(), WORDS_CHARS_MAX));
        return headers.has("X-Vacation")
                || headers.lower("Auto-Submitted").contains("vacation")
                || PHRASES.in("away", subject)
                || PHRASES.in("away", BounceReasons.flat(start));
    }

    private static String firstWord(String value) {
        int end = 0;
        while (end < value.length() && (Character.isLetter(value.charAt(end)) || value.charAt(end) == '-')) {
            end++;
        }
        return value.substring(0, end);
    }
}
