package dev.parley.mail.wire;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;

/** Connects to a server as whoever its settings name, or as nobody. */
final class LogIn {
    private LogIn() {}

    /** A token that is refused is dropped, so that the next try comes with a fresh one. */
    static void at(Server server, Service service) throws MessagingException {
        if (server.user().isEmpty()) {
            service.connect(server.host(), server.port(), null, null);
            return;
        }
        String proof = server.proof();
        try {
            service.connect(server.host(), server.port(), server.user(), proof);
        } catch (AuthenticationFailedException e) {
            server.refused(proof);
            throw e;
        }
    }
}
