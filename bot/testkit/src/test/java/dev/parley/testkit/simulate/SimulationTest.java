package dev.parley.testkit.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random walks on all three desks; {@code ./parley simulate} goes on for longer. */
class SimulationTest {
    private static final long SEED = 20_260_302;
    private static final int SEEDS = 30;
    private static final int STEPS = 300;
    private static final Set<Vendor> ALL = EnumSet.allOf(Vendor.class);

    @Test
    void whateverHappensTheBooksAreRight() {
        Simulation simulation = new Simulation(ALL, STEPS);
        Tally all = new Tally();
        for (long seed = SEED; seed < SEED + SEEDS; seed++) {
            Simulation.Outcome outcome = simulation.walk(seed);
            assertThat(outcome.failure()).as("seed " + seed).isEmpty();
            all.add(outcome.tally());
        }
        assertThat(all.rows().keySet())
                .as("walks that happen to do nothing find nothing")
                .contains("T08", "T13", "T20", "T60", "T103", "T104");
        assertThat(all.deeds()).containsKey("replies held");
    }

    @Test
    void theSameSeedGivesTheSameWalk() {
        Simulation simulation = new Simulation(ALL, 120);
        assertThat(simulation.walk(7).told()).isEqualTo(simulation.walk(7).told());
    }
}
