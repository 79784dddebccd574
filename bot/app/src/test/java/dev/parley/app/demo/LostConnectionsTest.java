package dev.parley.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import org.junit.jupiter.api.Test;

class LostConnectionsTest {
    private static Throwable thrownBy(String type, Throwable cause) {
        Throwable thrown = new IllegalStateException("Can not handle IMAP connection", cause);
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "run", "ImapHandler.java", 67)});
        return thrown;
    }

    @Test
    void onlyALostConnectionOfTheDemosServerIsKeptStillAbout() {
        String server = "com.icegreen.greenmail.imap.ImapHandler";

        assertThat(LostConnections.isLost(thrownBy(server, new SocketException("Broken pipe"))))
                .isTrue();
        assertThat(LostConnections.isLost(thrownBy(server, new NullPointerException())))
                .isFalse();
        assertThat(LostConnections.isLost(thrownBy("dev.parley.app.demo.Mailboxes", new SocketException("x"))))
                .isFalse();
    }
}
