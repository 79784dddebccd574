package dev.parley.app.intake;

import dev.parley.app.intake.MailDoors.Bringer;
import dev.parley.app.intake.MailDoors.Brought;
import dev.parley.app.intake.MailDoors.Door;
import dev.parley.mail.wire.Arriving;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes mail by HTTP: raw, as {@code ./parley deliver} brings it, or in the forms of mail providers. 200 means stored;
 * 413 and 422 mean never; anything else means that it is to be brought again.
 */
@RestController
public class MailController {
    private final MailDoors doors;
    private final InstantSource clock;
    private final SnsMessage.Certificates certificates;

    MailController(MailDoors doors, SnsMessage.Certificates certificates, InstantSource clock) {
        this.doors = doors;
        this.certificates = certificates;
        this.clock = clock;
    }

    @PostMapping("/api/v1/desks/{desk}/mail")
    ResponseEntity<String> raw(
            @PathVariable String desk,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(defaultValue = "") List<String> recipient,
            @RequestParam(defaultValue = "false") boolean redirect,
            HttpServletRequest request)
            throws IOException {
        Optional<Door> door = doors.of(desk).filter(d -> knows(authorization, d));
        if (door.isEmpty()) {
            return nobody();
        }
        MailDoors.Content body = to -> {
            long _ = request.getInputStream().transferTo(to);
        };
        Bringer by = redirect ? Bringer.OURS_REDIRECTED : Bringer.OURS;
        return store(desk, door.get(), new Brought(body, recipient, by));
    }

    /** Mailgun's routes (MIME), SendGrid's Inbound Parse (raw), Postmark's inbound webhook (raw), SES by SNS. */
    @PostMapping("/api/v1/desks/{desk}/mail/{provider}")
    ResponseEntity<String> webhook(
            @PathVariable String desk,
            @PathVariable String provider,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        Optional<Door> door = doors.of(desk);
        Optional<Provider> known = Provider.called(provider);
        if (door.isEmpty() || known.isEmpty()) {
            return answer(HttpStatus.NOT_FOUND, "There is no such way in; mailgun, sendgrid, postmark and ses are.");
        }
        boolean knows = knows(authorization, door.get());
        try (Delivery delivery = new Delivery(request, door.get(), knows, certificates, clock.instant())) {
            return webhook(desk, known.get(), delivery);
        } catch (Delivery.TooLarge e) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(e.getMessage()));
        }
    }

    private ResponseEntity<String> webhook(String desk, Provider provider, Delivery delivery) throws IOException {
        if (!provider.proven(delivery)) {
            return nobody();
        }
        if (provider.isAboutItself(delivery)) {
            return answer(HttpStatus.OK, "Heard.");
        }
        Optional<Brought> mail = provider.mail(delivery);
        return mail.isPresent()
                ? store(desk, delivery.door(), mail.get())
                : answer(HttpStatus.UNPROCESSABLE_CONTENT, provider.advice());
    }

    private ResponseEntity<String> store(String desk, Door door, Brought brought) throws IOException {
        try (Arriving mail = new Arriving(door.bytesMax())) {
            brought.mail().writeTo(mail);
            Optional<ResponseEntity<String>> refusal = refusal(mail.size(), door);
            if (refusal.isEmpty()) {
                doors.record(desk, door, mail, brought);
            }
            return refusal.orElseGet(() -> answer(HttpStatus.OK, "Stored."));
        }
    }

    private static Optional<ResponseEntity<String>> refusal(long size, Door door) {
        if (size > door.bytesMax()) {
            return Optional.of(
                    answer(HttpStatus.CONTENT_TOO_LARGE, "A mail has at most " + door.bytesMax() + " bytes here."));
        }
        return size == 0
                ? Optional.of(answer(HttpStatus.UNPROCESSABLE_CONTENT, "There was no mail in it."))
                : Optional.empty();
    }

    /** A bearer token (RFC 6750), or the password of basic authentication (RFC 7617), as webhook addresses carry it. */
    private static boolean knows(@Nullable String authorization, Door door) {
        if (authorization == null || door.secret().isEmpty()) {
            return false;
        }
        if (authorization.startsWith("Bearer ")) {
            return MailDoors.same(authorization.substring(7).strip(), door.secret());
        }
        return authorization.startsWith("Basic ")
                && MailDoors.same(password(authorization.substring(6).strip()), door.secret());
    }

    private static String password(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static ResponseEntity<String> nobody() {
        return answer(
                HttpStatus.UNAUTHORIZED,
                "This needs the secret of the desk's mailbox (parley.desks[n].mailbox.intake).");
    }

    private static ResponseEntity<String> answer(HttpStatus status, String words) {
        return ResponseEntity.status(status).body(words);
    }
}
