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
    private final FetchedCertificates certificates;

    MailController(MailDoors doors, InstantSource clock) {
        this.doors = doors;
        this.certificates = new FetchedCertificates(clock);
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
        try (Arriving mail = new Arriving(door.get().bytesMax())) {
            long _ = request.getInputStream().transferTo(mail);
            Optional<ResponseEntity<String>> refusal = refusal(mail.size(), door.get());
            if (refusal.isEmpty()) {
                doors.record(
                        desk,
                        door.get(),
                        mail,
                        new Brought(new byte[0], recipient, redirect ? Bringer.OURS_REDIRECTED : Bringer.OURS));
            }
            return refusal.orElseGet(() -> answer(HttpStatus.OK, "Stored."));
        }
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
        Provider.Delivery delivery = new Provider.Delivery(
                request, door.get(), knows(authorization, door.get()), certificates, clock.instant());
        if (!known.get().proven(delivery)) {
            return nobody();
        }
        if (known.get().isAboutItself(delivery)) {
            return answer(HttpStatus.OK, "Heard.");
        }
        Optional<Brought> mail = known.get().mail(delivery);
        return mail.isPresent()
                ? store(desk, door.get(), mail.get())
                : answer(HttpStatus.UNPROCESSABLE_CONTENT, known.get().advice());
    }

    private ResponseEntity<String> store(String desk, Door door, Brought mail) {
        Optional<ResponseEntity<String>> refusal = refusal(mail.raw().length, door);
        if (refusal.isEmpty()) {
            doors.record(desk, door, mail);
        }
        return refusal.orElseGet(() -> answer(HttpStatus.OK, "Stored."));
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
