package dev.parley.app.bot;

import dev.parley.app.demo.Demo;
import dev.parley.app.demo.DemoMailServer;
import dev.parley.core.message.MessageKey;
import dev.parley.core.port.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** A mail as the trusted edge of the demo's mail server hands it over. */
public record DemoMail(String from, String to, String subject, String text) {
    /** It under an id of its own, {@code @} and all. */
    RawMessage as(String id) {
        return as(Demo.DESK, id);
    }

    /** A mail to a desk, under an id made of its subject. */
    public static RawMessage raw(String desk, String from, String to, String subject, String text) {
        return new DemoMail(from, to, subject, text).as(desk, subject + "@customer.example");
    }

    /** The same to another desk. */
    RawMessage as(String desk, String id) {
        String raw = """
            Authentication-Results: %s; auth=pass smtp.auth=%s; spf=pass smtp.mailfrom=%s; dmarc=pass header.from=%s
            From: <%s>
            To: <%s>
            Subject: %s
            Message-ID: <%s>
            Date: Mon, 23 Nov 2026 10:12:00 +0000
            Content-Type: text/plain; charset=UTF-8

            %s
            """.formatted(
                        DemoMailServer.AUTHSERV_ID,
                        from,
                        from,
                        from.substring(from.indexOf('@') + 1),
                        from,
                        to,
                        subject,
                        id,
                        text)
                .replace("\n", "\r\n");
        return new RawMessage(
                desk,
                new MessageKey("mail:support", "<" + id + ">"),
                Clock.systemUTC().instant(),
                List.of(to),
                raw.getBytes(StandardCharsets.UTF_8));
    }
}
