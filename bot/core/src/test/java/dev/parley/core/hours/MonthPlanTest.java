package dev.parley.core.hours;

import static dev.parley.core.hours.Contracts.APRIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.hours.MonthPlan.Task;
import dev.parley.core.policy.CategoryKey;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H-09: what a plan of a month can be. */
class MonthPlanTest {
    private static Task task(String title, long minutes) {
        return new Task(title, new CategoryKey(3, "development"), WorkKind.DEVELOPMENT, minutes, null);
    }

    @Test
    void h09APlanTakesWhatItsTasksTakeTogether() {
        var plan = new MonthPlan(APRIL, 1, List.of(task("Sitemap", 120), task("Search", 30)));
        assertThat(plan.minutes()).isEqualTo(150);
    }

    @Test
    void h09APlanHasTasksAndNotTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MonthPlan(APRIL, 1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new MonthPlan(APRIL, 0, List.of(task("Sitemap", 1))));
        var many = Collections.nCopies(MonthPlan.TASKS_MAX, task("Sitemap", 1));
        assertThat(new MonthPlan(APRIL, 1, many).tasks()).hasSize(30);
        var tooMany = Collections.nCopies(MonthPlan.TASKS_MAX + 1, task("Sitemap", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MonthPlan(APRIL, 1, tooMany));
    }

    @ParameterizedTest
    @CsvSource({"' ', 1", "'a\nb', 1", "Sitemap, 0", "Sitemap, 4464001"})
    void h09ATaskHasATitleOfOneLineAndMinutes(String title, long minutes) {
        assertThatIllegalArgumentException().isThrownBy(() -> task(title, minutes));
    }

    @Test
    void h09ATitleFitsASubject() {
        assertThat(task("x".repeat(150), 1).title()).hasSize(150);
        assertThatIllegalArgumentException().isThrownBy(() -> task("x".repeat(151), 1));
    }
}
