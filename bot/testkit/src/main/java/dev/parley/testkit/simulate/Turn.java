package dev.parley.testkit.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can happen, and how often of a hundred times it does. */
enum Turn {
    WRITES(5),
    REPLIES(20),
    BOUNCES(2),
    AGAIN(3),
    CUSTOMER_ACTS(6),
    MONEY(8),
    STANDING(4),
    EXTRAS(3),
    ASSESSES(15),
    STAFF_ACTS(13),
    TRIAGE(4),
    RIGHTS(2),
    WORKS(4),
    CONTRACTS(1),
    FAULTS(4),
    TIME(6);

    private static final List<Turn> ALL = Arrays.stream(values())
            .flatMap(turn -> Stream.generate(() -> turn).limit(turn.ofAHundred))
            .toList();
    private static final List<Turn> BUT_FAULTS =
            ALL.stream().filter(turn -> turn != FAULTS).toList();

    private final int ofAHundred;

    Turn(int ofAHundred) {
        this.ofAHundred = ofAHundred;
    }

    static Turn of(Move move) {
        return Move.pick(ALL, move.kind());
    }

    /** What fails, if it is a fault. */
    static Turn ofAnother(Move move) {
        return Move.pick(BUT_FAULTS, move.kind() / ALL.size());
    }
}
