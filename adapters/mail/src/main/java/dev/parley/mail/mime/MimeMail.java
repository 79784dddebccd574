package dev.parley.mail.mime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail taken apart.
 *
 * @param headers of the mail itself
 * @param contentType of the mail itself, lower case, and its {@code report-type} parameter or the empty string
 * @param texts every text part in order, for mails with alternatives the plain one
 * @param shown the same as mail programs show them, for mails with alternatives the HTML one
 * @param attachments everything else, in order
 * @param reports the parts machines write for machines: delivery status, disposition, feedback, returned headers
 * @param returned the beginning of a message that came along whole, or null
 * @param calendarMethod METHOD of an iCalendar part ({@code REQUEST}, {@code REPLY} …) or the empty string
 * @param warnings what was broken and how it was read
 */
public record MimeMail(
        Headers headers,
        String contentType,
        String reportType,
        List<TextPart> texts,
        List<TextPart> shown,
        List<MailAttachment> attachments,
        List<ReportPart> reports,
        @Nullable Returned returned,
        String calendarMethod,
        List<String> warnings) {

    /** A text part: decoded, line ends {@code \n}, HTML left as HTML. */
    public record TextPart(String text, boolean html) {}

    /** A part such as {@code message/delivery-status}. */
    public record ReportPart(String contentType, String text) {}

    /** A message inside this mail: its headers, and its text when it could be read cheaply. */
    public record Returned(Headers headers) {}
}
