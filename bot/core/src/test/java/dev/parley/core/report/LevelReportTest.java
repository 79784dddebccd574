package dev.parley.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelReportTest {
    @Test
    void aPercentileIsTheLeastValueThatSoManyDoNotExceed() {
        long[] ten = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        assertThat(LevelReport.percentile(ten, 50)).isEqualTo(5);
        assertThat(LevelReport.percentile(ten, 90)).isEqualTo(9);
        assertThat(LevelReport.percentile(new long[] {7}, 50)).isEqualTo(7);
        assertThat(LevelReport.percentile(new long[] {7}, 90)).isEqualTo(7);
        assertThat(LevelReport.percentile(new long[] {1, 2, 3}, 50)).isEqualTo(2);
        assertThat(LevelReport.percentile(new long[0], 50)).isNull();
    }
}
