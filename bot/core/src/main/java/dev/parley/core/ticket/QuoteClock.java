package dev.parley.core.ticket;

import dev.parley.core.policy.Delay;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.quote.OverageOf;
import dev.parley.core.quote.Quote;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** When an open quote is reminded of and when it ends; an open question of the customer holds it up (T28, T33, T34). */
record QuoteClock(Quote quote, Waiting waiting, DeskPolicy policy) {

    /** The quote as it stands at {@code at}, its end moved by how long a question has been open. */
    Quote at(Instant at) {
        Instant since = waiting.questionSince();
        if (since == null || !since.isBefore(at)) {
            return quote;
        }
        Duration open = Duration.between(since, at);
        Duration pause = policy.quotes().questionPause();
        return later(open.compareTo(pause) < 0 ? open : pause);
    }

    /** A yes received at {@code at} comes too late (G7). */
    boolean expired(Instant at) {
        return !at.isBefore(at(at).expiresAt());
    }

    /** The quote with its last possible end, should an open question never be answered. */
    Quote atTheLatest() {
        return waiting.questionSince() == null ? quote : later(policy.quotes().questionPause());
    }

    /** A question about minutes over a package ends no later than their cycle, whatever held it up (H-13). */
    private Quote later(Duration time) {
        Instant end = quote.expiresAt().plus(time);
        OverageOf over = quote.over();
        return quote.validUntil(over != null && over.end().isBefore(end) ? over.end() : end);
    }

    /** The next reminder or the end. */
    Instant due(Instant now) {
        Instant end = atTheLatest().expiresAt();
        if (waiting.questionSince() != null) {
            return end;
        }
        return reminders().stream()
                .filter(reminder -> reminder.isAfter(now) && reminder.isBefore(end))
                .findFirst()
                .orElse(end);
    }

    /** How many reminders should have gone by {@code now}. */
    int remindersBy(Instant now) {
        return (int)
                reminders().stream().filter(reminder -> !reminder.isAfter(now)).count();
    }

    private List<Instant> reminders() {
        return policy.quotes().reminders().stream()
                .map(delay -> after(quote.offeredAt(), delay, policy))
                .sorted()
                .toList();
    }

    /** {@code start} plus so many days, or business days, at the same time of day in the desk's zone. */
    static Instant after(Instant start, Delay delay, DeskPolicy policy) {
        ZonedDateTime day = start.atZone(policy.zone());
        if (!delay.business()) {
            return day.plusDays(delay.days()).toInstant();
        }
        for (int left = delay.days(); left > 0; left -= isBusiness(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day.toInstant();
    }

    private static boolean isBusiness(ZonedDateTime day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
