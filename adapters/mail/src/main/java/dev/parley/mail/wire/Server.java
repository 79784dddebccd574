package dev.parley.mail.wire;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/**
 * A mail server and how to log in there.
 *
 * @param security how the connection is protected; {@link Security#NONE} is for loopback only
 * @param timeout for connecting, reading and writing
 * @param trusted certificates that vouch for the server, in place of those the Java runtime trusts; empty: those
 */
public record Server(
        String host,
        int port,
        Security security,
        String user,
        String password,
        Duration timeout,
        List<X509Certificate> trusted) {

    public Server {
        trusted = List.copyOf(trusted);
    }

    /** A server the Java runtime trusts. */
    public Server(String host, int port, Security security, String user, String password, Duration timeout) {
        this(host, port, security, user, password, timeout, List.of());
    }

    /** How a connection is protected. */
    public enum Security {
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** Plain, then STARTTLS; refused if the server does not offer it. */
        STARTTLS,
        /** No protection. */
        NONE
    }

    String address() {
        return host + ":" + port;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + address() + " (" + security + ")";
    }
}
