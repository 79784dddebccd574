package dev.parley.app.intake;

import dev.parley.app.intake.MailDoors.Bringer;
import dev.parley.app.intake.MailDoors.Brought;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
                    : delivery.isFresh(timestamp) && delivery.isSigned(key, timestamp);
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
            return SnsMessage.read(delivery.sns())
                    .filter(sns -> sns.isSignedFor(delivery.door().keys().sesTopic(), delivery.certificates()))
                    .isPresent();
        }

        @Override
        Optional<Brought> mail(Delivery delivery) throws IOException {
            return SnsMessage.read(delivery.sns())
                    .flatMap(sns -> sns.mail()
                            .map(raw -> new Brought(to -> to.write(raw), sns.recipients(), Bringer.PROVIDER)));
        }

        // Somebody has to open the address that confirms a new subscription; this never fetches it.
        @Override
        boolean isAboutItself(Delivery delivery) throws IOException {
            Optional<SnsMessage> sns = SnsMessage.read(delivery.sns()).filter(one -> !one.isNotification());
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
