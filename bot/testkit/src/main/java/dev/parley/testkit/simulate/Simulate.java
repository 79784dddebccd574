package dev.parley.testkit.simulate;

import dev.parley.core.policy.DeskPolicy;
import dev.parley.testkit.Ports;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** {@code ./parley simulate}: many walks, with progress, and a summary at the end or when it is stopped. */
public final class Simulate {
    private static final int FOUND_NOTHING = 0;
    private static final int FOUND_SOMETHING = 1;
    private static final int USAGE = 2;
    private static final long PROGRESS_EVERY_SECONDS = 10;
    private static final String HELP = """
        Lets customers, staff, mail and the clock do random things at desks in memory, and checks after every step
        that no invariant is broken. A seed gives the same walk each time; a failing one is made shorter and printed.

        Usage: ./parley simulate [--seeds N] [--steps M] [--from SEED] [--desk DESK] [--tell]
          --seeds N     how many walks, 1 to 1000000000; default 100
          --steps M     how many steps each, 1 to 100000; default 300
          --from SEED   the first seed; default 1. One walk again: --from SEED --seeds 1 with the same --steps
          --desk DESK   only one of %s
          --tell        print every step

        Exit codes: 0 nothing is wrong, 1 a walk broke something, 2 usage, 130 ended by Ctrl-C.
        """.formatted(String.join(", ", Vendor.desks()));

    private final PrintStream out;
    private final LongSupplier nanos;

    /** Prints to {@code out}; {@code nanos}: a clock for progress alone. */
    Simulate(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    /** The desks that walks need. */
    public static List<DeskPolicy> desks() {
        return Arrays.stream(Vendor.values()).map(Vendor::policy).toList();
    }

    /**
     * One walk over all desks on another storage than memory.
     *
     * @param storage empty but for {@link #desks} each time it is asked for
     * @param tries how often a walk that broke something is tried shorter
     * @return what it broke, and after which moves; empty if nothing
     */
    public static Optional<String> walk(long seed, int steps, int tries, Function<InstantSource, Ports> storage) {
        return new Simulation(EnumSet.allOf(Vendor.class), steps, storage, tries)
                .walk(seed)
                .failure()
                .map(failure -> "seed " + seed + ", " + steps + " steps: " + failure);
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new Simulate(System.out, System::nanoTime).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(HELP);
            return FOUND_NOTHING;
        }
        try {
            return walk(Plan.of(arguments));
        } catch (IllegalArgumentException wrong) {
            out.println("parley simulate: " + wrong.getMessage() + ". See ./parley simulate --help.");
            return USAGE;
        }
    }

    private int walk(Plan plan) {
        Run run = new Run(plan, nanos.getAsLong());
        Thread interrupted = new Thread(() -> summary(run));
        Runtime.getRuntime().addShutdownHook(interrupted);
        Simulation simulation = new Simulation(plan.vendors, plan.steps);
        for (long seed = plan.from; seed < plan.from + plan.seeds; seed++) {
            Simulation.Outcome outcome = simulation.walk(seed);
            if (plan.tell) {
                outcome.told().forEach(out::println);
            }
            run.took(outcome);
            outcome.failure()
                    .ifPresent(failure -> out.println(
                            "seed " + outcome.seed() + " broke: " + failure + "\n  " + plan.again(outcome.seed())));
            progress(run);
        }
        boolean _ = Runtime.getRuntime().removeShutdownHook(interrupted);
        summary(run);
        return run.failed().isEmpty() ? FOUND_NOTHING : FOUND_SOMETHING;
    }

    private void progress(Run run) {
        long now = nanos.getAsLong();
        if (run.isTimeToTell(now)) {
            out.println(run.progress(now));
        }
    }

    private void summary(Run run) {
        run.summary(nanos.getAsLong()).forEach(out::println);
    }

