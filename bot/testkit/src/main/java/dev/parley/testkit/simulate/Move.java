package dev.parley.testkit.simulate;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One thing that happens, in numbers: what they mean depends on what is there when it happens, so that any part of a
 * walk is a walk too, and a failing one can be made shorter.
 *
 * @param kind what happens
 * @param which to whom or what, counted round
 * @param how in which way, counted round
 */
record Move(int kind, int which, int how) {
    private static final int RANGE = 1 << 20;

    /** The walk of {@code seed}. */
    static List<Move> walk(long seed, int steps) {
        Random random = new Random(seed);
        return Stream.generate(() -> new Move(random.nextInt(RANGE), random.nextInt(RANGE), random.nextInt(RANGE)))
                .limit(steps)
                .toList();
    }

    /** One of {@code all}, by {@code number}. */
    static <T> T pick(List<T> all, int number) {
        return all.get(number % all.size());
    }
}
