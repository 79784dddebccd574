package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.mail.auth.Belief;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpListenerTest {

    private static final SmtpListener.Target SUPPORT =
            new SmtpListener.Target("support", "mail:support", Belief.NONE, 1_000);
    private static final SmtpListener.Target SALES = new SmtpListener.Target("sales", "mail:sales", Belief.NONE, 1_000);

    private final List<RawMessage> stored = new ArrayList<>();
    private boolean storeIsAway;
    private final SmtpListener listener = SmtpListener.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            address -> address.startsWith("support")
                    ? Optional.of(SUPPORT)
                    : address.startsWith("sales") ? Optional.of(SALES) : Optional.empty(),
            new Recorder(),
            Inspection.beforeUs(() -> {
                throw new AssertionError("nobody is to be asked");
            }),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        listener.close();
    }

    @Test
    void aMailIsStoredBeforeItIsTaken() throws IOException {
        List<String> answers = say(
                "HELO mx.vendor.example",
                "MAIL FROM:<alice@customer.example>",
                "RCPT TO:<support+abc@vendor.example>",
                "DATA",
                "Message-ID: <1@customer.example>\r\nSubject: Hello\r\n\r\n..dot\r\n.");

        assertThat(answers.getLast()).startsWith("250");
        assertThat(stored).singleElement().satisfies(mail -> {
            assertThat(mail.desk()).isEqualTo("support");
            assertThat(mail.recipients()).containsExactly("support+abc@vendor.example");
            assertThat(mail.key()).isEqualTo(MessageKeys.of("mail:support", mail.raw()));
            assertThat(new String(mail.raw(), StandardCharsets.US_ASCII)).endsWith("\r\n\r\n.dot\r\n");
        });
    }

    @Test
    void aMailThatCouldNotBeStoredStaysWithTheMailServer() throws IOException {
        storeIsAway = true;

        assertThat(deliver("Subject: Hello\r\n\r\nHello\r\n.", "support@vendor.example"))
                .startsWith("451");

        storeIsAway = false;
        assertThat(deliver("Subject: Hello\r\n\r\nHello\r\n.", "support@vendor.example"))
                .startsWith("250");
        assertThat(stored).hasSize(1);
    }

    @Test
    void anAddressOfNobodyIsRefusedForGood() throws IOException {
        List<String> answers = say("HELO x", "MAIL FROM:<>", "RCPT TO:<nobody@vendor.example>");

        assertThat(answers.getLast()).startsWith("550");
    }

    @Test
    void aMailOverTheLimitIsRefusedForGoodAndTheNextIsTaken() throws IOException {
        assertThat(deliver("Subject: x\r\n\r\n" + "long line\r\n".repeat(200) + ".", "support@vendor.example"))
                .startsWith("552");
        assertThat(stored).isEmpty();
        assertThat(deliver("Subject: x\r\n\r\nshort\r\n.", "support@vendor.example"))
                .startsWith("250");
    }

    @Test
    void pitfall35AMailOfSixtyMegabytesIsRefusedAndTheNextIsTaken() throws IOException {
        assertThat(deliver(
                        "Subject: x\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(60_000) + ".",
                        "support@vendor.example"))
                .startsWith("552");
        assertThat(deliver("Subject: x\r\n\r\nshort\r\n.", "support@vendor.example"))
                .startsWith("250");
    }

    @Test
    void pitfall17AMailToTwoDesksIsStoredForEach() throws IOException {
        deliver("Subject: x\r\n\r\nHello\r\n.", "support@vendor.example", "sales@vendor.example");

        assertThat(stored).extracting(RawMessage::desk).containsExactly("support", "sales");
        assertThat(stored.getFirst().key()).isNotEqualTo(stored.getLast().key());
    }

    private String deliver(String mail, String... recipients) throws IOException {
        List<String> lines = new ArrayList<>(List.of("HELO x", "MAIL FROM:<alice@customer.example>"));
        for (String recipient : recipients) {
            lines.add("RCPT TO:<" + recipient + ">");
        }
        lines.add("DATA");
        lines.add(mail);
        return say(lines.toArray(String[]::new)).getLast();
    }

    private List<String> say(String... lines) throws IOException {
        List<String> answers = new ArrayList<>();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            answers.add(in.readLine());
            for (String line : lines) {
                out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
                answers.add(in.readLine());
            }
        }
        return answers;
    }

    /** Keeps what is recorded, or says that the database is away. */
    private final class Recorder implements Inbox {
        @Override
        public int record(List<RawMessage> messages) {
            if (storeIsAway) {
                throw new StoreUnavailable("away", new IOException("no connection"));
            }
            stored.addAll(messages);
            return messages.size();
        }

        @Override
        public List<Claim> claim(String worker, int max, Duration lease, Instant now) {
            return List.of();
        }

        @Override
        public void fail(Claim claim, String why, Instant retryAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Quarantined> quarantined(String desk, int max) {
            return List.of();
        }

        @Override
        public boolean release(String desk, long id) {
            return false;
        }
    }
}
