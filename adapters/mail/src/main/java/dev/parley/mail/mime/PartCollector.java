package dev.parley.mail.mime;

import dev.parley.mail.mime.MimeMail.ReportPart;
import dev.parley.mail.mime.MimeMail.Returned;
import dev.parley.mail.mime.MimeMail.TextPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the parts in order and says what each is for: text to read, a file, a report between machines. Every
 * leaf ends up in exactly one of the texts (or loses to its alternative) or the attachments.
 */
final class PartCollector {

    private static final Set<String> READABLE =
            Set.of("text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown", "text/x-amp-html");
    private static final Set<String> REPORTS = Set.of(
            "message/delivery-status",
            "message/global-delivery-status",
            "message/disposition-notification",
            "message/feedback-report",
            "text/rfc822-headers",
            "text/rfc822-header",
            "message/rfc822-headers",
            "message/partial");

    private final Limits limits;
    private final List<String> warnings;
    private final List<MimePart> files = new ArrayList<>();
    private final List<ReportPart> reports = new ArrayList<>();
    private final List<MimePart> spare = new ArrayList<>();
    private final StringBuilder markup = new StringBuilder();
    private @Nullable Returned returned;
    private String calendarMethod = "";
    private int textChars;

    PartCollector(Limits limits, List<String> warnings) {
        this.limits = limits;
        this.warnings = warnings;
    }

    /** Texts as they are read and as mail programs show them: another alternative may have been chosen. */
    private record Texts(List<TextPart> read, List<TextPart> shown) {
        Texts() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(TextPart part) {
            read.add(part);
            shown.add(part);
        }

        boolean sayNothing() {
            return read.stream().allMatch(text -> text.text().isBlank());
        }
    }

    MimeMail collect(Headers headers, MimePart root) {
        Texts texts = new Texts();
        take(root, texts);
        if (texts.sayNothing()) {
            promoteNamedText(texts);
        }
        if (texts.sayNothing()) {
            spare.forEach(part -> take(part, texts));
        }
        return new MimeMail(
                headers,
                root.parameters().value(),
                root.parameters().get("report-type").toLowerCase(Locale.ROOT),
                List.copyOf(texts.read),
                List.copyOf(texts.shown),
                attachments(),
                List.copyOf(reports),
                returned,
                calendarMethod,
                warnings);
    }

    private void take(MimePart part, Texts texts) {
        if (part.contentType().equals(WrappedParts.SPARE_TEXT)) {
            spare.addAll(part.children());
        } else if (part.contentType().equals("multipart/alternative") && part.multipart()) {
            takeAlternatives(part, texts);
        } else if (part.multipart()) {
            part.children().forEach(child -> take(child, texts));
        } else if (isBodyText(part)) {
            texts.add(text(part));
            if (part.takenOut() != null) {
                files.add(part);
            }
        } else {
            takeFile(part);
        }
    }

    /** Plain text wins over HTML because it says the same; an empty plain part says nothing. */
    private void takeAlternatives(MimePart part, Texts texts) {
        List<TextPart> plain = new ArrayList<>();
        Texts markedUp = new Texts();
        for (MimePart child : part.children()) {
            Texts inside = new Texts();
            take(child, inside);
            boolean hasHtml = inside.read.stream().anyMatch(TextPart::html);
            if (hasHtml && markedUp.read.isEmpty()) {
                markedUp.read.addAll(inside.read);
                markedUp.shown.addAll(inside.shown);
            } else if (!hasHtml) {
                inside.read.stream().filter(text -> !plain.contains(text)).forEach(plain::add);
            }
        }
        boolean plainSaysNothing = plain.stream().allMatch(text -> text.text().isBlank());
        texts.read.addAll(plainSaysNothing && !markedUp.read.isEmpty() ? markedUp.read : plain);
        texts.shown.addAll(markedUp.shown.isEmpty() ? plain : markedUp.shown);
    }

    private static boolean isBodyText(MimePart part) {
        return READABLE.contains(part.contentType())
                && part.name() == null
                && !part.disposition().value().equals("attachment");
    }

