package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.required;
import static dev.parley.app.api.StaffActions.text;

import dev.parley.app.api.StaffActions.AssessmentAsked;
import dev.parley.core.customer.Site;
import dev.parley.core.desk.AssessRequest;
import dev.parley.core.desk.SplitTicket;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Store;
import dev.parley.core.port.TicketReads;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do with tickets. Every call is one event on one ticket, decided by the rules and audited. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class TicketController {
    private final UseCases useCases;
    private final Store store;
    private final AssessRequest requests;
    private final Customers customers;
    private final TicketReads reads;
    private final InstantSource clock;

    TicketController(
            UseCases useCases,
            Store store,
            AssessRequest requests,
            Customers customers,
            TicketReads reads,
            InstantSource clock) {
        this.useCases = useCases;
        this.store = store;
        this.requests = requests;
        this.customers = customers;
        this.reads = reads;
        this.clock = clock;
    }

    /** Words, and why. */
    record Words(@Nullable String text, @Nullable String reason) {}

    /** An amount, and why. */
    record AmountAsked(
            @Nullable Long amount,
            @Nullable String scope,
            @Nullable String reason) {}

    /** The part split off. */
    record PartAsked(@Nullable String subject, @Nullable String text) {}

    /** The ticket merged into. */
    record MergeAsked(@Nullable Long into) {}

    /** The site whose points pay. */
    record SiteAsked(@Nullable Long site) {}

    /** Whether to finish within what was agreed. */
    record RaiseAsked(boolean finish, @Nullable String reason) {}

    @PostMapping("/assess")
    Views.Done assess(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody AssessmentAsked asked) {
        caller.needs(Role.AGENT);
        AssessRequest.Understood understood = StaffActions.understood(requests, caller.desk(), asked);
        return done(
                number,
                store.transact(tx -> requests.assess(tx, caller.ticket(number), understood, caller.actor(), now())));
    }

    /** Which of the customer's sites it is for, whose points pay (P-14). */
    @PostMapping("/site")
    Views.Done site(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody SiteAsked asked) {
        List<Site> sites = customers.sites(view(caller, number).ticket().customer());
        long chosen = asked.site == null ? 0 : asked.site;
        if (sites.stream().noneMatch(site -> site.id().number() == chosen)) {
            throw ApiProblem.bad("‘site’ is not one of this customer's: " + StaffActions.named(sites));
        }
        return act(caller, number, new TicketEvent.SiteChosen(chosen));
    }

    /** A price a specialist names: settles a counter-offer where one is open, else offers the work anew. */
    @PostMapping("/quote")
    Views.Done quote(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody AmountAsked asked) {
        TicketState state = view(caller, number).ticket().state();
        if (state instanceof TicketState.Negotiating) {
            return act(caller, number, new TicketEvent.NegotiationSettled(asked.amount, text(asked.reason)));
        }
        var anew = new AssessmentAsked("modification", asked.amount, null, null, asked.scope, null, asked.reason);
        return assess(caller, number, anew);
    }

    @PostMapping("/answer")
    Views.Done answer(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, @RequestBody Words words) {
        return act(caller, number, new TicketEvent.AnswerSent(required("text", words.text, "the answer")));
    }

    @PostMapping("/reply")
    Views.Done reply(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, @RequestBody Words words) {
        return act(caller, number, new TicketEvent.RepliedFreely(required("text", words.text, "the free reply")));
    }

    @PostMapping("/ask")
    Views.Done ask(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, @RequestBody Words words) {
        return act(caller, number, new TicketEvent.InformationAsked(required("text", words.text, "the question")));
    }

    @PostMapping("/start")
    Views.Done start(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        return act(caller, number, new TicketEvent.WorkStarted());
    }

    @PostMapping("/split")
    Views.Created split(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, @RequestBody PartAsked part) {
        caller.needs(Role.AGENT);
        var words = new SplitTicket.Part(
                required("subject", part.subject, "a subject for the new ticket"),
                required("text", part.text, "the customer's words it is about"));
        return useCases.splitTicket()
                .split(caller.ticket(number), words, caller.actor(), now())
                .map(Views::made)
                .orElseThrow(() -> ApiProblem.missing("ticket " + number));
    }

    @PostMapping("/merge")
    Views.Done merge(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, @RequestBody MergeAsked to) {
        caller.needs(Role.AGENT);
        if (to.into == null) {
            throw ApiProblem.bad("‘into’ is missing; give the number of the ticket that goes on.");
        }
        TicketId target = view(caller, to.into).ticket().id();
        return done(number, useCases.mergeTickets().merge(caller.ticket(number), target, caller.actor(), now()));
    }

    /** Takes the request back for the customer, or settles what is due of a cancelled one. */
    @PostMapping("/cancel")
    Views.Done cancel(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody AmountAsked due) {
        TicketReads.View view = view(caller, number);
        if (view.ticket().state() instanceof TicketState.CancelReview) {
            long amount = due.amount == null ? 0 : due.amount;
            return act(caller, number, new TicketEvent.CancellationSettled(amount, text(due.reason)));
        }
        Speaker requester =
                new Speaker.Approver(view.requester().id(), view.requester().name());
        return act(caller, number, new TicketEvent.CancelRequested(requester));
    }

    @PostMapping("/close")
    Views.Done close(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, @RequestBody Words words) {
        return act(caller, number, new TicketEvent.CloseAsked(text(words.reason)));
    }

    @PostMapping("/reopen")
    Views.Done reopen(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        return act(caller, number, new TicketEvent.ReopenAsked());
    }

    @PostMapping("/take-back")
    Views.Done takeBack(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, @RequestBody Words words) {
        return act(caller, number, new TicketEvent.TakenBack(required("reason", words.reason, "why")));
    }

    @PostMapping("/refuse")
    Views.Done refuse(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, @RequestBody Words words) {
        return act(caller, number, new TicketEvent.ModificationRefused(required("reason", words.reason, "why")));
    }

    @PostMapping("/raise")
    Views.Done raise(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, @RequestBody RaiseAsked to) {
        return act(caller, number, new TicketEvent.RaiseAbandoned(to.finish, text(to.reason)));
    }

    @PostMapping("/dispute")
    Views.Done dispute(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number, @RequestBody Words words) {
        TicketReads.View view = view(caller, number);
        Speaker requester =
                new Speaker.Approver(view.requester().id(), view.requester().name());
        return act(caller, number, new TicketEvent.Disputed(requester, required("reason", words.reason, "why")));
    }

    /** Decided by somebody who did not price the ticket (T96, T97). */
    @PostMapping("/dispute/decision")
    Views.Done settle(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody AmountAsked refund) {
        caller.needs(Role.DISPUTE_APPROVER);
        boolean priced = view(caller, number).history().stream()
                .anyMatch(step -> step.actor().equals(caller.actor()) && Views.priced(step.row()));
        if (priced) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    caller.person().login() + " priced this ticket; somebody else decides the dispute.");
        }
        long amount = refund.amount == null ? 0 : refund.amount;
        return decide(caller, number, new TicketEvent.DisputeSettled(amount, text(refund.reason)));
    }

    private Views.Done act(Caller caller, long number, TicketEvent event) {
        caller.needs(Role.AGENT);
        return decide(caller, number, event);
    }

    private Views.Done decide(Caller caller, long number, TicketEvent event) {
        return done(number, useCases.actOnTicket().act(caller.ticket(number), event, caller.actor(), now()));
    }

    private static Views.Done done(long number, Optional<Decision> decision) {
        return decision.map(d -> Views.done(number, d)).orElseThrow(() -> ApiProblem.missing("ticket " + number));
    }

    private TicketReads.View view(Caller caller, long number) {
        return reads.find(caller.ticket(number)).orElseThrow(() -> ApiProblem.missing("ticket " + number));
    }

    private Instant now() {
        return clock.instant();
    }
}
