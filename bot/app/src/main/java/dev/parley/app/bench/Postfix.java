package dev.parley.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Postfix from the system's packages, on loopback with configuration, queue and log in one folder; the machine's own is
 * not touched. It brings mail where it is told, and tries again within a second or two.
 */
final class Postfix implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
    private static final Path PARTS = Path.of("/usr/lib/postfix/sbin");

    private final Path directory;
    private final int port;

    private Postfix(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Why it cannot be started here; empty if it can. */
    static Optional<String> missing() {
        if (!Files.isExecutable(PROGRAM) || !Files.isDirectory(PARTS)) {
            return Optional.of("no Postfix: apt-get install postfix");
        }
        return "root".equals(System.getProperty("user.name"))
                ? Optional.empty()
                : Optional.of("Postfix starts as root only");
    }

    /**
     * Starts it in a folder of its own, which lies in one of ours; it listens when this returns.
     *
     * @param ports for each domain of recipients the port on loopback where its mail is brought by LMTP
     */
    static Postfix start(Path directory, Map<String, Integer> ports) throws IOException, InterruptedException {
        for (String folder : new String[] {"etc", "queue", "data"}) {
            Files.createDirectories(directory.resolve(folder));
        }
        Dovecot.letThrough(directory);
        var postfix = directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix");
        Path ignored = Files.setOwner(directory.resolve("data"), postfix);
        Postfix server = new Postfix(directory, StartRun.freePort());
        Files.writeString(directory.resolve("etc/main.cf"), mainConfig(directory, ports));
        Files.writeString(directory.resolve("etc/master.cf"), masterConfig(server.port));
        server.command("start");
        return server;
    }

    private static String mainConfig(Path directory, Map<String, Integer> ports) {
        String transports = ports.entrySet().stream()
                .map(entry -> "{ %s = lmtp:inet:127.0.0.1:%d }".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" "));
        return """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            command_directory = /usr/sbin
            daemon_directory = %2$s
            maillog_file_prefixes = %1$s
            maillog_file = %1$s/log
            mail_owner = postfix
            setgid_group = postdrop
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = mx.desk.example
            mydestination =
            mynetworks = 127.0.0.0/8
            local_recipient_maps =
            alias_maps =
            alias_database =
            smtpd_recipient_restrictions = permit_mynetworks, reject
            smtpd_peername_lookup = no
            smtp_dns_support_level = disabled
            lmtp_dns_support_level = disabled
            default_transport = error:nobody outside is written to
            relay_transport = error:nobody outside is written to
            transport_maps = inline:{ %3$s }
            notify_classes =
            queue_run_delay = 1s
            minimal_backoff_time = 1s
            maximal_backoff_time = 2s
            in_flow_delay = 0
            """.formatted(directory, PARTS, transports);
    }

    private static String masterConfig(int port) {
        return """
            127.0.0.1:%d inet n - n - - smtpd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            flush unix n - n 1000? 0 flush
            error unix - - n - - error
            retry unix - - n - - error
            lmtp unix - - n - - lmtp
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd
            """.formatted(port);
    }

    private void command(String verb) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        PROGRAM.toString(), "-c", directory.resolve("etc").toString(), verb)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("out").toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("postfix " + verb + " failed: " + Files.readString(directory.resolve("out")) + log());
        }
    }

    /** What it wrote so far. */
    String log() throws IOException {
        Path log = directory.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Where it takes mail by SMTP. */
    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        try {
            command("stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
