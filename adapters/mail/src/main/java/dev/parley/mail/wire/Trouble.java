package dev.parley.mail.wire;

import dev.parley.mail.oauth.AuthorisationEnded;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in words what is wrong with a mail server and what to do about it. Never a password. */
final class Trouble {
    private static final int CAUSES_MAX = 20;

    private Trouble() {}

    static String of(Throwable failure, MailboxSettings settings) {
        FolderNotFoundException folder = cause(failure, FolderNotFoundException.class);
        return folder == null
                ? of(failure, settings.server())
                : "there is no folder " + settings.folder() + " at "
                        + settings.server().address() + "; set mailbox.folder to one the server has, or make it there";
    }

    static String of(Throwable failure, Server server) {
        String at = server.address();
        if (cause(failure, AuthorisationEnded.class) != null) {
            return "nobody can log in as " + server.user() + " at " + at + ": " + words(failure) + "; what is there"
                    + " stays there, and is read once access is given anew: see ./parley mailbox authorise";
        }
        if (isLogin(failure) && server.tokens() != null) {
            return "the log-in of " + server.user() + " at " + at + " by token is refused (" + words(failure)
                    + "); check that the token is for this mailbox, and that the application may use this protocol";
        }
        if (isLogin(failure)) {
            return "the log-in of " + server.user() + " at " + at + " is refused (" + words(failure)
                    + "); check user and password, and that the server allows log-in by password";
        }
        SSLException tls = cause(failure, SSLException.class);
        if (tls != null) {
            return ofTls(tls, server);
        }
        if (words(failure).contains("STARTTLS")) {
            return at + " offers no STARTTLS, and nothing is sent unprotected; mend the server, or set security: tls"
                    + " with its port for that";
        }
        if (cause(failure, UnknownHostException.class) != null) {
            return "no server is known by the name " + server.host() + "; check host, and the name service";
        }
        if (cause(failure, SocketTimeoutException.class) != null) {
            return at + " does not answer within " + server.timeout().toSeconds() + " s";
        }
        if (cause(failure, ConnectException.class) != null) {
            return at + " takes no connections; check host and port, and that the server runs";
        }
        return words(failure);
    }

    /** True if the server knows us not, so that trying again soon is of no use and may lock the account. */
    static boolean isLogin(Throwable failure) {
        return cause(failure, AuthenticationFailedException.class) != null;
    }

    private static String ofTls(SSLException tls, Server server) {
        String at = server.address();
        if (cause(tls, CertificateExpiredException.class) != null) {
            return "the certificate of " + at + " has expired; it has to be renewed there";
        }
        if (cause(tls, CertPathBuilderException.class) != null || words(tls).contains("PKIX")) {
            return "the certificate of " + at + " is not trusted; if it is the right server, name a PEM file with its"
                    + " certificate, or that of who signed it, in trust";
        }
        CertificateException name = cause(tls, CertificateException.class);
        if (name != null) {
            return "the certificate of " + at + " is not for " + server.host() + " (" + name.getMessage()
                    + "); set host to a name that stands in it";
        }
        return "TLS with " + at + " fails (" + words(tls) + "); check that port and security belong together";
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message.strip();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
