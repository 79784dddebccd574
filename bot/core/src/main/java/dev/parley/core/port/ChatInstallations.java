package dev.parley.core.port;

import java.time.Instant;
import java.util.Optional;

/** Workspaces of a chat that installed our app. What is kept is sealed: whoever reads the database has no token. */
public interface ChatInstallations {
    /** Keeps what is known of the workspace, in place of what was known before. */
    void save(String desk, String workspace, byte[] sealed, Instant at);

    /** What is kept of the workspace; empty if it did not install the app, or took that back. */
    Optional<byte[]> find(String desk, String workspace);

    /** The workspace took the app away: nothing of it is kept. */
    void delete(String desk, String workspace);
}
