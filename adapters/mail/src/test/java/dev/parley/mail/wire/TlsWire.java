package dev.parley.mail.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server's TLS side in front of one that only speaks plain: TLS at once, or after STARTTLS, or stripped of it. */
final class TlsWire implements AutoCloseable {
    enum Kind {
        AT_ONCE,
        STARTTLS,
        /** Somebody on the way takes the offer out. */
        STRIPPED
    }

    private final ServerSocket front;
    private final int server;
    private final Kind kind;
    private final SSLContext context;
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();

    private TlsWire(ServerSocket front, int server, Kind kind, SSLContext context) {
        this.front = front;
        this.server = server;
        this.kind = kind;
        this.context = context;
    }

    static TlsWire to(int server, Kind kind, SSLContext context) throws IOException {
        var wire = new TlsWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server, kind, context);
        Thread.ofVirtual().start(wire::accept);
        return wire;
    }

    int port() {
        return front.getLocalPort();
    }

    /** What the client said for everybody to hear. */
    synchronized String saidInPlain() {
        return plain.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        front.close();
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                var client = front.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            var secured = kind == Kind.AT_ONCE ? secure(client) : client;
            var line = new Line(secured, behind);
            Thread.ofVirtual().start(line::pumpBack);
            line.pumpForth();
        } catch (IOException gone) {
            // A client that does not like the certificate hangs up in the handshake.
            return;
        }
    }

    private SSLSocket secure(Socket client) throws IOException {
        var tls = (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
        tls.setUseClientMode(false);
        tls.startHandshake();
        return tls;
    }

    private synchronized void heard(String said) {
        plain.writeBytes(said.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** One connection; the client's side of it changes with STARTTLS. */
    private final class Line {
        private final Socket behind;
        private volatile Socket client;

        Line(Socket client, Socket behind) {
            this.client = client;
            this.behind = behind;
        }

        void pumpForth() throws IOException {
            var bytes = new byte[1 << 16];
            for (var n = read(bytes); n >= 0; n = read(bytes)) {
                var said = new String(bytes, 0, n, StandardCharsets.ISO_8859_1);
                if (!(client instanceof SSLSocket)) {
                    heard(said);
                }
                if (said.strip().toUpperCase(Locale.ROOT).endsWith("STARTTLS") && kind == Kind.STARTTLS) {
                    var imap = said.indexOf(' ') > 0;
                    var answer = imap ? said.substring(0, said.indexOf(' ')) + " OK begin\r\n" : "220 begin\r\n";
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    client = secure(client);
                } else {
                    behind.getOutputStream().write(bytes, 0, n);
                }
            }
        }

        private int read(byte[] bytes) throws IOException {
            return client.getInputStream().read(bytes);
        }

        void pumpBack() {
            var bytes = new byte[1 << 16];
            try (InputStream in = behind.getInputStream()) {
                for (var n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                    OutputStream out = client.getOutputStream();
                    out.write(offer(new String(bytes, 0, n, StandardCharsets.ISO_8859_1))
                            .getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                }
                client.close();
            } catch (IOException gone) {
                // One side hung up, and so does the other.
                return;
            }
        }

        private String offer(String said) {
            return kind != Kind.STARTTLS || client instanceof SSLSocket
                    ? said
                    : said.replace("CAPABILITY IMAP4rev1", "CAPABILITY IMAP4rev1 STARTTLS")
                            .replaceFirst("\r\n250 ", "\r\n250-STARTTLS\r\n250 ");
        }
    }
}
