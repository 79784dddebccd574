package dev.parley.mail.wire;

import dev.parley.mail.oauth.AccessTokens;
import jakarta.mail.MessagingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail server and how to log in there.
 *
 * @param security how the connection is protected; {@link Security#NONE} is for loopback only
 * @param tokens gives what is said in place of the password (XOAUTH2); null: the password is said
 * @param timeout for connecting, reading and writing
 * @param trusted certificates that vouch for the server, in place of those the Java runtime trusts; empty: those
 */
public record Server(
        String host,
        int port,
        Security security,
        String user,
        String password,
        @Nullable AccessTokens tokens,
        Duration timeout,
        List<X509Certificate> trusted) {

    public Server {
        trusted = List.copyOf(trusted);
    }

    /** A server the Java runtime trusts. */
    public Server(String host, int port, Security security, String user, String password, Duration timeout) {
        this(host, port, security, user, password, null, timeout, List.of());
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

    /** What proves that we are {@code user}: the password, or a token that is good now. */
    String proof() throws MessagingException {
        return tokens == null ? password : tokens.current();
    }

    /** Tells that {@code proof} was refused, so that a token is not tried again. */
    void refused(String proof) {
        if (tokens != null) {
            tokens.drop(proof);
        }
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
