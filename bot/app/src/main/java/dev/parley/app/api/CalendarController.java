package dev.parley.app.api;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.PromiseBook;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff.Role;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose open hours count for a customer's deadlines. */
@RestController
@RequestMapping("/api/v1/customers/{number}/calendar")
class CalendarController {
    private final Customers customers;
    private final PromiseBook promises;
    private final InstantSource clock;

    CalendarController(Customers customers, PromiseBook promises, InstantSource clock) {
        this.customers = customers;
        this.promises = promises;
        this.clock = clock;
    }

    /** A calendar of the desk file; null or "" for the desk's own hours. */
    record CalendarAsked(@Nullable String calendar) {}

    /** Which it is, "" for the desk's own hours, and which the desk has. */
    record CalendarView(long customer, String calendar, List<String> known) {}

    @GetMapping
    CalendarView show(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        return view(caller, customer(caller, number));
    }

    @PostMapping
    CalendarView set(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody CalendarAsked asked) {
        caller.needs(Role.BILLING);
        CustomerId customer = customer(caller, number);
        String calendar = asked.calendar == null ? "" : asked.calendar;
        List<String> known = known(caller);
        if (!calendar.isEmpty() && !known.contains(calendar)) {
            throw ApiProblem.bad("There is no calendar ‘" + calendar + "’; "
                    + (known.isEmpty()
                            ? "name some under calendars in the desk file."
                            : "give one of " + String.join(", ", known) + ", or none."));
        }
        customers.workBy(customer, calendar, caller.at(clock.instant()));
        return view(caller, customer);
    }

    private CustomerId customer(Caller caller, long number) {
        return customers
                .find(new CustomerId(caller.desk(), number))
                .orElseThrow(() -> ApiProblem.missing("customer " + number))
                .id();
    }

    private List<String> known(Caller caller) {
        return List.copyOf(new TreeSet<>(promises.of(caller.desk()).calendars().keySet()));
    }

    private CalendarView view(Caller caller, CustomerId customer) {
        return new CalendarView(customer.number(), customers.calendar(customer), known(caller));
    }
}
