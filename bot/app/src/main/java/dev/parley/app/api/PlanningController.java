package dev.parley.app.api;

import static dev.parley.app.api.ContractTerms.parsed;
import static dev.parley.app.api.StaffActions.required;

import dev.parley.core.contract.ContractId;
import dev.parley.core.desk.AssessRequest;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.PlanMonth;
import dev.parley.core.desk.UseCases;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.MonthPlan;
import dev.parley.core.hours.MonthPlan.Task;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.policy.Category;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Contracts.Kept;
import dev.parley.core.port.Plans;
import dev.parley.core.port.Staff.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The account manager plans months of a package; what customers say to it in words is entered here (H-09). */
@RestController
@RequestMapping("/api/v1/contracts/{contract}/plans/{month}")
class PlanningController {
    private static final String A_MONTH = "a month such as 2026-05";

    private final PlanMonth plans;
    private final Contracts contracts;
    private final DeskBook desks;
    private final AssessRequest kinds;
    private final InstantSource clock;

    PlanningController(
            UseCases useCases, Contracts contracts, DeskBook desks, AssessRequest kinds, InstantSource clock) {
        this.plans = useCases.planMonth();
        this.contracts = contracts;
        this.desks = desks;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** {@code as}: the category, as in the desk file; {@code ticket}: where it is done already, null for a new one. */
    record TaskAsked(
            @Nullable String title,
            @Nullable String as,
            @Nullable Long minutes,
            @Nullable Long ticket) {}

    /** What is planned, in order. */
    record PlanAsked(@Nullable List<TaskAsked> tasks) {}

    /** The version that was agreed to, by whom and in which message. */
    record AgreedAsked(
            @Nullable Integer version,
            @Nullable String by,
            @Nullable String message) {}

    /** A plan; {@code agreedBy}: null while nobody agreed to it. */
    record PlanView(
            String contract,
            String month,
            int version,
            long minutes,
            List<TaskView> tasks,
            @Nullable String agreedBy,
            @Nullable Instant agreedAt) {}

    /** A task; {@code ticket}: where it is done, null before it is agreed to. */
    record TaskView(
            String title, String as, long minutes, @Nullable Long ticket) {}

    @GetMapping
    PlanView show(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable("contract") String number,
            @PathVariable("month") String month) {
        return view(newest(hours(caller, number), month(month)));
    }

    @PostMapping
    PlanView plan(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable("contract") String number,
            @PathVariable("month") String month,
            @RequestBody PlanAsked asked) {
        HoursContract contract = hours(caller, number);
        List<TaskAsked> wanted = asked.tasks == null ? List.of() : asked.tasks;
        if (wanted.isEmpty() || wanted.size() > MonthPlan.TASKS_MAX) {
            throw ApiProblem.bad("‘tasks’ are 1 to " + MonthPlan.TASKS_MAX + "; give at least one.");
        }
        List<Task> tasks = wanted.stream().map(task -> task(caller, task)).toList();
        Actor.Staff by = new Actor.Staff(caller.person().login());
        return view(ContractController.allowed(plans.plan(contract, month(month), tasks, by, clock.instant())));
    }

    @PostMapping("/agreed")
    PlanView agreed(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable("contract") String number,
            @PathVariable("month") String month,
            @RequestBody AgreedAsked asked) {
        caller.needs(Role.AGENT);
        Plans.Kept plan = newest(hours(caller, number), month(month));
        if (asked.version == null || asked.version != plan.plan().version()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "The newest version of that plan is " + plan.plan().version()
                            + "; give as ‘version’ the one that was agreed to.");
        }
        String by = required("by", asked.by, "who of the customer said yes");
        String message = required("message", asked.message, "the message they said it in");
        Consent yes = new Consent(by, clock.instant(), message);
        return view(ContractController.allowed(plans.record(plan, yes, caller.actor())));
    }

    private Plans.Kept newest(HoursContract contract, YearMonth month) {
        ContractId id = contract.contract().id();
        return plans.newest(id, month)
                .orElseThrow(() -> ApiProblem.missing("plan of contract " + id.number() + " for " + month));
    }

    private HoursContract hours(Caller caller, String number) {
        ContractId id = new ContractId(caller.desk(), number);
        if (contracts.find(id).orElse(null) instanceof Kept.Hours(var hours)) {
            return hours;
        }
        throw ApiProblem.missing("contract " + number + " on hours");
    }

    private Task task(Caller caller, TaskAsked asked) {
        String title = required("title", asked.title, "what is to be done").strip();
        String as = required("as", asked.as, "a category of the desk file");
        long minutes =
                StaffActions.within("minutes", asked.minutes == null ? 0 : asked.minutes, 1, HourTerms.MINUTES_MAX);
        if (title.length() > MonthPlan.TITLE_CHARS_MAX || title.lines().count() != 1) {
            throw ApiProblem.bad(
                    "‘title’ is not one line of at most " + MonthPlan.TITLE_CHARS_MAX + " characters; shorten it.");
        }
        WorkKind work = kinds.service(caller.desk(), as).orElseThrow(() -> unknown(as));
        Category category = desks.desk(caller.desk()).policy().category(as).orElseThrow(() -> unknown(as));
        return new Task(title, category.key(), work, minutes, asked.ticket);
    }

    private static ApiProblem unknown(String category) {
        return ApiProblem.bad("There is no work ‘" + category + "’ that a package can include; give a category of the"
                + " desk file with a service.");
    }

    private static YearMonth month(String text) {
        return parsed("month", text, YearMonth::parse, A_MONTH);
    }

    private static PlanView view(Plans.Kept kept) {
        Consent yes = kept.yes();
        List<TaskView> tasks = IntStream.range(0, kept.plan().tasks().size())
                .mapToObj(
                        nth -> view(kept.plan().tasks().get(nth), kept.tickets().get(nth)))
                .toList();
        return new PlanView(
                kept.contract().number(),
                kept.plan().month().toString(),
                kept.plan().version(),
                kept.plan().minutes(),
                tasks,
                yes == null ? null : yes.by(),
                yes == null ? null : yes.at());
    }

    private static TaskView view(Task task, @Nullable Long made) {
        return new TaskView(task.title(), task.category().key(), task.minutes(), made == null ? task.ticket() : made);
    }
}
