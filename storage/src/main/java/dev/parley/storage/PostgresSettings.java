package dev.parley.storage;

import dev.parley.core.port.Tries;
import java.time.Duration;

/**
 * How to reach the database.
 *
 * @param url a JDBC URL, {@code jdbc:postgresql://host:5432/name}
 * @param connectionsMax the most connections this process opens; each worker needs one while it decides
 * @param connectWait how long a worker waits for a free connection before it gives up
 * @param statementTime the longest a statement may run, waiting for locks included; zero: no limit
 * @param tries how often failing work is tried
 */
public record PostgresSettings(
        String url,
        String user,
        String password,
        int connectionsMax,
        Duration connectWait,
        Duration statementTime,
        Tries tries) {

    /** Ten connections, five seconds to get one, thirty seconds a statement: two cores are busy with fewer. */
    public static PostgresSettings of(String url, String user, String password) {
        return new PostgresSettings(
                url, user, password, 10, Duration.ofSeconds(5), Duration.ofSeconds(30), Tries.DEFAULT);
    }

    public PostgresSettings {
        if (connectionsMax < 2) {
            throw new IllegalArgumentException("connectionsMax " + connectionsMax + ": at least 2");
        }
    }

    /** The same with another number of connections. */
    public PostgresSettings withConnections(int max) {
        return new PostgresSettings(url, user, password, max, connectWait, statementTime, tries);
    }

    /** The same for one who looks at everything: a statement may run as long as it takes. */
    public PostgresSettings withoutStatementTime() {
        return new PostgresSettings(url, user, password, connectionsMax, connectWait, Duration.ZERO, tries);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PostgresSettings[url=" + url + ", user=" + user + ", connectionsMax=" + connectionsMax + "]";
    }
}
