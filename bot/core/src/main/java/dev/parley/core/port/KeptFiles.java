package dev.parley.core.port;

import java.io.IOException;
import java.io.OutputStream;

/** The files that were taken out of messages ({@link Enclosures}), each kept once a desk. */
public interface KeptFiles {
    /**
     * Writes the file with this SHA-256 (lower case hex) to {@code to}, piece by piece.
     *
     * @return false if the desk has none; nothing is written then
     */
    boolean write(String desk, String sha256, OutputStream to) throws IOException;
}
