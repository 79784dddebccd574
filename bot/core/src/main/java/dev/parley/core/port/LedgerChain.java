package dev.parley.core.port;

import dev.parley.core.port.Wallets.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The hash chain over a desk's journal, for auditors: each event is one line that carries the SHA-256 of the line
 * before. What was sealed once can be proven to be unchanged. The format: docs/papers.md.
 */
public interface LedgerChain {
    /** The invariant that it speaks for. */
    String INVARIANT = "I33";

    /** What the first line carries. */
    String BEGINNING = "0".repeat(64);

    /** The most lines that are read at once. */
    int PAGE_MAX = 500;

    /** Seals every event that is committed and not sealed yet, and tells the end of the chain. */
    Link seal(String desk);

    /** The link at a position, 1 or more; the {@link #BEGINNING} at 0; empty beyond the end. */
    Optional<Link> at(String desk, long position);

    /** Up to {@code max} lines after a position, in order, as the journal makes them now. */
    List<String> lines(String desk, long after, int max);

    /**
     * Makes sealed lines anew and compares: of each desk those since its last verification, or all where the last of
     * all is {@code wholeEvery} ago or longer. Notes how far a chain is right; {@link Wallets#violations} goes on from
     * there.
     *
     * @return what is not as it was sealed (I33), by desk
     */
    List<Violation> verify(Duration wholeEvery);

    /** A link. {@code hash}: of its line, in lower-case hexadecimal digits. */
    record Link(long position, String hash) {}
}
