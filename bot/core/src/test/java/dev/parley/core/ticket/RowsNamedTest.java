package dev.parley.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowsNamedTest {
    private static final List<Class<?>> TESTS = List.of(
            IntakeRowsTest.class,
            QuotedRowsTest.class,
            RaceRowsTest.class,
            WorkRowsTest.class,
            AfterRowsTest.class,
            PayerRowsTest.class,
            OverageRowsTest.class,
            PriceQuestionRowsTest.class);

    /** T05 makes no ticket: the use case sees to it. T17 is about hours, which have no price per ticket. */
    private static final Set<Row> ELSEWHERE = EnumSet.of(Row.UNLISTED, Row.T05, Row.T17);

    @Test
    void everyRowHasATestThatNamesIt() {
        List<String> names = TESTS.stream()
                .flatMap(test -> Stream.of(test.getDeclaredMethods()))
                .map(method -> method.getName().replaceAll("^(t\\d+)\\D.*", "$1"))
                .toList();
        assertThat(Arrays.stream(Row.values())
                        .filter(row -> !ELSEWHERE.contains(row))
                        .map(row -> row.name().toLowerCase(Locale.ROOT)))
                .isSubsetOf(names);
    }
}
