package dev.parley.mail.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Certificates of mail servers, or of those who sign for them, that the operator trusts by name of a file. */
public final class TrustedCertificates {
    private TrustedCertificates() {}

    /**
     * Reads all certificates of a PEM file.
     *
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate; says so in words
     */
    public static List<X509Certificate> read(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            List<X509Certificate> read = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (read.isEmpty()) {
                throw new IllegalArgumentException(pem + " holds no certificate; it takes them in PEM form, each"
                        + " between BEGIN CERTIFICATE and END CERTIFICATE");
            }
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException(pem + " cannot be read: " + e, e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException(
                    pem + " is not a file of certificates in PEM form: " + e.getMessage(), e);
        }
    }

    /** Connections that trust these and nobody else. */
    static SSLSocketFactory only(List<X509Certificate> trusted) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate certificate : trusted) {
                store.setCertificateEntry(Integer.toString(store.size()), certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java has TLS and a store of keys", e);
        }
    }
}
