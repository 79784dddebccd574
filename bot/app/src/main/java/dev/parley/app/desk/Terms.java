package dev.parley.app.desk;

import dev.parley.core.policy.ClosingTerms;
import dev.parley.core.policy.Delay;
import dev.parley.core.policy.QuoteTerms;
import java.time.Duration;
import java.util.List;

/** Reads how long things last; the defaults are those of docs/conversation.md. */
final class Terms {
    private static final List<Delay> REMINDERS = List.of(new Delay(2, true), new Delay(7, false), new Delay(12, false));
    private static final int WEEK_DAYS = 7;
    private static final int WORK_DAYS = 5;

    private Terms() {}

    static QuoteTerms quotes(Section section) {
        var terms = new QuoteTerms(
                section.get("valid-for", Kind.TIME, Duration.ofDays(14)),
                section.list("reminders-after", Kind.DAYS, REMINDERS),
                section.get("wait-for-funds", Kind.TIME, Duration.ofDays(7)),
                section.get("question-pauses-for", Kind.TIME, Duration.ofDays(7)),
                section.get("late-yes-within", Kind.TIME, Duration.ofDays(30)));
        if (section.sound()) {
            checkReminders(section, terms);
        }
        return terms;
    }

    private static void checkReminders(Section section, QuoteTerms terms) {
        var reminders = terms.reminders();
        for (var i = 0; i < reminders.size(); i++) {
            var latest = latest(reminders.get(i));
            if (latest.compareTo(terms.validity()) >= 0) {
                var within = "less than the " + terms.validity().toDays() + " days of ‘valid-for’";
                section.problem("reminders-after", i, "this reminder can come after the quote's end", within);
            } else if (i > 0 && latest.compareTo(latest(reminders.get(i - 1))) <= 0) {
                section.problem(
                        "reminders-after", i, "this reminder is not later than the one before", "earliest first");
            }
        }
    }

    /** The most calendar days a delay takes: every started week of business days brings a weekend. */
    private static Duration latest(Delay delay) {
        var weekends = delay.business() ? (delay.days() + WORK_DAYS - 1) / WORK_DAYS : 0;
        return Duration.ofDays(delay.days() + (long) weekends * (WEEK_DAYS - WORK_DAYS));
    }

    static ClosingTerms closing(Section section) {
        return new ClosingTerms(
                section.get("close-after-answer", Kind.TIME, Duration.ofDays(7)),
                section.get("reopen-within", Kind.TIME, Duration.ofDays(30)),
                section.get("close-when-silent-for", Kind.TIME, Duration.ofDays(14)),
                section.get("report-reserved-for", Kind.TIME, Duration.ofDays(14)));
    }
}
