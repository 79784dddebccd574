package dev.parley.mail.wire;

import dev.parley.core.message.Party;
import dev.parley.core.port.OutgoingMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** Builds the MIME message: text first, HTML beside it, threading and automatic-mail headers (RFC 5322, RFC 3834). */
final class OutgoingMime {
    /** Java's own format says GMT, which RFC 5322 (4.3) allows in old mail only. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    private static final String FLOWED = "text/plain; charset=UTF-8; format=flowed";

    private OutgoingMime() {}

    static SMTPMessage of(Session session, OutgoingMessage message, Instant now) throws MessagingException {
        SMTPMessage mime = new Stable(session, message.messageId());
        InternetAddress replyTo = address(new Party(message.from().name(), message.replyTo()));
        mime.setEnvelopeFrom(replyTo.getAddress());
        mime.setFrom(address(message.from()));
        for (Party to : message.to()) {
            mime.addRecipient(Message.RecipientType.TO, address(to));
        }
        mime.setReplyTo(new InternetAddress[] {replyTo});
        mime.setSubject(oneLine(message.subject()), "UTF-8");
        mime.setHeader("Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
        thread(mime, message);
        if (message.automatic()) {
            mime.setHeader("Auto-Submitted", message.inReplyTo() == null ? "auto-generated" : "auto-replied");
            mime.setHeader("X-Auto-Response-Suppress", "All");
        }
        body(mime, message);
        mime.saveChanges();
        return mime;
    }

    /** Our own id stands in References too, because some providers replace the Message-ID (mail requirement 22). */
    private static void thread(MimeMessage mime, OutgoingMessage message) throws MessagingException {
        if (message.inReplyTo() != null) {
            mime.setHeader("In-Reply-To", bracketed(message.inReplyTo()));
        }
        List<String> references = message.references();
        String joined = references.stream()
                .filter(id -> !id.equals(message.messageId()))
                .map(OutgoingMime::bracketed)
                .collect(Collectors.joining("\r\n "));
        String own = bracketed(message.messageId());
        mime.setHeader("References", joined.isEmpty() ? own : joined + "\r\n " + own);
    }

    private static void body(MimeMessage mime, OutgoingMessage message) throws MessagingException {
        if (message.html() == null) {
            mime.setContent(FlowedLines.of(message.text()), FLOWED);
            return;
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setContent(FlowedLines.of(message.text()), FLOWED);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html(), "UTF-8", "html");
        mime.setContent(new MimeMultipart("alternative", text, html));
    }

    private static InternetAddress address(Party party) throws MessagingException {
        try {
            InternetAddress address = new InternetAddress(oneLine(party.address()), true);
            if (!party.name().isBlank()) {
                address.setPersonal(oneLine(party.name()), "UTF-8");
            }
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    private static String bracketed(String id) {
        return '<' + oneLine(id).replace("<", "").replace(">", "") + '>';
    }

    /** A line break in a header value would be another header (mail pitfall 40). */
    private static String oneLine(String value) {
        return value.replaceAll("[\\r\\n\\u0000]+", " ").strip();
    }

    /** Keeps the id it was given, so that a message sent again is the same message. */
    private static final class Stable extends SMTPMessage {
        private final String id;

        Stable(Session session, String id) {
            super(session);
            this.id = bracketed(id);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
