package dev.parley.app.api;

import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff.Person;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Who calls, proven by their token. */
record Caller(Person person) {
    /** The request attribute that carries it. */
    static final String ATTRIBUTE = "parley.caller";

    Actor.Staff actor() {
        return new Actor.Staff(person.login());
    }

    Customers.By at(Instant now) {
        return new Customers.By(actor(), now);
    }

    String desk() {
        return person.desk();
    }

    TicketId ticket(long number) {
        if (number < 1) {
            throw ApiProblem.bad("A ticket number is 1 or more, not " + number + ".");
        }
        return new TicketId(desk(), number);
    }

    void needs(Role role) {
        needsOneOf(role);
    }

    void needsOneOf(Role... roles) {
        if (Collections.disjoint(person.roles(), List.of(roles))) {
            String words = Arrays.stream(roles)
                    .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(" or "));
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN, person.login() + " does not have the role " + words + " that this needs.");
        }
    }
}
