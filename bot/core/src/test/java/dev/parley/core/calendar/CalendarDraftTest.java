package dev.parley.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.core.calendar.CalendarDraft.Checked;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDraftTest {
    private static final List<String> DAY = List.of("09:00-17:00");

    @Test
    void whatIsRightBecomesACalendar() {
        CalendarDraft draft = new CalendarDraft(
                Calendars.BERLIN,
                Map.of("monday", List.of("13:00–17:30", "09:00 - 12:00"), "friday", List.of()),
                Map.of("2026-12-24", List.of("09:00-12:00"), "2028-02-29", List.of()));
        assertThat(draft.check()).isInstanceOfSatisfying(Checked.Good.class, good -> {
            assertThat(good.calendar().week().get(DayOfWeek.MONDAY)).hasToString("[09:00-12:00, 13:00-17:30]");
            assertThat(good.calendar().holidays()).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9-5 | ‘9-5’ are no hours | write them as 09:00-17:00",
                "from nine in the morning on | ‘from nine in the mor…’ are no hours | write them as 09:00-17:00",
                "09:00-25:00 | ‘09:00-25:00’ is no time of day | hours go from 00:00 to 24:00, minutes from 00 to 59",
                "24:01-24:30 | ‘24:01-24:30’ is no time of day | hours go from 00:00 to 24:00, minutes from 00 to 59",
                "09:60-17:00 | ‘09:60-17:00’ is no time of day | hours go from 00:00 to 24:00, minutes from 00 to 59",
                "09:00-09:00 | 09:00-09:00 is empty | let it end later; 00:00-24:00 is the whole day, [] is closed",
                "00:00-00:00 | 00:00-00:00 is empty | let it end later; 00:00-24:00 is the whole day, [] is closed",
                "09:00-00:00 | 09:00-00:00 ends before it begins | the midnight that ends a day is 24:00:"
                        + " write 09:00-24:00",
                "22:00-06:00 | 22:00-06:00 ends before it begins | hours past midnight are two:"
                        + " 22:00-24:00 on this day, 00:00-06:00 on the next"
            })
    void hoursThatCannotBeSayWhyAndWhatWould(String text, String wrong, String right) {
        assertThat(mistakes(Map.of("monday", List.of("07:00-08:00", text)), Map.of()))
                .containsExactly(new Mistake("week.monday", 1, wrong, right));
    }

    @Test
    void overlappingHoursAreNamedBoth() {
        assertThat(mistakes(Map.of("monday", List.of("13:00-17:00", "09:00-13:30")), Map.of()))
                .containsExactly(Mistake.of(
                        "week.monday",
                        "09:00-13:30 and 13:00-17:00 overlap",
                        "let one end where the other begins, or make one of the two"));
        assertThat(mistakes(Map.of("monday", List.of("09:00-17:00", "09:00-17:00")), Map.of()))
                .hasSize(1);
        assertThat(mistakes(Map.of("monday", List.of("09:00-13:00", "13:00-17:00")), Map.of()))
                .as("they only touch")
                .isEmpty();
    }

    @Test
    void aCalendarThatNeverOpensIsRefusedAlsoIfAHolidayWould() {
        assertThat(mistakes(Map.of("monday", List.of()), Map.of("2026-12-24", DAY)))
                .containsExactly(Mistake.of(
                        "week",
                        "this calendar never opens",
                        "give at least one day of the week hours such as 09:00-17:00, 60 minutes in all"));
        assertThat(mistakes(Map.of("monday", List.of("09:00-09:59")), Map.of()))
                .extracting(Mistake::wrong)
                .containsExactly("this calendar opens 59 minutes a week");
    }

    @Test
    void daysThatDoNotExistAreNamedWithAllOtherMistakesInTheOrderOfTheFile() {
        Map<String, List<String>> week = new LinkedHashMap<>();
        week.put("funday", DAY);
        week.put("monday", List.of("x", "y"));
        assertThat(mistakes(week, Map.of("2026-02-29", List.of("z"))))
                .extracting(Mistake::key, Mistake::index)
                .containsExactly(
                        tuple("week.funday", -1),
                        tuple("week.monday", 0),
                        tuple("week.monday", 1),
                        tuple("holidays.2026-02-29", -1));
    }

    @Test
    void tooManyPiecesOrHolidaysAreRefused() {
        List<String> pieces = Collections.nCopies(13, "09:00-10:00");
        assertThat(mistakes(Map.of("monday", pieces), Map.of()))
                .contains(Mistake.of("week.monday", "there are 13 pieces", "at most 12"));
        Map<String, List<String>> holidays = new LinkedHashMap<>();
        for (int day = 0; day <= BusinessCalendar.HOLIDAYS_MAX; day++) {
            holidays.put(LocalDate.ofEpochDay(day).toString(), List.of());
        }
        assertThat(mistakes(Map.of("monday", DAY), holidays))
                .extracting(Mistake::wrong)
                .containsExactly("there are 1001 days");
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "0, 1441", "5, 5", "6, 5"})
    void hoursThatCannotBeAreNotMade(int from, int to) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenHours(from, to));
    }

    private static List<Mistake> mistakes(Map<String, List<String>> week, Map<String, List<String>> holidays) {
        return switch (new CalendarDraft(Calendars.BERLIN, week, holidays).check()) {
            case Checked.Good _ -> List.of();
            case Checked.Wrong(var mistakes) -> mistakes;
        };
    }
}
