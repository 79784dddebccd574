package dev.parley.app.cli;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.app.command.StopSignal;
import dev.parley.app.demo.DemoAccount;
import dev.parley.app.demo.DemoMailServer;
import dev.parley.app.demo.DemoServers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The demo's servers without the bot, for trying a bot with a configuration of one's own against them. */
@Command(
        name = "servers",
        mixinStandardHelpOptions = true,
        description = "Start only the demo's servers on this machine, for a bot of your own; Ctrl-C stops them.")
final class ServersCommand implements Callable<Integer> {

    /** PostgreSQL writes a checkpoint when it stops. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where the servers keep their data. Default: .parley/demo beside the launcher.")
    private Path directory = Path.of(System.getProperty("parley.home", ".parley"), "demo");

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            defaultValue = "5440",
            description = "Port of PostgreSQL on 127.0.0.1; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
    private int postgresPort;

    @Option(
            names = "--smtp-port",
            paramLabel = "PORT",
            defaultValue = "3025",
            description = "Port of SMTP on 127.0.0.1; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
    private int smtpPort;

    @Option(
            names = "--imap-port",
            paramLabel = "PORT",
            defaultValue = "3143",
            description = "Port of IMAP on 127.0.0.1; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
    private int imapPort;

    @Override
    public Integer call() throws InterruptedException {
        var ports = new DemoServers.Ports(postgresPort, smtpPort, imapPort);
        try (var stop = StopSignal.listen(STOP_WITHIN);
                var servers = DemoServers.start(directory, ports, InstantSource.system())) {
            tell(servers, spec.commandLine().getOut());
            stop.await();
        } catch (IOException problem) {
            throw new CommandFailure(ExitCode.TEMPORARY, String.valueOf(problem.getMessage()), problem);
        }
        return ExitCode.OK.number();
    }

    private void tell(DemoServers servers, PrintWriter out) {
        out.println("PostgreSQL  " + servers.postgres().jdbcUrl());
        out.println("SMTP        127.0.0.1:" + servers.mail().smtpPort() + ", no TLS, log in with a password");
        out.println("IMAP        127.0.0.1:" + servers.mail().imapPort() + ", no TLS");
        out.println("Mailboxes   "
                + DemoServers.ACCOUNTS.stream().map(ServersCommand::login).collect(Collectors.joining(", ")));
        out.println("            (address/password; the address is the log-in)");
        out.println("Vouching    Authentication-Results of " + DemoMailServer.AUTHSERV_ID);
        out.println("Data        " + directory.toAbsolutePath().normalize());
        out.println("Running; Ctrl-C stops.");
    }

    private static String login(DemoAccount account) {
        return account.address() + "/" + account.password();
    }
}
