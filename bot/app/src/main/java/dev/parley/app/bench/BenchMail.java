package dev.parley.app.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Mails as ordinary mail programs write them, of a given size, each with a sender and id of its own. */
final class BenchMail {
    /** Whose word on the sender counts in the benchmark. */
    static final String AUTHSERV_ID = "mx.bench.example";

    private static final String DESK = "support@desk.example";
    private static final int SENTENCES_SEED = 7;
    private static final int BASE64_LINE = 76;
    private static final int HEADER_BYTES = 700;
    private static final String[] SENTENCES = {
        "The export has stopped with an error since we changed the server on Tuesday.",
        "Could you have a look at what it says in the log below, please?",
        "We run version 4.3.1 with the standard settings and two languages.",
        "It is not urgent, but it should work again before the end of the month.",
        "The page loads, then the table stays empty and nothing else happens.",
        "Restarting helped for an hour; after that it was the same as before.",
    };

    /** A mail of 3 KB, all of it text. */
    static final BenchMail TEXT = new BenchMail(3 * 1024, false);

    /** A mail of 100 KB, most of it a file. */
    static final BenchMail ATTACHED = new BenchMail(100 * 1024, true);

    private final String text;
    private final String attachment;

    /** {@code bytes}: how long a mail is, about; {@code attached}: most of it as a file instead of text. */
    private BenchMail(int bytes, boolean attached) {
        text = text(attached ? 1000 : Math.max(200, bytes - HEADER_BYTES));
        attachment = attached ? file(bytes - HEADER_BYTES - 1000) : "";
    }

    /** A mail that belongs to nothing yet. */
    byte[] fresh(String id, String sender) {
        return mail(id, sender, DESK, "", "Question about the export");
    }

    /** An answer to one of ours. */
    byte[] reply(String id, Ticket ticket) {
        return mail(
                id,
                ticket.customer(),
                ticket.replyTo(),
                "In-Reply-To: <%1$s>\r\nReferences: <%1$s>\r\n".formatted(ticket.messageId()),
                "Re: Question about the export");
    }

    /** A ticket as its customer knows it: by the mail they got. */
    record Ticket(String customer, String replyTo, String messageId) {}

    private byte[] mail(String id, String sender, String to, String threading, String subject) {
        String head = """
                Return-Path: <%2$s>
                Authentication-Results: %5$s; dkim=pass header.d=customer.example; \
                spf=pass smtp.mailfrom=%2$s; dmarc=pass header.from=customer.example
                Received: from mail.customer.example by %5$s with ESMTPS; Mon, 5 Oct 2026 09:00:00 +0000
                From: Pat Example <%2$s>
                To: Support <%3$s>
                Subject: %4$s
                Message-ID: <%1$s>
                Date: Mon, 5 Oct 2026 09:00:00 +0000
                MIME-Version: 1.0
                User-Agent: Mozilla Thunderbird
                """.formatted(id, sender, to, subject, AUTHSERV_ID).replace("\n", "\r\n");
        return (head + threading + body(!threading.isEmpty())).getBytes(StandardCharsets.US_ASCII);
    }

    private String body(boolean reply) {
        String said = reply ? "Thank you. Here is what you asked for.\r\n\r\n" + quoted() : text;
        String plain = "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n" + said;
        if (attachment.isEmpty()) {
            return plain;
        }
        return "Content-Type: multipart/mixed; boundary=\"=_bench\"\r\n\r\n--=_bench\r\n" + plain
                + "\r\n--=_bench\r\nContent-Type: application/octet-stream; name=\"log.gz\"\r\n"
                + "Content-Disposition: attachment; filename=\"log.gz\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + attachment + "\r\n--=_bench--\r\n";
    }

    private String quoted() {
        return "On Mon, 5 Oct 2026 at 10:00, Support <" + DESK + "> wrote:\r\n> " + text.replace("\r\n", "\r\n> ")
                + "\r\n";
    }

    private static String text(int bytes) {
        Random random = new Random(SENTENCES_SEED);
        StringBuilder text = new StringBuilder("Hello,\r\n\r\n");
        while (text.length() < bytes) {
            text.append(SENTENCES[random.nextInt(SENTENCES.length)]).append("\r\n");
        }
        return text.append("\r\nRegards,\r\nPat\r\n").toString();
    }

    private static String file(int encoded) {
        byte[] content = new byte[encoded * BASE64_LINE / (BASE64_LINE + 2) * 3 / 4];
        new Random(SENTENCES_SEED).nextBytes(content);
        return Base64.getMimeEncoder().encodeToString(content);
    }
}
