package dev.parley.app.shop;

import dev.parley.core.desk.PlanMonth;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.MonthPlan;
import java.util.stream.Collectors;

/** A month's plan in the reader's language. */
final class PlanPage {
    private final String desk;
    private final PlanMonth.View view;
    private final Wording words;

    PlanPage(String desk, PlanMonth.View view) {
        this.desk = desk;
        this.view = view;
        this.words = Wording.of(view.holder().language());
    }

    /** The plan, with a button for who may agree to it. */
    String shown() {
        MonthPlan plan = view.plan().plan();
        String tasks = plan.tasks().stream()
                .map(task -> "<li>" + words.say("plan-task", task.title(), Long.toString(task.minutes())) + "</li>")
                .collect(Collectors.joining());
        String intro = words.paragraph(
                "plan-intro", view.plan().contract().number(), plan.month().toString(), Long.toString(plan.minutes()));
        String heading = "<h2>" + words.say("plan-head", plan.month().toString()) + "</h2>";
        return words.html("plan-title", desk, heading + intro + "<ol>" + tasks + "</ol>" + end());
    }

    private String end() {
        Consent yes = view.plan().yes();
        if (yes != null) {
            return words.paragraph("plan-done", yes.by());
        }
        if (view.mayAgree()) {
            return "<form method=\"post\"><button>" + words.say("plan-agree") + "</button></form>";
        }
        return words.paragraph(view.newest() ? "nobody" : "plan-old");
    }

    String refused(String why) {
        return words.html("plan-title", desk, words.paragraph("refused", why));
    }
}
