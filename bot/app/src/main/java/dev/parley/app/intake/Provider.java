package dev.parley.app.intake;

import dev.parley.app.intake.MailDoors.Bringer;
import dev.parley.app.intake.MailDoors.Brought;
import dev.parley.app.intake.MailDoors.Door;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How mail providers hand on mail, each in its own form. All of them are to send the mail as it was (raw MIME). */
enum Provider {
    /** A form with {@code body-mime}, signed with the account's key over a timestamp and a token. */
    MAILGUN("Let the route forward to an address that ends in mime, so that body-mime is there.") {
        @Override
        boolean proven(Delivery delivery) throws IOException {
            String timestamp = delivery.field("timestamp");
            String signed = sha256(delivery.door().mailgunKey(), timestamp + delivery.field("token"));
            return !delivery.door().mailgunKey().isEmpty()
                    && delivery.isFresh(timestamp)
                    && MailDoors.same(signed, delivery.field("signature").toLowerCase(Locale.ROOT));
        }

        @Override
        Optional<Brought> mail(Delivery delivery) throws IOException {
            return delivery.form("body-mime", "recipient");
        }
    },
    /** A form with {@code email}; proven by the password in the address, which is all it offers for inbound mail. */
    SENDGRID("Tick “POST the raw, full MIME message”, so that email is there.") {
        @Override
        Optional<Brought> mail(Delivery delivery) throws IOException {
            return delivery.form("email", "to");
        }
    },
    /** JSON with {@code RawEmail}; proven by the password in the address. */
    POSTMARK("Tick “Include raw email content in JSON payload”, so that RawEmail is there.") {
        @Override
        Optional<Brought> mail(Delivery delivery) throws IOException {
            return delivery.json("RawEmail", "OriginalRecipient");
        }
    };

    private final String advice;

    Provider(String advice) {
        this.advice = advice;
    }

    /** The provider of that name, in lower case. */
    static Optional<Provider> called(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** What to set there if there is no raw mail in what it sends. */
    String advice() {
        return advice;
    }

    /** Whether it comes from whom it says: by the desk's secret, where the provider has nothing better. */
    boolean proven(Delivery delivery) throws IOException {
        return delivery.knowsSecret();
    }

    /** The mail in it, if there is one. */
    abstract Optional<Brought> mail(Delivery delivery) throws IOException;

    /**
     * One call of a webhook.
     *
     * @param knowsSecret whether it carries the desk's secret
     */
    record Delivery(HttpServletRequest request, Door door, boolean knowsSecret, Instant now) {
        /** Signatures older than this are somebody's who kept them. */
        private static final Duration FRESH = Duration.ofMinutes(15);

        private static final JsonMapper JSON = JsonMapper.shared();

        boolean isFresh(String seconds) {
            if (!seconds.matches("\\d{1,12}")) {
                return false;
            }
            Instant at = Instant.ofEpochSecond(Long.parseLong(seconds));
            return Duration.between(at, now).abs().compareTo(FRESH) <= 0;
        }

        /** The field of a form, "" if there is none. */
        String field(String name) throws IOException {
            return new String(bytes(name), StandardCharsets.UTF_8);
        }

        Optional<Brought> form(String mail, String recipients) throws IOException {
            byte[] raw = bytes(mail);
            return raw.length == 0
                    ? Optional.empty()
                    : Optional.of(new Brought(raw, List.of(field(recipients).split(",")), Bringer.PROVIDER));
        }

        Optional<Brought> json(String mail, String recipient) throws IOException {
            try {
                JsonNode node = JSON.readTree(request.getInputStream().readNBytes(2 * door.bytesMax() + 1));
                String raw = node.path(mail).asString("");
                return raw.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Brought(
                                raw.getBytes(StandardCharsets.UTF_8),
                                List.of(node.path(recipient).asString("")),
                                Bringer.PROVIDER));
            } catch (JacksonException e) {
                return Optional.empty();
            }
        }

        /** As they were sent: a mail need not be UTF-8, and Latin 1 is how bytes come through a form unharmed. */
        private byte[] bytes(String name) throws IOException {
            String type = request.getContentType();
            if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
                return part(name);
            }
            request.setCharacterEncoding(StandardCharsets.ISO_8859_1);
            String parameter = request.getParameter(name);
            return parameter == null ? new byte[0] : parameter.getBytes(StandardCharsets.ISO_8859_1);
        }

        private byte[] part(String name) throws IOException {
            try {
                Part part = request.getPart(name);
                return part == null ? new byte[0] : part.getInputStream().readNBytes(door.bytesMax() + 1);
            } catch (ServletException e) {
                return new byte[0];
            }
        }
    }

    private static String sha256(String key, String text) {
        if (key.isEmpty()) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
