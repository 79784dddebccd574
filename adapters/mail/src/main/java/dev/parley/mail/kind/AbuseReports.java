package dev.parley.mail.kind;

import dev.parley.mail.mime.MimeMail;
import java.util.Locale;

/** Recognises feedback reports (RFC 5965) and the complaint notices some providers send instead. */
final class AbuseReports {

    private AbuseReports() {}

    static boolean is(MimeMail mail, String text) {
        if (mail.reportType().equals("feedback-report")) {
            return true;
        }
        boolean part =
                mail.reports().stream().anyMatch(report -> report.contentType().equals("message/feedback-report"));
        if (part) {
            return true;
        }
        int feedback = text.indexOf("Feedback-Type:");
        if (feedback >= 0 && text.indexOf("User-Agent:") >= 0 && text.indexOf("Version:") >= 0) {
            return true;
        }
        String from = mail.headers().lower("From");
        String subject = mail.headers().decoded("Subject").toLowerCase(Locale.ROOT);
        return from.contains("staff@hotmail.com") && subject.startsWith("complaint about message from");
    }
}
