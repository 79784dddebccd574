package dev.parley.core.port;

/**
 * The store could not carry out the work within its bounded number of tries: every race was lost, or the database is
 * away. Nothing was kept. Never an answer to a customer's question; the work is to be tried again later.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** {@code message}: how often it was tried and what was in the way. */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
