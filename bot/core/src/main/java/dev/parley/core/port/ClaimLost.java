package dev.parley.core.port;

/**
 * The lease ended and another worker has claimed the message, or it was finished before. Whoever learns this keeps
 * nothing and goes on with the next message.
 */
public final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** {@code id}: the claim's id; {@code tries}: the try that lost it. */
    public ClaimLost(long id, int tries) {
        super("inbox message " + id + " is no longer claimed by its try " + tries);
    }
}
