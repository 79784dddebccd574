package dev.parley.mail.kind;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why a message was refused, from the words of the server, else from its status code. The words for reasons are those
 * that bounce analysers have used for long: userunknown, mailboxfull, blocked …
 */
final class BounceReasons {

    private static final PhraseBook PHRASES = PhraseBook.load("bounce-reasons.txt");
    private static final Set<String> HARD = Set.of("userunknown", "hostunknown", "hasmoved");
    private static final Pattern REPLY_TO_RCPT = Pattern.compile("^5\\d\\d <[^>]+>\\.\\.\\. ");
    private static final int TEXT_CHARS_MAX = 6_000;

    private BounceReasons() {}

    /** The step of the SMTP dialogue at which the message was refused. */
    enum Step {
        UNKNOWN,
        CONNECT,
        MAIL,
        RCPT,
        DATA;

        static Step in(String text) {
            String t = flat(text).toUpperCase(Locale.ROOT);
            // Sendmail shows its DATA, but a server that misses a RCPT had refused it.
            if (has(t, "NEED RCPT", "NO VALID RECIPIENTS", "RCPT COMMANDS WERE REJECTED")) {
                return RCPT;
            }
            if (has(
                    t,
                    "END OF DATA",
                    "SENDING DATA",
                    "REPLY TO DATA",
                    "FINAL DATA",
                    "(DATA)",
                    "TEXT COMMAND",
                    ">>> .")) {
                return DATA;
            }
            if (has(t, "RCPT TO", "RCPT_TO", "RCPT COMMAND", "SMTP:RCPT", "DOES NOT LIKE RECIPIENT", "RCPT TO:")) {
                return t.contains(">>> DATA") ? DATA : RCPT;
            }
            if (t.contains(">>> DATA")) {
                return DATA;
            }
            if (has(t, "MAIL FROM:", "MAIL FROM COMMAND", "MAIL_FROM", "SENDER WAS REJECTED")) {
                return MAIL;
            }
            return has(t, "AFTER EHLO", "AFTER HELO", "INITIAL CONNECTION") ? CONNECT : UNKNOWN;
        }

        private static boolean has(String text, String... marks) {
            for (String mark : marks) {
                if (text.contains(mark)) {
                    return true;
                }
            }
            return false;
        }
    }

    static String of(String diagnostic, String context, String status, String smtpCode) {
        Step step = Step.in(diagnostic + "\n" + context);
        String reason = byWords(flat(diagnostic));
        if (reason.isEmpty()) {
            reason = byWords(flat(context));
        }
        if (reason.isEmpty() || (reason.equals("expired") && status.startsWith("5.1."))) {
            String byStatus = byStatus(status, step);
            reason = byStatus.isEmpty() ? reason : byStatus;
        }
        int remark = reason.indexOf('/');
        if (remark > 0) {
            return reason.substring(0, remark);
        }
        if (reason.equals("userunknown")) {
            return unknownUserOrFilter(diagnostic, context, status, smtpCode, step);
        }
        if (!reason.isEmpty()) {
            return reason;
        }
        return byStep(step, smtpCode);
    }

    /** A server that took the recipient and refuses him after the text has a filter; the address may well exist. */
    private static String unknownUserOrFilter(
            String diagnostic, String context, String status, String smtpCode, Step step) {
        boolean late = step == Step.DATA && !status.equals("5.1.1");
        boolean carrierFilter = diagnostic.contains("550 : User unknown");
        boolean disabled = step != Step.RCPT && status.startsWith("5.2.");
        boolean otherFault = step != Step.RCPT && (status.equals("5.7.1") || status.equals("5.3.0"));
        boolean refused = late || carrierFilter || disabled || status.equals("5.2.0") || otherFault;
        // Hearsay: neither a status code nor the dialogue supports the words.
        boolean hearsay = status.isEmpty()
                && step == Step.UNKNOWN
                && !REPLY_TO_RCPT.matcher(context).find();
        return hearsay || (refused && !smtpCode.isEmpty()) ? "filtered" : "userunknown";
    }

    static boolean isHard(String reason, String status, String smtpCode) {
        if (reason.equals("notaccept")) {
            return !status.startsWith("4") && !smtpCode.startsWith("4");
        }
        return HARD.contains(reason);
    }

    /** What the words alone say, or the empty string. */
    static String said(String words) {
        String reason = byWords(flat(words));
        int remark = reason.indexOf('/');
        return remark > 0 ? reason.substring(0, remark) : reason;
    }

    private static String byWords(String text) {
        if (text.isEmpty()) {
            return "";
        }
        for (String reason : PHRASES.names()) {
            if (PHRASES.in(reason, text)) {
                return reason;
            }
        }
        return "";
    }

    private static String byStep(Step step, String smtpCode) {
        boolean refused = smtpCode.startsWith("5");
        return switch (step) {
            case CONNECT -> "blocked";
            case MAIL -> refused ? "rejected" : "blocked";
            case DATA -> refused ? "filtered" : "onhold";
            case RCPT -> refused ? "userunknown" : "onhold";
            case UNKNOWN -> smtpCode.isEmpty() ? "undefined" : "onhold";
        };
    }

    private static String byStatus(String status, Step step) {
        return switch (status) {
            case "5.1.1", "5.1.0", "5.1.3", "4.1.1", "5.1.10" -> step == Step.MAIL ? "rejected" : "userunknown";
            case "5.1.2", "4.1.2" -> "hostunknown";
            case "5.1.6" -> "hasmoved";
            case "5.1.7", "5.1.8", "4.1.8" -> "rejected";
            case "5.2.0" -> "filtered";
            case "5.2.1", "4.2.1" -> "suspend";
            case "5.2.2", "4.2.2" -> "mailboxfull";
            case "5.2.3", "4.2.3" -> "exceedlimit";
            case "5.3.0", "4.3.0", "5.3.5", "4.3.5" -> "systemerror";
            case "5.3.2", "5.4.4", "4.3.2" -> "notaccept";
            case "5.3.4", "4.3.4" -> "mesgtoobig";
            case "5.4.7", "4.4.7", "4.4.1", "5.4.1", "4.4.5" -> "expired";
            case "5.4.6", "4.4.6", "4.4.2", "5.4.2", "4.4.3", "5.4.3", "4.4.4", "5.4.0", "4.4.0", "5.4.12" ->
                "networkerror";
            case "5.5.3", "4.5.3" -> "toomanyconn";
            case "5.6.0", "5.6.1", "5.6.2", "5.6.6" -> "contenterror";
            case "5.7.0", "4.7.0", "5.7.1", "4.7.1", "5.7.8" -> "securityerror";
            case "5.7.25", "4.7.25" -> "requireptr";
            case "5.7.26", "4.7.26", "5.7.23", "5.7.20", "5.7.21", "5.7.509" -> "authfailure";
            default -> status.startsWith("5.7.") ? "policyviolation" : status.startsWith("2.") ? "delivered" : "";
        };
    }

    static String flat(String text) {
        String cut = text.length() > TEXT_CHARS_MAX ? text.substring(0, TEXT_CHARS_MAX) : text;
        StringBuilder flat = new StringBuilder(cut.length());
        boolean blank = true;
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            if (Character.isWhitespace(c)) {
                if (!blank) {
                    flat.append(' ');
                }
                blank = true;
            } else {
                flat.append(Character.toLowerCase(c == '\u2019' ? '\'' : c));
                blank = false;
            }
        }
        return flat.toString();
    }
}
