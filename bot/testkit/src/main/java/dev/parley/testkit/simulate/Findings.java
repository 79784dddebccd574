package dev.parley.testkit.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Sentences that must be true: what was not, and how many were looked at. */
final class Findings {
    private final List<String> wrong = new ArrayList<>();
    private long looked;

    void require(boolean right, Supplier<String> otherwise) {
        looked++;
        if (!right) {
            wrong.add(otherwise.get());
        }
    }

    void same(String what, long one, long other) {
        require(one == other, () -> what + ": " + one + " and " + other);
    }

    /** What was not true since this was asked last. */
    List<String> wrong() {
        List<String> found = List.copyOf(wrong);
        wrong.clear();
        return found;
    }

    /** How many were looked at. */
    long looked() {
        return looked;
    }
}
