package dev.parley.core.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a stretch of time. */
class SpanTest {
    private static Span span(long start, long end) {
        return new Span(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end));
    }

    private static List<Span> spans(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(" "))
                        .map(one -> one.split("-"))
                        .map(ends -> span(Long.parseLong(ends[0]), Long.parseLong(ends[1])))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none,        10-20",
                "0-10,        10-20",
                "20-30,       10-20",
                "0-11,        11-20",
                "19-30,       10-19",
                "10-20,       none",
                "0-30,        none",
                "12-14,       10-12 14-20",
                "15-16 12-14, 10-12 14-15 16-20",
                "12-18 13-14, 10-12 18-20",
                "12-14 14-16, 10-12 16-20",
                "12-14 13-17, 10-12 17-20",
                "10-12 18-20, 12-18",
            })
    void whatOthersTakeOfASpanIsNotLeft(@Nullable String others, @Nullable String left) {
        assertThat(span(10, 20).without(spans(others))).isEqualTo(spans(left));
    }

    @Test
    void aSpanIsNeverEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> span(10, 10));
    }
}
