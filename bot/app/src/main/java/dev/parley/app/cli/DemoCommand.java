package dev.parley.app.cli;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.app.command.StopSignal;
import dev.parley.app.demo.Demo;
import dev.parley.app.demo.DemoDesk;
import dev.parley.app.play.DemoSlack;
import dev.parley.app.play.Play;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley demo}: everything on this machine, with nothing to configure. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Start everything on this machine: PostgreSQL, a mail server, the bot, three desks.")
final class DemoCommand implements Callable<Integer> {
    /** The bot finishes what it does, PostgreSQL writes a checkpoint. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);

    private static final Path HOME = Path.of(System.getProperty("parley.home", ".parley"));

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--play",
            arity = "0..1",
            fallbackValue = "all",
            paramLabel = "DESK",
            description = "Act the conversations of a desk, check every step, and end: pro-support, rayos, "
                    + "support-packages or all. Default: all.")
    private @Nullable String play;

    @Option(
            names = "--desk",
            paramLabel = "FILE",
            description = "A file of the desk pro-support to run alone. Default: all three of desks beside the "
                    + "launcher.")
    private @Nullable Path desk;

    @Option(
            names = "--with-slack",
            description = "Start a Slack on this machine too, as a page to try triage by hand. Such a demo begins "
                    + "anew each time.")
    private boolean withSlack;

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out = out();
        if (play != null && withSlack) {
            throw new CommandFailure(ExitCode.USAGE, "--play and --with-slack do not go together; give one of them");
        }
        if (withSlack) {
            return serveWithSlack(out);
        }
        return play == null ? serve(out) : play(out, desks(play));
    }

    /** Plays on a fresh stage that is taken down afterwards, beside a demo that may be running. */
    private int play(PrintWriter out, List<DemoDesk> desks) throws IOException {
        Path directory = Files.createTempDirectory(Files.createDirectories(HOME), "play");
        try (Demo demo = start(settings(directory, false), out)) {
            boolean asTheRulesSay = true;
            for (DemoDesk each : desks) {
                asTheRulesSay &= new Play(demo, each, out).run();
            }
            return (asTheRulesSay ? ExitCode.OK : ExitCode.FOUND).number();
        } finally {
            delete(directory);
        }
    }

    private int serve(PrintWriter out) throws IOException, InterruptedException {
        try (StopSignal stop = StopSignal.listen(STOP_WITHIN);
                Demo demo = start(settings(HOME.resolve("demo"), true), out)) {
            keep(demo);
            out.println(DemoBanner.of(demo));
            out.flush();
            stop.await();
            return ExitCode.OK.number();
        }
    }

    /** That Slack remembers nothing, so the desk does not either. */
    private int serveWithSlack(PrintWriter out) throws IOException, InterruptedException {
        Path directory = HOME.resolve("demo-slack");
        if (Files.exists(directory)) {
            delete(directory);
        }
        try (StopSignal stop = StopSignal.listen(STOP_WITHIN);
                DemoSlack slack = DemoSlack.start(true);
                Demo demo = start(settings(directory, true).with(slack.settings()), out)) {
            keep(demo);
            slack.settle(demo);
            out.println(DemoBanner.of(demo));
            out.println(DemoBanner.of(slack));
            out.flush();
            stop.await();
            return ExitCode.OK.number();
        }
    }

    private Demo.Settings settings(Path directory, boolean fixedPorts) {
        return desk == null
                ? Demo.Settings.all(directory, HOME.toAbsolutePath().resolveSibling("desks"), fixedPorts)
                : new Demo.Settings(directory, desk, fixedPorts);
    }

    private List<DemoDesk> desks(String wanted) {
        List<DemoDesk> all = desk == null ? DemoDesk.ALL : List.of(DemoDesk.PRO_SUPPORT);
        List<DemoDesk> chosen = wanted.equals("all")
                ? all
                : all.stream().filter(each -> each.name().equals(wanted)).toList();
        if (chosen.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "there is no desk ‘" + wanted + "’ to play; give "
                            + all.stream().map(DemoDesk::name).collect(Collectors.joining(", ")) + " or all");
        }
        return chosen;
    }

    private static Demo start(Demo.Settings settings, PrintWriter out) {
        try {
            return Demo.start(settings, step -> {
                out.println(step);
                out.flush();
            });
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.TEMPORARY, String.valueOf(e.getMessage()), e);
        }
    }

    /** For the staff commands on this machine. */
    private static void keep(Demo demo) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("url", demo.url());
        properties.setProperty("token", demo.tokens().getOrDefault("billing", ""));
        properties.setProperty("jdbc", demo.jdbcUrl());
        try (Writer writer = Files.newBufferedWriter(HOME.resolve("staff.properties"))) {
            properties.store(writer, "Written by ./parley demo for the commands on this machine");
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it calls a command");
        }
        return spec.commandLine().getOut();
    }
}
