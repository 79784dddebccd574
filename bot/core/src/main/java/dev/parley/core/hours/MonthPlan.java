package dev.parley.core.hours;

import dev.parley.core.policy.CategoryKey;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account manager plans for one cycle of a package, in order (H-09).
 *
 * @param version from 1 on; a later one takes the place of an earlier
 * @param tasks 1 to {@value #TASKS_MAX}
 */
public record MonthPlan(YearMonth month, int version, List<Task> tasks) {
    /** More than that nobody reads in a mail. */
    public static final int TASKS_MAX = 30;

    /** A title is one line of a mail and the subject of a ticket. */
    public static final int TITLE_CHARS_MAX = 150;

    public MonthPlan {
        tasks = List.copyOf(tasks);
        if (version < 1 || tasks.isEmpty() || tasks.size() > TASKS_MAX) {
            throw new IllegalArgumentException("version " + version + " of a plan of " + tasks.size() + " tasks");
        }
    }

    /**
     * One task.
     *
     * @param title one line, never blank
     * @param minutes what it takes by our estimate, at least 1; it binds nobody
     * @param ticket the ticket it is done on already; null to make one once the plan is agreed to
     */
    public record Task(
            String title,
            CategoryKey category,
            WorkKind work,
            long minutes,
            @Nullable Long ticket) {
        public Task {
            boolean oneLine = title.lines().count() == 1 && title.length() <= TITLE_CHARS_MAX;
            if (title.isBlank() || !oneLine || minutes < 1 || minutes > HourTerms.MINUTES_MAX) {
                throw new IllegalArgumentException("a task ‘" + title + "’ of " + minutes + " minutes");
            }
        }
    }

    /** What all of it takes, in minutes. */
    public long minutes() {
        return tasks.stream().mapToLong(Task::minutes).sum();
    }
}
