package dev.parley.app.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** A key with a certificate, and messages signed with it as Amazon SNS signs them (version 2). */
final class AmazonsKey {
    static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:support-mail";

    private static final String CERTIFICATE =
            "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";
    private static final String PASSWORD = "changeit";
    private static final List<String> UNSIGNED = List.of("SignatureVersion", "SigningCertURL", "Signature");

    private final KeyStore keys;

    AmazonsKey() {
        try {
            Path folder = Files.createTempDirectory("parley-sns");
            Path store = folder.resolve("k.p12");
            int ended = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=sns.amazonaws.com",
                            "-alias",
                            "k",
                            "-validity",
                            "2",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new AssertionError("keytool ended with " + ended);
            }
            keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            Files.delete(store);
            Files.delete(folder);
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    X509Certificate certificate() {
        try {
            return (X509Certificate) Objects.requireNonNull(keys.getCertificate("k"));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A notification with this in it. */
    String signed(String message) {
        return signed(fields("Notification", message));
    }

    /** What Amazon sends first. */
    String confirmation() {
        Map<String, String> fields = fields("SubscriptionConfirmation", "You have chosen to subscribe");
        fields.put("Token", "t");
        fields.put("SubscribeURL", "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t");
        return signed(fields);
    }

    private static Map<String, String> fields(String type, String message) {
        return new LinkedHashMap<>(Map.of(
                "Type", type,
                "MessageId", "1",
                "TopicArn", TOPIC,
                "Message", message,
                "Timestamp", "2026-03-02T09:00:00.000Z",
                "SignatureVersion", "2",
                "SigningCertURL", CERTIFICATE));
    }

    /** Every signed field here stands in the order of its name, as Amazon's do. */
    private String signed(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!UNSIGNED.contains(name)) {
                text.append(name).append('\n').append(value).append('\n');
            }
        });
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign((PrivateKey) keys.getKey("k", PASSWORD.toCharArray()));
            signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
            fields.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return JsonMapper.shared().writeValueAsString(fields);
    }
}
