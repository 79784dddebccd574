package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.required;

import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.Ruling;
import dev.parley.core.desk.CorrectTime;
import dev.parley.core.desk.TrackTime;
import dev.parley.core.desk.TrackTime.Tracked;
import dev.parley.core.desk.UseCases;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.HourNotice;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.Place;
import dev.parley.core.hours.TimeEntry;
import dev.parley.core.hours.Work;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Store;
import dev.parley.core.port.TimeBook;
import dev.parley.core.port.TimeBook.Correction;
import dev.parley.core.port.TimeBook.Line;
import dev.parley.core.port.TimeBook.Timer;
import dev.parley.core.port.Transaction.AuditLine;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Time that was worked on tickets, and what packages of hours make of it. */
@RestController
@RequestMapping("/api/v1")
class TimeController {
    /** A month around the clock: above it is a slip of the keyboard. */
    private static final long OVERAGE_MAX = 44_640;

    private final TrackTime track;
    private final CorrectTime correct;
    private final Store store;
    private final Contracts contracts;
    private final InstantSource clock;

    TimeController(UseCases useCases, Store store, Contracts contracts, InstantSource clock) {
        this.track = useCases.trackTime();
        this.correct = useCases.correctTime();
        this.store = store;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** What is worked on. */
    record WorkAsked(@Nullable String work) {}

    /** What was worked, from when on and how long. */
    record TimeAsked(
            @Nullable String work,
            @Nullable Instant start,
            @Nullable Long minutes) {}

    /** How many minutes over the customer said yes to, who and in which message. */
    record YesAsked(
            @Nullable String month,
            long minutes,
            @Nullable String by,
            @Nullable String message) {}

    /** A stopwatch that runs. */
    record Running(long ticket, String work, Instant since) {}

    /**
     * An entry with what pays for it.
     *
     * @param told what the customer is told of now
     * @param takenBack why it does not count any more; null if it does
     */
    record EntryView(
            long entry,
            List<PartView> parts,
            List<HourNotice.Kind> told,
            @Nullable TakenBack takenBack) {}

    /** Why an entry was taken back, by whom and when. */
    record TakenBack(String reason, String by, Instant at) {}

    /** Why an entry is wrong. */
    record CorrectionAsked(@Nullable String reason) {}

    /** A part of an entry; without a contract it is on demand. */
    record PartView(
            Instant start,
            long minutes,
            @Nullable String contract,
            @Nullable String month,
            long inPackage,
            long over,
            long open,
            boolean adjustment) {}

    /** An invoice of one cycle. */
    record InvoiceView(String number, String month, List<LineView> lines, String total) {}

    /** A line of it. */
    record LineView(
            Invoice.Kind kind,
            long minutes,
            String amount,
            @Nullable String of) {}

    @PostMapping("/tickets/{number}/time/start")
    Running start(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody WorkAsked asked) {
        caller.needs(Role.AGENT);
        Timer timer = allowed(track.start(caller.ticket(number), caller.person().login(), kind(asked.work), now()));
        return new Running(timer.ticket().number(), ContractTerms.written(timer.kind()), timer.startedAt());
    }

    @PostMapping("/time/stop")
    EntryView stop(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        caller.needs(Role.AGENT);
        return view(allowed(track.stop(caller.desk(), caller.person().login(), now())));
    }

    @PostMapping("/tickets/{number}/time")
    EntryView add(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody TimeAsked asked) {
        caller.needs(Role.AGENT);
        if (asked.start == null || asked.minutes == null) {
            throw ApiProblem.bad("‘start’ and ‘minutes’ are needed; give when the work began and how long it took.");
        }
        Work work = new Work(number, caller.person().login(), kind(asked.work));
        Instant now = now();
        Ruling<TimeEntry> entry = TimeEntry.byHand(work, asked.start, asked.minutes, now);
        return view(allowed(track.add(caller.ticket(number), entry, caller.actor(), now)));
    }

    @GetMapping("/tickets/{number}/time")
    List<EntryView> list(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        return store.transact(tx -> tx.time().entries(caller.ticket(number))).stream()
                .map(TimeController::view)
                .toList();
    }

    @PostMapping("/time/{entry}/correct")
    EntryView correct(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long entry,
            @RequestBody CorrectionAsked asked) {
        caller.needs(Role.AGENT);
        String reason = required("reason", asked.reason, "why the entry is wrong");
        if (reason.length() > Correction.REASON_CHARS_MAX) {
            throw ApiProblem.bad("‘reason’ is longer than " + Correction.REASON_CHARS_MAX + " characters; shorten it.");
        }
        return view(allowed(correct.takeBack(caller.desk(), entry, new Correction(reason, caller.actor(), now()))));
    }

    private static EntryView view(Line line) {
        Correction corrected = line.corrected();
        return new EntryView(
                line.id(),
                line.parts().stream().map(TimeController::part).toList(),
                List.of(),
                corrected == null ? null : new TakenBack(corrected.reason(), name(corrected.by()), corrected.at()));
    }

    private static String name(Actor actor) {
        return switch (actor) {
            case Actor.Customer customer -> customer.address();
            case Actor.Staff staff -> staff.login();
            case Actor.Desk _ -> "the desk";
        };
    }

    @GetMapping("/contracts/{contract}/invoices")
    List<InvoiceView> invoices(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable("contract") String number) {
        ContractId id = known(caller, number);
        return store.transact(tx -> tx.time().invoices(id)).stream()
                .map(invoice -> invoice(number, invoice))
                .toList();
    }

    /** The customer's yes to minutes over, where the contract asks first (H-12). */
    @PostMapping("/contracts/{contract}/overage")
    ContractView agree(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable("contract") String number,
            @RequestBody YesAsked asked) {
        caller.needs(Role.AGENT);
        ContractId id = known(caller, number);
        String text = required("month", asked.month, "a month such as 2026-05");
        YearMonth month = ContractTerms.parsed("month", text, YearMonth::parse, "a month such as 2026-05");
        long minutes = StaffActions.within("minutes", asked.minutes, 1, OVERAGE_MAX);
        String by = required("by", asked.by, "who of the customer said yes");
        String message = required("message", asked.message, "the message they said it in");
        Instant now = now();
        boolean fresh = store.transact(tx -> {
            boolean said = tx.time().agree(id, month, minutes, new Consent(by, now, message));
            if (said) {
                String what = "yes to " + minutes + " minutes over in " + month;
                tx.audit(new AuditLine(
                        id.desk(), caller.actor(), "contract " + number, what, "", by + ": " + message, now));
            }
            return said;
        });
        if (!fresh) {
            throw new ApiProblem(HttpStatus.CONFLICT, "That message was entered as a yes before; nothing changed.");
        }
        return ContractView.of(contracts.find(id).orElseThrow());
    }

    private ContractId known(Caller caller, String number) {
        ContractId id = new ContractId(caller.desk(), number);
        if (!(contracts.find(id).orElse(null) instanceof Contracts.Kept.Hours)) {
            throw ApiProblem.missing("contract " + number + " on hours");
        }
        return id;
    }

    private static WorkKind kind(@Nullable String work) {
        return ContractTerms.kind(required("work", work, "a kind of work such as development"));
    }

    private static EntryView view(Tracked tracked) {
        return new EntryView(
                tracked.entry(),
                tracked.pieces().stream().map(TimeController::part).toList(),
                tracked.told().stream().map(HourNotice::kind).toList(),
                null);
    }

    private static PartView part(TimeBook.Paid paid) {
        return new PartView(
                paid.piece().start(),
                paid.piece().minutes(),
                paid.contract() == null ? null : paid.contract().number(),
                paid.piece().place() instanceof Place.InPackage place
                        ? place.month().toString()
                        : null,
                paid.inPackage(),
                paid.over(),
                paid.open(),
                paid.piece().adjustment());
    }

    private static PartView part(TimeBook.Part part) {
        YearMonth month = part.month();
        return new PartView(
                part.start(),
                part.minutes(),
                part.contract(),
                month == null ? null : month.toString(),
                part.inPackage(),
                part.over(),
                part.open(),
                part.adjustment());
    }

    private static InvoiceView invoice(String contract, Invoice invoice) {
        return new InvoiceView(
                contract + "-" + invoice.month(),
                invoice.month().toString(),
                invoice.lines().stream().map(TimeController::line).toList(),
                invoice.total().toString());
    }

    private static LineView line(Invoice.Line line) {
        YearMonth of = line.of();
        return new LineView(line.kind(), line.minutes(), line.amount().toString(), of == null ? null : of.toString());
    }

    private static <T> T allowed(Ruling<T> ruling) {
        return ContractController.allowed(ruling);
    }

    private Instant now() {
        return clock.instant();
    }
}