    /** What is asked for. */
    private record Plan(long seeds, int steps, long from, Set<Vendor> vendors, boolean tell) {
        private static final long SEEDS_MAX = 1_000_000_000;
        private static final long STEPS_MAX = 100_000;
        private static final List<String> OPTIONS = List.of("--seeds", "--steps", "--from", "--desk");

        static Plan of(List<String> arguments) {
            List<String> left = new ArrayList<>(arguments);
            boolean tell = left.remove("--tell");
            for (int i = 0; i < left.size(); i += 2) {
                if (!OPTIONS.contains(left.get(i))) {
                    throw new IllegalArgumentException("there is no option " + left.get(i));
                }
                if (i + 1 == left.size()) {
                    throw new IllegalArgumentException(left.get(i) + " needs a value");
                }
            }
            return new Plan(
                    number(left, "--seeds", 100, 1, SEEDS_MAX),
                    (int) number(left, "--steps", 300, 1, STEPS_MAX),
                    number(left, "--from", 1, 0, Long.MAX_VALUE - SEEDS_MAX),
                    option(left, "--desk").map(Plan::only).orElseGet(() -> EnumSet.allOf(Vendor.class)),
                    tell);
        }

        private static Optional<String> option(List<String> arguments, String name) {
            int at = arguments.lastIndexOf(name);
            return at < 0 ? Optional.empty() : Optional.of(arguments.get(at + 1));
        }

        private static Set<Vendor> only(String desk) {
            return Set.of(Vendor.of(desk)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no desk " + desk + "; there are " + String.join(", ", Vendor.desks()))));
        }

        private static long number(List<String> arguments, String name, long otherwise, long least, long most) {
            long number;
            try {
                number = option(arguments, name).map(Long::parseLong).orElse(otherwise);
            } catch (NumberFormatException _) {
                number = Long.MIN_VALUE;
            }
            if (number < least || number > most) {
                throw new IllegalArgumentException(name + " is a number from " + least + " to " + most + ", not "
                        + option(arguments, name).orElse(""));
            }
            return number;
        }

        String again(long seed) {
            String desk = vendors.size() == 1 ? " --desk " + vendors.iterator().next().desk : "";
            return "again: ./parley simulate --from " + seed + " --seeds 1 --steps " + steps + desk;
        }
    }

    /** How far it is. */
    private static final class Run {
        private final Plan plan;
        private final long began;
        private final Tally tally = new Tally();
        private final List<Long> failed = new ArrayList<>();
        private long walks;
        private long told;

        Run(Plan plan, long began) {
            this.plan = plan;
            this.began = began;
            this.told = began;
        }

        synchronized void took(Simulation.Outcome outcome) {
            walks++;
            tally.add(outcome.tally());
            if (outcome.failure().isPresent()) {
                failed.add(outcome.seed());
            }
        }

        List<Long> failed() {
            return failed;
        }

        boolean isTimeToTell(long now) {
            boolean due = now - told >= PROGRESS_EVERY_SECONDS * 1_000_000_000L;
            told = due ? now : told;
            return due;
        }

        synchronized String progress(long now) {
            double seconds = (now - began) / 1e9;
            long left = Math.round(seconds / walks * (plan.seeds - walks));
            return String.format(
                    Locale.ROOT,
                    "%d of %d walks, %d steps, %.0f steps/s, %d broke, %d:%02d:%02d left",
                    walks,
                    plan.seeds,
                    tally.steps(),
                    tally.steps() / seconds,
                    failed.size(),
                    left / 3600,
                    left / 60 % 60,
                    left % 60);
        }

        synchronized List<String> summary(long now) {
            List<String> lines = new ArrayList<>();
            lines.add(String.format(
                    Locale.ROOT,
                    "%d walks from seed %d in %.1f s, %d broke%s",
                    walks,
                    plan.from,
                    (now - began) / 1e9,
                    failed.size(),
                    failed.isEmpty() ? "" : ": seeds " + failed));
            lines.addAll(tally.lines());
            return lines;
        }
    }
}
