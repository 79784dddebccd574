package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.port.RawMessage;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.mail.auth.Belief;
import dev.parley.mail.wire.SmtpListener.Target;
import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LmtpListenerTest {
    private static final Target SUPPORT = new Target("support", "mail:support", Belief.NONE, 10_000);
    private static final Target SALES = new Target("sales", "mail:sales", Belief.NONE, 100);

    private final Arrivals arrivals = new Arrivals(new InMemoryStore(SettableClock.onAMonday()).inbox());
    private final LmtpListener listener = open();

    private LmtpListener open() {
        try {
            return LmtpListener.open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    address -> address.startsWith("support")
                            ? Optional.of(SUPPORT)
                            : address.startsWith("sales") ? Optional.of(SALES) : Optional.empty(),
                    arrivals,
                    Inspection.beforeUs(() -> {
                        throw new AssertionError("nobody is to be asked");
                    }),
                    Clock.systemUTC());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    /** Says all lines at once (pipelining, RFC 2920), then reads so many answers. */
    private List<String> say(int answers, String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            List<String> said = new ArrayList<>();
            while (said.size() < answers) {
                String line = in.readLine();
                if (line == null) {
                    break;
                }
                if (line.length() < 4 || line.charAt(3) != '-') {
                    said.add(line);
                }
            }
            return said;
        }
    }

    private List<String> deliver(String text, String... recipients) throws IOException {
        List<String> lines = new ArrayList<>(List.of("LHLO mx.vendor.example", "MAIL FROM:<alice@customer.example>"));
        for (String recipient : recipients) {
            lines.add("RCPT TO:<" + recipient + ">");
        }
        lines.add("DATA");
        lines.add(text);
        lines.add(".");
        List<String> said = say(4 + 2 * recipients.length, lines.toArray(String[]::new));
        return said.subList(Math.min(said.size(), 4 + recipients.length), said.size());
    }

    @Test
    void aMailIsStoredForItsRecipientBeforeItIsTaken() throws IOException {
        assertThat(deliver("Subject: x\r\n\r\n..dot\r\nHello", "support+abc@vendor.example"))
                .containsExactly("250 2.0.0 Stored");

        assertThat(arrivals.handedIn()).singleElement().satisfies(mail -> {
            assertThat(mail.recipients()).containsExactly("support+abc@vendor.example");
            assertThat(new String(mail.raw(), StandardCharsets.US_ASCII))
                    .isEqualTo("Subject: x\r\n\r\n.dot\r\nHello\r\n");
        });
    }

    @Test
    void eachRecipientGetsAnAnswerOfItsOwn() throws IOException {
        arrivals.beforeRecording(mails -> {
            if (mails.getFirst().desk().equals("sales")) {
                throw new StoreUnavailable("away", new IOException("no connection"));
            }
        });

        assertThat(deliver("Subject: x\r\n\r\nHi", "sales@vendor.example", "support@vendor.example"))
                .containsExactly("451 4.3.0 It could not be stored, try again later", "250 2.0.0 Stored");
        assertThat(arrivals.handedIn()).extracting(RawMessage::desk).containsExactly("support");
    }

    @Test
    void pitfall35AMailTooLargeForOneDeskIsTakenByTheOther() throws IOException {
        assertThat(deliver("Subject: x\r\n\r\n" + "x".repeat(200), "sales@vendor.example", "support@vendor.example"))
                .containsExactly("552 5.3.4 A mail has at most 100 bytes here", "250 2.0.0 Stored");
    }

    @Test
    void twoAddressesOfOneDeskAreOneMail() throws IOException {
        assertThat(deliver("Subject: x\r\n\r\nHi", "support@vendor.example", "support+a@vendor.example"))
                .containsExactly("250 2.0.0 Stored", "250 2.0.0 Stored");
        assertThat(arrivals.handedIn())
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).hasSize(2));
    }

    @Test
    void whatIsOutOfTurnIsRefusedInWords() throws IOException {
        assertThat(say(
                        8,
                        "MAIL FROM:<a@b.example>",
                        "EHLO x",
                        "LHLO x",
                        "RCPT TO:<support@vendor.example>",
                        "DATA",
                        "MAIL FROM:<>",
                        "RCPT TO:<nobody@vendor.example>"))
                .containsExactly(
                        "220 Parley LMTP",
                        "503 5.5.1 Say LHLO first",
                        "500 5.5.1 This is LMTP: say LHLO",
                        "250 SMTPUTF8",
                        "503 5.5.1 Say MAIL first",
                        "503 5.5.1 Nobody was named to deliver it for",
                        "250 2.1.0 Go on",
                        "550 5.1.1 Nobody here has this address");
    }

    @Test
    void nobodyHidesASecondMailBehindABareLineFeed() throws IOException {
        assertThat(deliver(
                        "Subject: x\r\n\r\nHi\n.\nMAIL FROM:<evil@elsewhere.example>\r\n.\r", "support@vendor.example"))
                .containsExactly("250 2.0.0 Stored");

        assertThat(arrivals.texts())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("\n.\nMAIL FROM:<evil@elsewhere.example>"));
    }

    @Test
    void aConnectionThatBreaksWithinAMailStoresNothing() throws IOException {
        assertThat(say(5, "LHLO x", "MAIL FROM:<>", "RCPT TO:<support@vendor.example>", "DATA", "Subject: half"))
                .hasSize(5);

        assertThat(arrivals.handedIn()).isEmpty();
    }
}
