package dev.parley.app.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Certificates, fetched once and kept while they are valid; nobody is followed to another address. */
final class FetchedCertificates implements SnsMessage.Certificates {
    private static final int BYTES_MAX = 64 * 1024;
    private static final int KEPT_MAX = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, X509Certificate> kept = new ConcurrentHashMap<>();
    private final InstantSource clock;

    FetchedCertificates(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public X509Certificate at(String url) throws GeneralSecurityException {
        X509Certificate known = kept.get(url);
        X509Certificate certificate = known == null ? fetched(url) : known;
        certificate.checkValidity(Date.from(clock.instant()));
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        kept.put(url, certificate);
        return certificate;
    }

    private static X509Certificate fetched(String url) throws GeneralSecurityException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).GET().build();
        try (HttpClient http = HttpClient.newBuilder()
                        .connectTimeout(TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
                InputStream body = http.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            byte[] pem = body.readNBytes(BYTES_MAX);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        } catch (IOException e) {
            throw new CertificateException("cannot fetch " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CertificateException("interrupted", e);
        }
    }
}
