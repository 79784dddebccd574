package dev.parley.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Everything the bot needs around it, on this machine and without any configuration: PostgreSQL and a mail server. */
public final class DemoServers implements AutoCloseable {

    /** The mailbox of the desk that is paid in credits. */
    public static final DemoAccount DESK = new DemoAccount("support@desk.example", "desk");

    /** The mailbox of the desk that is paid in points. */
    public static final DemoAccount RAYOS = new DemoAccount("rayos@desk.example", "desk");

    /** The mailbox of the desk with packages of hours. */
    public static final DemoAccount PACKAGES = new DemoAccount("packages@desk.example", "desk");

    /** A customer. */
    public static final DemoAccount ALICE = new DemoAccount("alice@customer.example", "alice");

    /** A colleague of Alice's, with the same customer. */
    public static final DemoAccount BOB = new DemoAccount("bob@customer.example", "bob");

    /** Another customer. */
    public static final DemoAccount CAROL = new DemoAccount("carol@other.example", "carol");

    /** All mailboxes. */
    public static final List<DemoAccount> ACCOUNTS = List.of(DESK, RAYOS, PACKAGES, ALICE, BOB, CAROL);

    private final EmbeddedPostgresServer postgres;
    private final DemoMailServer mail;

    private DemoServers(EmbeddedPostgresServer postgres, DemoMailServer mail) {
        this.postgres = postgres;
        this.mail = mail;
    }

    /** Ports on 127.0.0.1, each 1 to 65535, or 0 for any free one. */
    public record Ports(int postgres, int smtp, int imap) {}

    /**
     * Starts both on the data of last time.
     *
     * @param directory where they keep their data
     * @throws IOException when one of them cannot start, with a sentence that says why
     */
    public static DemoServers start(Path directory, Ports ports, InstantSource clock) throws IOException {
        var settings = new DemoMailServer.Settings(directory.resolve("mail"), ports.smtp(), ports.imap(), ACCOUNTS);
        var postgres = EmbeddedPostgresServer.start(directory.resolve("postgres"), ports.postgres());
        try {
            return new DemoServers(postgres, DemoMailServer.start(settings, clock));
        } catch (IOException | RuntimeException problem) {
            postgres.close();
            throw problem;
        }
    }

    public EmbeddedPostgresServer postgres() {
        return postgres;
    }

    public DemoMailServer mail() {
        return mail;
    }

    /** Stops both cleanly. */
    @Override
    public void close() throws IOException {
        try {
            mail.close();
        } finally {
            postgres.close();
        }
    }
}
