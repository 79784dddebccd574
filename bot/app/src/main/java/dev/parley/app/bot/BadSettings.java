package dev.parley.app.bot;

/** The settings or a desk file are wrong; the message says what, where, and what would be right. */
public final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** {@code message}: for the operator's eyes, one problem a line. */
    public BadSettings(String message) {
        super(message);
    }
}
