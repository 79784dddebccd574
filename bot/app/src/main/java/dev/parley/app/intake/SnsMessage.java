package dev.parley.app.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of Amazon SNS, by which SES hands on mail. It is believed when Amazon signed it and it is about the topic
 * the desk named: Amazon signs for every customer of its own.
 */
record SnsMessage(JsonNode fields) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Whoever may make Amazon fetch or be fetched from anywhere else could sign for Amazon. */
    private static final Pattern CERTIFICATE =
            Pattern.compile("https://sns\\.([a-z0-9-]{3,30})\\.amazonaws\\.com(?:\\.cn)?/"
                    + "SimpleNotificationService-[0-9A-Za-z]{16,64}\\.pem");

    private static final Pattern TOPIC = Pattern.compile("arn:aws[a-z-]*:sns:([a-z0-9-]{3,30}):\\d{12}:[\\w.-]{1,256}");
    private static final List<String> OF_NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    /** Fetches certificates from an address that was found to be Amazon's. */
    interface Certificates {
        X509Certificate at(String url) throws GeneralSecurityException;
    }

    static Optional<SnsMessage> read(byte[] json) {
        try {
            JsonNode fields = JSON.readTree(json);
            return fields.isObject() ? Optional.of(new SnsMessage(fields)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether an ARN can be a topic's. */
    static boolean isTopic(String arn) {
        return TOPIC.matcher(arn).matches();
    }

    boolean isSignedFor(String topic, Certificates certificates) {
        Matcher arn = TOPIC.matcher(topic);
        Matcher url = CERTIFICATE.matcher(text("SigningCertURL"));
        if (!arn.matches()
                || !topic.equals(text("TopicArn"))
                || !url.matches()
                || !url.group(1).equals(arn.group(1))) {
            return false;
        }
        try {
            Signature signature =
                    Signature.getInstance(text("SignatureVersion").equals("2") ? "SHA256withRSA" : "SHA1withRSA");
            signature.initVerify(certificates.at(url.group()).getPublicKey());
            signature.update(signed().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(text("Signature")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private String signed() {
        StringBuilder signed = new StringBuilder();
        for (String name : isNotification() ? OF_NOTIFICATION : OF_CONFIRMATION) {
            if (fields.has(name)) {
                signed.append(name).append('\n').append(text(name)).append('\n');
            }
        }
        return signed.toString();
    }

    boolean isNotification() {
        return text("Type").equals("Notification");
    }

    /** The address somebody has to open once, so that messages come; "" if it is not Amazon's. */
    String subscribeUrl() {
        String url = text("SubscribeURL");
        return url.matches("https://sns\\.[a-z0-9-]{3,30}\\.amazonaws\\.com(\\.cn)?/\\?\\S{1,1000}") ? url : "";
    }

    /** The mail SES received, as its action for SNS puts it in; empty if it is not in it. */
    Optional<byte[]> mail() {
        JsonNode told = ses();
        String content = told.path("content").asString("");
        boolean encoded = told.path("receipt")
                .path("action")
                .path("encoding")
                .asString("")
                .equalsIgnoreCase("BASE64");
        try {
            return content.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            encoded
                                    ? Base64.getMimeDecoder().decode(content)
                                    : content.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    List<String> recipients() {
        return ses().path("receipt")
                .path("recipients")
                .valueStream()
                .map(one -> one.asString(""))
                .toList();
    }

    private JsonNode ses() {
        try {
            return JSON.readTree(text("Message"));
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private String text(String name) {
        return fields.path(name).asString("");
    }
}
