package dev.parley.testkit.simulate;

import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Overage;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.port.TimeBook;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is over a package is never more than a yes on its ticket let be billed, nor more than the cap of a cycle. */
record OverageBooks(HoursContract contract, Findings findings) {
    void check(Map<View, List<TimeBook.Line>> worked) {
        Map<YearMonth, Long> over = new HashMap<>();
        worked.forEach((view, lines) -> {
            List<TimeBook.Part> own = lines.stream()
                    .filter(line -> line.corrected() == null)
                    .flatMap(line -> line.parts().stream())
                    .filter(part -> contract.contract().number().equals(part.contract()))
                    .toList();
            own.forEach(part -> over.merge(month(part), part.over(), Long::sum));
            asked(view, own);
        });
        over.forEach(this::capped);
    }

    private void asked(View view, List<TimeBook.Part> own) {
        long over = own.stream()
                .filter(part -> overage(month(part)).askFirst())
                .mapToLong(TimeBook.Part::over)
                .sum();
        long agreed = view.quotes().stream()
                .filter(offer -> offer.status() == Offer.Status.ACCEPTED)
                .mapToLong(Offer::amount)
                .sum();
        findings.require(
                over <= agreed,
                () -> "ticket " + view.ticket().id().number() + " has " + over + " minutes over, agreed to were "
                        + agreed);
    }

    private void capped(YearMonth month, long over) {
        Long cap = overage(month).capMinutes();
        findings.require(
                cap == null || over <= cap,
                () -> "contract " + contract.contract().number() + " has " + over + " minutes over in " + month
                        + ", its cap is " + cap);
    }

    private Overage overage(YearMonth month) {
        return contract.contract().versionIn(month).terms().overage();
    }

    private static YearMonth month(TimeBook.Part part) {
        YearMonth month = part.month();
        if (month == null) {
            throw new IllegalStateException(part + " is of a contract and of no month");
        }
        return month;
    }
}
