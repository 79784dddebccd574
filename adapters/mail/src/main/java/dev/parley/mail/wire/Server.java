package dev.parley.mail.wire;

import java.time.Duration;

/**
 * A mail server and how to log in there.
 *
 * @param security how the connection is protected; {@link Security#NONE} is for loopback only
 * @param timeout for connecting, reading and writing
 */
public record Server(String host, int port, Security security, String user, String password, Duration timeout) {

    /** How a connection is protected. */
    public enum Security {
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** Plain, then STARTTLS; refused if the server does not offer it. */
        STARTTLS,
        /** No protection. */
        NONE
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + host + ":" + port + " (" + security + ")";
    }
}
