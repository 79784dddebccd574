package dev.parley.testkit.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Walks of random moves, each from its seed; whatever goes wrong is shown with the shortest walk that shows it. */
public final class Simulation {
    /** How often a failing walk is tried shorter: each try is a walk from the beginning. */
    static final int TRIES_MAX = 2_000;

    private Simulation() {}

    /**
     * What came of a walk.
     *
     * @param failure what was wrong, after which moves; empty if nothing was
     * @param rows how often each row of the conversation's table decided
     */
    public record Outcome(long seed, int steps, Optional<Failure> failure, Map<String, Integer> rows) {}

    /** What was wrong, and the moves that lead there, as short as they could be made. */
    public record Failure(String wrong, List<String> moves) {
        @Override
        public String toString() {
            return wrong + "\n  after " + String.join("\n        ", moves);
        }
    }

    /** Walks {@code steps} moves from {@code seed}; the same seed gives the same walk. */
    public static Outcome walk(long seed, int steps) {
        List<Move> moves = Move.walk(seed, steps);
        World world = new World();
        String wrong = wrong(world, moves);
        Optional<Failure> failure = wrong.isEmpty() ? Optional.empty() : Optional.of(shortest(moves));
        return new Outcome(seed, steps, failure, new TreeMap<>(world.rows()));
    }

    /** What is wrong after one of the moves, "" if nothing ever is. */
    private static String wrong(World world, List<Move> moves) {
        for (Move move : moves) {
            try {
                world.happen(move);
            } catch (RuntimeException | AssertionError e) {
                return world.last() + " broke: " + e;
            }
            List<String> broken = world.broken();
            if (!broken.isEmpty()) {
                return String.join("\n", broken);
            }
        }
        return "";
    }

    /** Leaves out ever smaller parts as long as something is wrong without them. */
    private static Failure shortest(List<Move> failing) {
        List<Move> moves = new ArrayList<>(failing);
        int tries = 0;
        for (int part = Math.max(1, moves.size() / 2); part > 0; part /= 2) {
            for (int from = 0; from < moves.size() && tries < TRIES_MAX; tries++) {
                List<Move> fewer = new ArrayList<>(moves);
                fewer.subList(from, Math.min(moves.size(), from + part)).clear();
                if (wrong(new World(), fewer).isEmpty()) {
                    from += part;
                } else {
                    moves = fewer;
                }
            }
        }
        World world = new World();
        String wrong = wrong(world, moves);
        return new Failure(wrong, world.told());
    }
}
