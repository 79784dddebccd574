package dev.parley.app.api;

import dev.parley.app.report.ReportCsv;
import dev.parley.app.report.ReportSvg;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.PromiseBook;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Histories;
import dev.parley.core.port.Turnover;
import dev.parley.core.report.LevelReport;
import dev.parley.core.report.Month;
import dev.parley.core.report.Report;
import dev.parley.core.report.TicketReport;
import dev.parley.core.report.UnitReport;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened in a month, in numbers: for the whole desk or by customer; as JSON, CSV or a chart. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {
    /** The first and last year a report can be asked for. */
    private static final int YEAR_MIN = 1970;

    private static final int YEAR_MAX = 9998;

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType SVG = new MediaType("image", "svg+xml");

    private final Histories histories;
    private final Turnover turnover;
    private final PromiseBook promises;
    private final DeskBook desks;
    private final Customers customers;
    private final InstantSource clock;

    ReportController(
            Histories histories,
            Turnover turnover,
            PromiseBook promises,
            DeskBook desks,
            Customers customers,
            InstantSource clock) {
        this.histories = histories;
        this.turnover = turnover;
        this.promises = promises;
        this.desks = desks;
        this.customers = customers;
        this.clock = clock;
    }

    /** {@code month}: this one if null; {@code by}: desk or customer. */
    record Asked(@Nullable String month, @Nullable String by) {}

    @GetMapping("/{what}")
    Report json(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable String what, Asked asked) {
        return report(caller, what, asked);
    }

    @GetMapping("/{what}.csv")
    ResponseEntity<String> csv(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable String what, Asked asked) {
        return file(CSV, what + ".csv", ReportCsv.of(report(caller, what, asked)));
    }

    @GetMapping("/{what}.svg")
    ResponseEntity<String> svg(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable String what, Asked asked) {
        return file(SVG, what + ".svg", ReportSvg.of(report(caller, what, asked)));
    }

    /** To be kept as a file, and never run by a browser. */
    private static ResponseEntity<String> file(MediaType type, String name, String content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private Report report(Caller caller, String what, Asked asked) {
        Month month = month(caller, asked);
        String desk = caller.desk();
        return switch (what) {
            case "tickets" -> TicketReport.of(histories.between(desk, month.from(), month.until()), month);
            case "levels" ->
                LevelReport.of(
                        histories.between(desk, month.from(), month.until()),
                        promises.of(desk),
                        month,
                        clock.instant());
            case "units" -> UnitReport.of(turnover.of(desk, month.from(), month.until()), month);
            default -> throw ApiProblem.missing("report ‘" + what + "’; there are tickets, levels and units");
        };
    }

    private Month month(Caller caller, Asked asked) {
        ZoneId zone = desks.desk(caller.desk()).policy().zone();
        YearMonth month = asked.month == null ? YearMonth.from(clock.instant().atZone(zone)) : month(asked.month);
        return switch (asked.by == null ? "desk" : asked.by) {
            case "desk" -> Month.ofDesk(month, zone);
            case "customer" -> new Month(month, zone, named());
            default -> throw ApiProblem.bad("‘by’ is ‘" + asked.by + "’; give desk or customer.");
        };
    }

    private static YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= YEAR_MIN && month.getYear() <= YEAR_MAX) {
                return month;
            }
        } catch (DateTimeException e) {
            throw ApiProblem.bad("‘month’ is ‘" + text + "’; give one such as 2026-11.");
        }
        throw ApiProblem.bad("‘month’ is ‘" + text + "’; give one from " + YEAR_MIN + "-01 to " + YEAR_MAX + "-12.");
    }

    /** With the number, as two customers may have one name. */
    private Function<CustomerId, String> named() {
        Map<CustomerId, String> names = new HashMap<>();
        return id -> names.computeIfAbsent(
                id, unknown -> customers.find(unknown).map(Customer::name).orElse("") + " (" + unknown.number() + ")");
    }
}
