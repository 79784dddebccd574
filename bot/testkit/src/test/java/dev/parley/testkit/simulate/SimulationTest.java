package dev.parley.testkit.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random walks on all three desks; {@code -Dparley.seeds=N -Dparley.steps=M} for longer ones. */
class SimulationTest {
    private static final long SEED = 20_260_302;

    @Test
    void whateverHappensTheBooksAreRight() {
        int seeds = Integer.getInteger("parley.seeds", 20);
        int steps = Integer.getInteger("parley.steps", 250);
        Set<String> rows = new HashSet<>();
        for (long seed = SEED; seed < SEED + seeds; seed++) {
            Simulation.Outcome outcome = Simulation.walk(seed, steps);
            assertThat(outcome.failure()).as("seed " + seed).isEmpty();
            rows.addAll(outcome.rows().keySet());
        }
        assertThat(rows)
                .as("walks that happen to do nothing find nothing")
                .contains("T08", "T13", "T20", "T60", "T103", "T104");
    }

    @Test
    void theSameSeedGivesTheSameWalk() {
        assertThat(Simulation.walk(7, 120)).isEqualTo(Simulation.walk(7, 120));
    }
}
