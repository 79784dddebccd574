package dev.parley.app.intake;

import dev.parley.app.intake.MailDoors.Bringer;
import dev.parley.app.intake.MailDoors.Brought;
import dev.parley.app.intake.MailDoors.Door;
import dev.parley.mail.mime.FormData;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
            String signed = sha256(delivery.door().keys().mailgun(), timestamp + delivery.field("token"));
            return !delivery.door().keys().mailgun().isEmpty()
                    && delivery.isFresh(timestamp)
                    && MailDoors.same(signed, delivery.field("signature").toLowerCase(Locale.ROOT));
        }

        @Override
        Optional<Brought> mail(Delivery delivery) throws IOException {
            return delivery.form("body-mime", "recipient");
        }
    },
    /** A form with {@code email}; proven by its signature where the desk has SendGrid's key, else by the password. */
    SENDGRID("Tick “POST the raw, full MIME message”, so that email is there.") {
        @Override
        boolean proven(Delivery delivery) throws IOException {
            String key = delivery.door().keys().sendgrid();
            String timestamp = delivery.header(SendGridSignature.TIMESTAMP);
            return key.isEmpty()
                    ? delivery.knowsSecret()
                    : delivery.isFresh(timestamp)
                            && SendGridSignature.holds(
                                    key, timestamp, delivery.body(), delivery.header(SendGridSignature.SIGNATURE));
        }

        @Override
        Optional<Brought> mail(Delivery delivery) throws IOException {
            return delivery.form("email", "to");
        }
    },
    /** A message of Amazon SNS with the mail in it, signed by Amazon and about the desk's own topic. */
    SES("Give the rule an action for SNS with encoding Base64, so that content is there.") {
        @Override
        boolean proven(Delivery delivery) throws IOException {
            return SnsMessage.read(delivery.body())
                    .filter(sns -> sns.isSignedFor(delivery.door().keys().sesTopic(), delivery.certificates()))
                    .isPresent();
        }

        @Override
        Optional<Brought> mail(Delivery delivery) throws IOException {
            return SnsMessage.read(delivery.body())
                    .flatMap(sns -> sns.mail().map(raw -> new Brought(raw, sns.recipients(), Bringer.PROVIDER)));
        }

        // Somebody has to open the address that confirms a new subscription; this never fetches it.
        @Override
        boolean isAboutItself(Delivery delivery) throws IOException {
            Optional<SnsMessage> sns = SnsMessage.read(delivery.body()).filter(one -> !one.isNotification());
            sns.ifPresent(one -> LOG.warn(
                    "Amazon SNS asks whether to bring mail of {} here; if so, open {}",
                    delivery.door().keys().sesTopic(),
                    one.subscribeUrl()));
            return sns.isPresent();
        }
    },
    /** JSON with {@code RawEmail}; proven by the password in the address. */
    POSTMARK("Tick “Include raw email content in JSON payload”, so that RawEmail is there.") {
        @Override
        Optional<Brought> mail(Delivery delivery) throws IOException {
            return delivery.json("RawEmail", "OriginalRecipient");
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

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

    /** True for what the provider says about bringing mail, where there is no mail in it. */
    boolean isAboutItself(Delivery delivery) throws IOException {
        return false;
    }

    /** The mail in it, if there is one. */
    abstract Optional<Brought> mail(Delivery delivery) throws IOException;

    /**
     * One call of a webhook.
     *
     * @param knowsSecret whether it carries the desk's secret
     */
    record Delivery(
            HttpServletRequest request,
            Door door,
            boolean knowsSecret,
            SnsMessage.Certificates certificates,
            Instant now) {
        private static final String BODY = "parley.body";
        /** Signatures older than this are somebody's who kept them. */
        private static final Duration FRESH = Duration.ofMinutes(15);

        /** For all fields of a form besides the mail. */
        private static final int FORM_BYTES = 1 << 20;

        private static final JsonMapper JSON = JsonMapper.shared();

        String header(String name) {
            String value = request.getHeader(name);
            return value == null ? "" : value;
        }

        /** All bytes of the call, as they came; a form is read from them from then on. */
        byte[] body() throws IOException {
            if (request.getAttribute(BODY) instanceof byte[] body) {
                return body;
            }
            byte[] body = request.getInputStream().readNBytes(2 * door.bytesMax() + FORM_BYTES);
            request.setAttribute(BODY, body);
            return body;
        }

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
            if (request.getAttribute(BODY) instanceof byte[] body) {
                return FormData.field(body, type == null ? "" : type, name);
            }
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
