package dev.parley.app.bench;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.app.demo.DemoMailServer;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.demo.EmbeddedPostgresServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What every end-to-end benchmark needs around the bot: servers, a settings file, and bots in JVMs of their own. */
final class Bench implements AutoCloseable {
    /** System property that names the desk file in forked JVMs. */
    static final String DESK_FILE = "parley.bench.desk";

    private static final int SIGNING_KEY_BYTES = 32;

    private final Path directory;
    private final Path desk;
    private final DemoServers servers;
    private final Sink sink;

    private Bench(Path directory, Path desk, DemoServers servers, Sink sink) {
        this.directory = directory;
        this.desk = desk;
        this.servers = servers;
        this.sink = sink;
    }

    /** Starts a durable PostgreSQL, the demo's mail server, and an SMTP server that forgets what it takes. */
    static Bench start(Path directory, Path desk) throws IOException {
        DemoServers servers = DemoServers.start(directory, new DemoServers.Ports(0, 0, 0), InstantSource.system());
        return new Bench(directory, desk, servers, Sink.start());
    }

    String jdbcUrl() {
        return servers.postgres().jdbcUrl();
    }

    DemoServers servers() {
        return servers;
    }

    /** Where something else may keep its files meanwhile. */
    Path folder(String name) {
        return directory.resolve(name);
    }

    int sinkPort() {
        return sink.port();
    }

    /** Process id of PostgreSQL's parent process. */
    long postmaster() throws IOException {
        Path file = directory.resolve("postgres").resolve("data").resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    /** Writes the bot's settings; {@code more}: further lines {@code key=value}. */
    Path settings(String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "parley.database.url=" + jdbcUrl(),
                "parley.database.user=" + EmbeddedPostgresServer.USER,
                "parley.signing-key=" + Base64.getEncoder().encodeToString(new byte[SIGNING_KEY_BYTES]),
                "parley.desks[0].file=" + desk.toAbsolutePath(),
                "parley.desks[0].mailbox.name=bench",
                "parley.desks[0].mailbox.first-read=all",
                "logging.level.dev.parley=warn"));
        server(lines, "imap", servers.mail().imapPort());
        server(lines, "smtp", sink.port());
        lines.addAll(List.of(more));
        Path file = directory.resolve("bench.properties");
        return Files.write(file, lines, StandardCharsets.UTF_8);
    }

    /** The command line of a bot with the same JVM options as this process, which the launcher gave it. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.parley.app.cli.Parley"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs a command of the bot in a JVM of its own, whose output is ours, and waits for it. */
    static void fork(String... arguments) throws IOException, InterruptedException {
        Process bot = new ProcessBuilder(command(arguments)).inheritIO().start();
        try {
            int code = bot.waitFor();
            if (code != 0) {
                throw new CommandFailure(ExitCode.TEMPORARY, "The bot under test ended with " + code + ".");
            }
        } finally {
            bot.destroyForcibly();
        }
    }

    @Override
    public void close() throws IOException {
        sink.close();
        servers.close();
    }

    private static void server(List<String> lines, String what, int port) {
        String prefix = "parley.desks[0].mailbox." + what + ".";
        lines.add(prefix + "host=127.0.0.1");
        lines.add(prefix + "port=" + port);
        lines.add(prefix + "security=none");
        if (what.equals("imap")) {
            lines.add(prefix + "user=" + DemoServers.DESK.address());
            lines.add(prefix + "password=" + DemoServers.DESK.password());
            lines.add("parley.desks[0].mailbox.authserv-id=" + DemoMailServer.AUTHSERV_ID);
        }
    }
}
