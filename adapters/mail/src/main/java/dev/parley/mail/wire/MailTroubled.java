package dev.parley.mail.wire;

import jakarta.mail.MessagingException;

/** One mail could not be read or stored, while its server and the store are there. */
final class MailTroubled extends MessagingException {
    private static final long serialVersionUID = 1;

    private final boolean setAside;

    MailTroubled(String message, boolean setAside, Exception cause) {
        super(message, cause);
        this.setAside = setAside;
    }

    /** True if it stands in the quarantine now, and what comes after it is next. */
    boolean isSetAside() {
        return setAside;
    }
}
