package dev.parley.app.demo;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server at the border of an organisation does to a mail before anybody inside believes its header:
 * takes out what only the server itself may say, and says it (RFC 8601 section 5, RFC 5321 section 4.4).
 *
 * <p>The demo has no DNS and no DKIM keys. Its {@code dmarc=pass} means: the sender logged in, and the From address
 * is the sender's own.
 */
final class TrustedEdge {

    /** Fields that a receiving server writes and a sender may not. */
    private static final Set<String> SERVERS_OWN = Set.of("return-path", "delivered-to", "x-original-to");

    private static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final String authservId;
    private final Set<String> hostedDomains;

    /** @param authservId the name under which this server vouches, such as {@code demo.parley.example} */
    TrustedEdge(String authservId, Collection<DemoAccount> accounts) {
        this.authservId = authservId;
        this.hostedDomains = accounts.stream().map(DemoAccount::domain).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * How one mail came in for one recipient.
     *
     * @param sender the envelope's, empty for a bounce
     * @param recipient as the client wrote it, with its plus detail
     * @param mailbox where it goes
     * @param login who logged in; null where nobody did
     * @param helo what the client calls itself
     */
    record Arrival(
            String sender,
            String recipient,
            DemoAccount mailbox,
            @Nullable DemoAccount login,
            String helo,
            Instant at) {}

    /** The mail as it is put into the mailbox; the body stays as it is, byte for byte. */
    byte[] stamp(byte[] mail, Arrival arrival) {
        var header = Header.of(mail);
        var stamped = new ByteArrayOutputStream(mail.length + 1000);
        stamped.writeBytes(latin(trace(arrival) + verdict(header, arrival.login())));
        header.fields().stream()
                .filter(field -> !claimsToBeOurs(field))
                .forEach(field -> stamped.writeBytes(latin(field.raw())));
        stamped.write(mail, header.end(), mail.length - header.end());
        return stamped.toByteArray();
    }

    private String trace(Arrival arrival) {
        var protocol = arrival.login() == null ? "ESMTP" : "ESMTPA";
        var date = MAIL_DATE.format(arrival.at().atOffset(ZoneOffset.UTC));
        return "Return-Path: <" + token(arrival.sender()) + ">\r\n"
                + "Delivered-To: " + arrival.mailbox().address() + "\r\n"
                + "X-Original-To: " + token(arrival.recipient()) + "\r\n"
                + "Received: from " + token(arrival.helo()) + " ([127.0.0.1]) by " + authservId + "\r\n"
                + " with " + protocol + " for <" + token(arrival.recipient()) + ">; " + date + "\r\n";
    }

    private String verdict(Header header, @Nullable DemoAccount login) {
        var auth = login == null ? "auth=none" : "auth=pass smtp.auth=" + login.address();
        var author = author(header);
        var dmarc = author.map(from -> "dmarc=" + dmarc(from, login) + " header.from=" + token(domain(from)))
                .orElse("dmarc=permerror");
        return "Authentication-Results: " + authservId + "; " + auth + ";\r\n " + dmarc + "\r\n";
    }

    private String dmarc(String from, @Nullable DemoAccount login) {
        if (login != null && login.receives(from)) {
            return "pass";
        }
        return login != null || hostedDomains.contains(domain(from)) ? "fail" : "none";
    }

    /** The one address in the one From field; with none or several nobody can be vouched for. */
    private static Optional<String> author(Header header) {
        var fields = header.fields().stream()
                .filter(field -> field.name().equals("from"))
                .toList();
        if (fields.size() != 1) {
            return Optional.empty();
        }
        try {
            var addresses =
                    InternetAddress.parse(MimeUtility.unfold(fields.getFirst().value()), true);
            return addresses.length == 1
                            && !addresses[0].isGroup()
                            && addresses[0].getAddress().indexOf('@') > 0
                    ? Optional.of(addresses[0].getAddress())
                    : Optional.empty();
        } catch (AddressException _) {
            return Optional.empty();
        }
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Comments and quotes around the name do not save a forged field: the name anywhere before the results counts. */
    private boolean claimsToBeOurs(Field field) {
        return SERVERS_OWN.contains(field.name())
                || (field.name().equals("authentication-results")
                        && field.value()
                                .split(";", 2)[0]
                                .toLowerCase(Locale.ROOT)
                                .contains(authservId));
    }

    /** Nothing a client chose may end a line or begin a new result. */
    private static String token(String fromClient) {
        return fromClient.replaceAll("[^A-Za-z0-9.@+=_\\-\\[\\]:!#$%&'*/?^`{|}~]", "");
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @param raw with all its folded lines, each ended by CRLF */
    private record Field(String name, String value, String raw) {
        static Field of(String raw) {
            var colon = raw.indexOf(':');
            return colon < 0
                    ? new Field("", raw, raw)
                    : new Field(
                            raw.substring(0, colon).strip().toLowerCase(Locale.ROOT), raw.substring(colon + 1), raw);
        }
    }

    /** @param end index of the empty line that ends the header, or the mail's length */
    private record Header(List<Field> fields, int end) {

        /** Every CR and every LF ends a line here, so that no field can hide behind a bare one. */
        static Header of(byte[] mail) {
            var fields = new ArrayList<String>();
            var at = 0;
            while (at < mail.length) {
                var eol = at;
                while (eol < mail.length && mail[eol] != '\r' && mail[eol] != '\n') {
                    eol++;
                }
                if (eol == at) {
                    break;
                }
                var line = new String(mail, at, eol - at, StandardCharsets.ISO_8859_1) + "\r\n";
                if ((line.startsWith(" ") || line.startsWith("\t")) && !fields.isEmpty()) {
                    fields.set(fields.size() - 1, fields.getLast() + line);
                } else {
                    fields.add(line);
                }
                at = eol + (eol + 1 < mail.length && mail[eol] == '\r' && mail[eol + 1] == '\n' ? 2 : 1);
            }
            return new Header(fields.stream().map(Field::of).toList(), Math.min(at, mail.length));
        }
    }
}
