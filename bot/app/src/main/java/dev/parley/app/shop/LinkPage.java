package dev.parley.app.shop;

import dev.parley.core.port.Payments.Opened;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers of pages whose address is a secret: it must not be kept, indexed, or told to whoever is linked to. */
final class LinkPage {
    private LinkPage() {}

    /** This page, which loads nothing. */
    static ResponseEntity<String> of(HttpStatus status, String html) {
        return html(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(html);
    }

    /** A page whose address is no secret: it may be found. */
    static ResponseEntity<String> open(String html) {
        return html(HttpStatus.OK).header(HttpHeaders.CACHE_CONTROL, "no-cache").body(html);
    }

    private static ResponseEntity.BodyBuilder html(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' https:");
    }

    /** For links nobody knows; English, as nobody knows who reads it. {@code key}: of the words that say so. */
    static ResponseEntity<String> unknown(String key) {
        Wording words = Wording.of(Locale.ENGLISH);
        return of(HttpStatus.NOT_FOUND, words.html("unknown-head", "", words.paragraph(key)));
    }

    /** On to the page of who takes the money, or {@code later} if there is none now. */
    static ResponseEntity<String> pay(Opened opened, String later) {
        return switch (opened) {
            case Opened.Page(var checkout) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(checkout.url()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("Referrer-Policy", "no-referrer")
                        .body("");
            case Opened.Later _ -> of(HttpStatus.SERVICE_UNAVAILABLE, later);
            case Opened.Never _ -> of(HttpStatus.BAD_GATEWAY, later);
        };
    }
}