    private TextPart text(MimePart part) {
        boolean html = part.isHtml();
        String charset = part.charset();
        if (html && charset.isEmpty()) {
            charset = HtmlCharset.of(part.body());
        }
        TextDecoding.Decoded decoded = TextDecoding.decode(start(part.body()), charset);
        if (decoded.warning() != null) {
            warnings.add(decoded.warning());
        }
        String text = lines(TextDecoding.withoutNul(decoded.text()));
        if (part.contentType().equals("text/plain")
                && part.parameters().get("format").equalsIgnoreCase("flowed")) {
            text = FlowedText.join(text, part.parameters().get("delsp").equalsIgnoreCase("yes"));
        }
        text = cut(text);
        if (html) {
            markup.append(text);
        }
        return new TextPart(text, html);
    }

    /** No character takes more than four bytes in the charsets mails use, so more need not be decoded. */
    private byte[] start(byte[] body) {
        long most = 4L * (limits.textChars() - textChars) + 4;
        return body.length <= most ? body : Arrays.copyOf(body, (int) most);
    }

    private String cut(String text) {
        int room = limits.textChars() - textChars;
        textChars += Math.min(room, text.length());
        if (text.length() <= room) {
            return text;
        }
        warnings.add("text cut at " + limits.textChars() + " characters");
        return text.substring(0, room);
    }

    private static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private void takeFile(MimePart part) {
        files.add(part);
        if (REPORTS.contains(part.contentType())) {
            String charset = part.charset();
            reports.add(new ReportPart(
                    part.contentType(),
                    lines(TextDecoding.withoutNul(
                            TextDecoding.decode(start(part.body()), charset).text()))));
        }
        if (returned == null
                && (part.contentType().equals("message/rfc822")
                        || part.contentType().contains("rfc822-header"))) {
            returned = new Returned(new MimeReader(limits).headers(part.body()));
        }
        if (part.contentType().equals("text/calendar") && calendarMethod.isEmpty()) {
            calendarMethod = CalendarMethod.of(part);
        }
    }

    /** Some programs give the body itself a file name; when there is no other text, that is the text. */
    private void promoteNamedText(Texts texts) {
        for (MimePart part : files) {
            boolean readable = READABLE.contains(part.contentType());
            if (readable && !part.disposition().value().equals("attachment")) {
                files.remove(part);
                texts.add(text(part));
                return;
            }
        }
    }

    private List<MailAttachment> attachments() {
        List<MailAttachment> attachments = new ArrayList<>();
        Set<String> shown = ShownPictures.ids(markup.toString(), limits.links());
        for (MimePart part : files) {
            String name = AttachmentNames.clean(nameOf(part), part.contentType(), attachments.size() + 1);
            attachments.add(attachment(name, part, isInline(part, shown)));
        }
        return attachments;
    }

    private static MailAttachment attachment(String name, MimePart part, boolean inline) {
        StandIn takenOut = part.takenOut();
        return takenOut == null
                ? MailAttachment.of(name, part.contentType(), inline, part.contentId(), part.body())
                : new MailAttachment(
                        name,
                        part.contentType(),
                        takenOut.sha256(),
                        inline,
                        part.contentId(),
                        part.body(),
                        takenOut.size());
    }

    private @Nullable String nameOf(MimePart part) {
        String name = part.name();
        if (name == null && part.contentType().equals("message/rfc822")) {
            String subject = new MimeReader(limits).headers(part.body()).decoded("Subject");
            return subject.isBlank() ? null : subject.replace('/', '-').replace('\\', '-') + ".eml";
        }
        if (name == null) {
            String location = EncodedWords.decode(part.headers().text("Content-Location"));
            return location.isBlank() || location.length() > 300 ? null : location;
        }
        return name;
    }

    private boolean isInline(MimePart part, Set<String> shown) {
        String cid = part.contentId();
        if (cid != null && shown.contains(cid.toLowerCase(Locale.ROOT))) {
            return true;
        }
        boolean picture = part.contentType().startsWith("image/");
        return picture && markup.isEmpty() && part.disposition().value().equals("inline");
    }
}
