package dev.parley.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 999, 1000, 1001})
    void whereverInTheDeskTheyAreTheFirstInOrderAreShown(int max) {
        List<Integer> tickets = new Random(7).ints(1000, 0, 300).boxed().toList();
        assertThat(LevelController.first(tickets.stream(), Comparator.<Integer>reverseOrder(), max))
                .containsExactlyElementsOf(tickets.stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(max)
                        .toList());
    }

    @Test
    void anEmptyDeskHasAnEmptyQueue() {
        assertThat(LevelController.first(Stream.<Integer>of(), Comparator.naturalOrder(), 5))
                .isEmpty();
        assertThat(LevelController.first(IntStream.range(0, 9).boxed(), Comparator.naturalOrder(), 1))
                .containsExactly(0);
    }
}
