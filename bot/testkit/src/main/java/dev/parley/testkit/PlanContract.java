package dev.parley.testkit;

import static dev.parley.testkit.Deals.MANAGER;
import static dev.parley.testkit.Deals.allowed;
import static dev.parley.testkit.Deals.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.contract.Ruling;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.MonthPlan.Task;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Outbox;
import dev.parley.core.port.Plans.Kept;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised about plans of months (H-09), on any storage. */
public interface PlanContract extends TimeStage {
    /** April 2026. */
    YearMonth APRIL = YearMonth.of(2026, 4);

    /** A task of development. */
    default Task task(String title, long minutes) {
        return new Task(title, Desks.MODIFICATION, WorkKind.DEVELOPMENT, minutes, null);
    }

    /** The account manager plans. */
    default Ruling<Kept> plan(Covered shop, YearMonth month, Task... tasks) {
        return useCases().planMonth().plan(shop.contract(), month, List.of(tasks), new Actor.Staff(MANAGER), NOW);
    }

    /** The token in the mail to {@code contact}. */
    default String token(Kept plan, Contact contact) {
        return new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN]))
                .planToken(new Pointer(
                        new TicketId(Desks.SUPPORT, plan.number()),
                        plan.plan().version(),
                        contact.id().number()));
    }

    /** The subjects of what was sent. */
    default List<String> subjects() {
        return ports().outbox().claim("w", 99, LEASE, Instant.parse("2031-01-01T00:00:00Z")).stream()
                .map(Outbox.Claim::message)
                .map(message -> message.to().getFirst().address() + " " + message.subject())
                .toList();
    }

    @Test
    default void h09ThePlanIsMailedAndTheButtonMakesItsTasksTickets() {
        Covered shop = covered("H-1", hours(600));
        Contact alice = contact(shop.ticket().requester());
        long old = shop.ticket().id().number();
        Kept plan = allowed(plan(
                shop,
                APRIL,
                task("Sitemap", 120),
                new Task("The banner", Desks.MODIFICATION, WorkKind.DEVELOPMENT, 60, old)));
        assertThat(subjects()).containsExactly("h-1@customer.example PLAN_PROPOSED");
        String token = token(plan, alice);
        var use = useCases().planMonth();
        assertThat(use.look(Desks.SUPPORT, token).orElseThrow().mayAgree()).isTrue();
        assertThat(use.newest(shop.contract().contract().id(), APRIL)
                        .orElseThrow()
                        .yes())
                .as("looking agrees to nothing")
                .isNull();
        Kept agreed = allowed(use.agree(Desks.SUPPORT, token, NOW).orElseThrow());
        assertThat(agreed.yes()).isNotNull();
        assertThat(agreed.tickets()).hasSize(2).containsEntry(1, old);
        Ticket made = read(new TicketId(Desks.SUPPORT, agreed.tickets().getOrDefault(0, 0L)));
        assertThat(made.subject()).isEqualTo("Sitemap");
        assertThat(made.type()).isEqualTo(RequestType.COVERED);
        assertThat(StateName.of(made.state())).isEqualTo(StateName.WORKING);
        assertThat(subjects()).contains("h-1@customer.example PLAN_AGREED", STAFF_MAILBOX + " STAFF_PLAN_AGREED");
        assertThat(refusal(use.agree(Desks.SUPPORT, token, NOW).orElseThrow())).contains("was agreed to before");
        assertThat(use.agree("sales", token, NOW)).isEmpty();
        assertThat(use.look(Desks.SUPPORT, "9" + token)).isEmpty();
    }

    @Test
    default void h09OnlyTheAccountManagerPlansAndOnlyWhatThePackageIncludes() {
        Covered shop = covered("H-1", hours(600));
        var use = useCases().planMonth();
        assertThat(refusal(use.plan(shop.contract(), APRIL, List.of(task("Sitemap", 60)), AGENT, NOW)))
                .contains("kim is not the account manager", "let morgan plan it");
        Task lesson = new Task("A lesson", Desks.MODIFICATION, WorkKind.TRAINING, 60, null);
        assertThat(refusal(plan(shop, APRIL, lesson))).contains("does not include what ‘A lesson’ is");
        assertThat(refusal(plan(shop, YearMonth.of(2026, 2), task("Sitemap", 60))))
                .contains("that is not over");
        assertThat(refusal(plan(shop, YearMonth.of(2026, 1), task("Sitemap", 60))))
                .contains("has no 2026-01");
        Covered other = covered("H-2", hours(600));
        Task foreign = new Task(
                "The banner",
                Desks.MODIFICATION,
                WorkKind.DEVELOPMENT,
                60,
                other.ticket().id().number());
        assertThat(refusal(plan(shop, APRIL, foreign))).contains("is none of this customer's");
    }

    @Test
    default void h09ANewerPlanTakesThePlaceOfTheOldAndNeedsAYesOfItsOwn() {
        Covered shop = covered("H-1", hours(600));
        Contact alice = contact(shop.ticket().requester());
        Kept first = allowed(plan(shop, APRIL, task("Sitemap", 120)));
        Kept second = allowed(plan(shop, APRIL, task("Sitemap", 60), task("Search", 60)));
        assertThat(second.plan().version()).isEqualTo(2);
        var use = useCases().planMonth();
        assertThat(use.look(Desks.SUPPORT, token(first, alice)).orElseThrow().mayAgree())
                .isFalse();
        assertThat(refusal(use.agree(Desks.SUPPORT, token(first, alice), NOW).orElseThrow()))
                .contains("there is a newer plan");
        Consent words = new Consent("alice@customer.example", NOW, "<yes@customer.example>");
        assertThat(refusal(use.record(first, words, AGENT))).contains("there is a newer plan");
        assertThat(allowed(use.record(second, words, AGENT)).tickets()).hasSize(2);
    }

    @Test
    default void x02WhoMayNotAgreeToChargesAgreesToNoPlan() {
        Covered shop = covered("H-1", hours(600));
        Contact alice = contact(shop.ticket().requester());
        Kept plan = allowed(plan(shop, APRIL, task("Sitemap", 120)));
        ports().customers().approver(alice.id(), false, new By(AGENT, NOW));
        var use = useCases().planMonth();
        assertThat(refusal(use.agree(Desks.SUPPORT, token(plan, alice), NOW).orElseThrow()))
                .contains("may not agree to charges");
        Contact stranger = approver("of-another@customer.example");
        assertThat(use.look(Desks.SUPPORT, token(plan, stranger))).isEmpty();
        Consent words = new Consent("alice@customer.example", NOW, "<yes@customer.example>");
        assertThat(refusal(use.record(plan, words, AGENT))).contains("name an approver first");
    }
}
