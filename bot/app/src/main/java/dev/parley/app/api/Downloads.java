package dev.parley.app.api;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Files somebody else made, handed out so that no browser runs them or guesses what they are. */
final class Downloads {
    private Downloads() {}

    static void head(HttpServletResponse answer, String name, String type) {
        answer.setContentType(type);
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
