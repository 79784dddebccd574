package dev.parley.app.api;

import dev.parley.core.desk.SplitTicket;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.StateName;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** What the API answers to actions. */
final class Views {
    /** Rows by which a price is set or changed. */
    private static final Set<Row> PRICING = EnumSet.of(
            Row.T08, Row.T09, Row.T10, Row.T11, Row.T12, Row.T13, Row.T35, Row.T50, Row.T51, Row.T59, Row.T61, Row.T63,
            Row.T64, Row.T65, Row.T76, Row.T84, Row.T85, Row.T92, Row.T93);

    private Views() {}

    /** What happened: the rule that applied, the state after it. */
    record Done(long ticket, Row rule, StateName state) {}

    /** The number of what was made. */
    record Created(long number) {}

    static Done done(long number, Decision decision) {
        return switch (decision) {
            case Decision.Transition transition ->
                new Done(
                        number, transition.row(), StateName.of(transition.next().state()));
            case Decision.Refused refused -> throw refused(refused.row(), refused.reason());
            case Decision.Ignored ignored -> throw refused(ignored.row(), ignored.reason());
        };
    }

    static Created made(SplitTicket.Split split) {
        return switch (split) {
            case SplitTicket.Split.Made made -> new Created(made.child().number());
            case SplitTicket.Split.Not not -> throw refused(not.row(), not.reason());
        };
    }

    static boolean priced(Row row) {
        return PRICING.contains(row);
    }

    private static ApiProblem refused(Row row, String reason) {
        return new ApiProblem(HttpStatus.CONFLICT, "Not possible now (" + row + "): " + reason);
    }
}
