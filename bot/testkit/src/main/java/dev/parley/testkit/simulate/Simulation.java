package dev.parley.testkit.simulate;

import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.Ports;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Walks of random moves, each from its seed; whatever goes wrong is shown with the shortest walk that shows it. */
final class Simulation {
    /** How often a failing walk is tried shorter: each try is a walk from the beginning. */
    static final int TRIES_MAX = 2_000;

    private final Set<Vendor> vendors;
    private final int steps;
    private final Function<InstantSource, Ports> storage;
    private final int tries;

    /** Walks of so many steps at these desks, each in a memory of its own. */
    Simulation(Set<Vendor> vendors, int steps) {
        this(vendors, steps, clock -> new InMemoryStore(clock).ports(), TRIES_MAX);
    }

    /**
     * The same on another storage.
     *
     * @param storage empty but for the desks' registration each time it is asked for
     * @param tries how often a failing walk is tried shorter
     */
    Simulation(Set<Vendor> vendors, int steps, Function<InstantSource, Ports> storage, int tries) {
        this.vendors = Set.copyOf(vendors);
        this.steps = steps;
        this.storage = storage;
        this.tries = tries;
    }

    /**
     * What came of a walk.
     *
     * @param failure what was wrong, after which moves; empty if nothing was
     * @param told all moves in words
     */
    record Outcome(long seed, Optional<Failure> failure, Tally tally, List<String> told) {}

    /** What was wrong, and the moves that lead there, as short as they could be made. */
    record Failure(String wrong, List<String> moves) {
        @Override
        public String toString() {
            return wrong + "\n  after " + String.join("\n        ", moves);
        }
    }

    /** Walks from {@code seed}; the same seed gives the same walk. */
    Outcome walk(long seed) {
        Scene scene = Scene.of(seed);
        List<Move> moves = Move.walk(seed, steps);
        World world = new World(scene, vendors, storage);
        String wrong = wrong(world, moves);
        Tally tally = world.tally();
        List<String> told = world.told();
        // Trying it shorter may take the storage away.
        Optional<Failure> failure = wrong.isEmpty() ? Optional.empty() : Optional.of(shortest(scene, moves));
        return new Outcome(seed, failure, tally, told);
    }

    /** What is wrong after one of the moves, or when all is left alone after them; "" if nothing ever is. */
    private static String wrong(World world, List<Move> moves) {
        for (Move move : moves) {
            String wrong = wrong(world, () -> world.happen(move));
            if (!wrong.isEmpty()) {
                return wrong;
            }
        }
        return wrong(world, world::end);
    }

    private static String wrong(World world, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | AssertionError e) {
            return world.last() + " broke: " + e;
        }
        return String.join("\n", world.broken());
    }

    /** Leaves out ever smaller parts as long as something is wrong without them, until no single move can go. */
    private Failure shortest(Scene scene, List<Move> failing) {
        List<Move> moves = failing;
        int tried = 0;
        for (int part = Math.max(1, moves.size() / 2); part > 0 && tried < tries; ) {
            int before = moves.size();
            for (int from = 0; from < moves.size() && tried < tries; tried++) {
                List<Move> fewer = new ArrayList<>(moves);
                fewer.subList(from, Math.min(moves.size(), from + part)).clear();
                if (wrong(new World(scene, vendors, storage), fewer).isEmpty()) {
                    from += part;
                } else {
                    moves = fewer;
                }
            }
            boolean again = part == 1 && moves.size() < before;
            part = again ? 1 : part / 2;
        }
        World world = new World(scene, vendors, storage);
        String wrong = wrong(world, moves);
        return new Failure(wrong, world.told());
    }
}
