package dev.parley.core.desk;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.MonthPlan.Task;
import dev.parley.core.port.Plans.Kept;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who is told what of a month's plan. */
final class PlanNews {
    private final DeskBook desks;
    private final Letters letters;
    private final StaffNotices staff;
    private final Marks marks;
    private final Shops shops;

    PlanNews(DeskBook desks, Marks marks, Shops shops, StaffNotices staff) {
        this.desks = desks;
        this.letters = new Letters(marks, shops);
        this.staff = staff;
        this.marks = marks;
        this.shops = shops;
    }

    /** Mails the plan to everybody who may agree to it, each with a link of their own. */
    void propose(Transaction tx, CustomerId customer, Kept plan, Instant now) {
        letters.send(
                tx,
                desks.desk(customer.desk()),
                letter(customer, plan, Template.PLAN_PROPOSED),
                contact -> Map.of("link", link(customer.desk(), plan, contact)),
                now);
    }

    private String link(String desk, Kept plan, Contact to) {
        Pointer pointer = new Pointer(
                new TicketId(desk, plan.number()),
                plan.plan().version(),
                to.id().number());
        return shops.page("/plan/" + desk + "/" + marks.planToken(pointer));
    }

    /** Tells everybody who may agree, and staff, that the plan was agreed to. */
    void agreed(Transaction tx, CustomerId customer, Kept plan, Instant now) {
        DeskProfile desk = desks.desk(customer.desk());
        letters.send(tx, desk, letter(customer, plan, Template.PLAN_AGREED), now);
        Map<String, String> fields = new HashMap<>(fields(plan));
        fields.put("customer", tx.customer(customer).name());
        fields.keySet().retainAll(Template.STAFF_PLAN_AGREED.fields());
        String about = "contract " + plan.contract().number();
        staff.show(tx, desk, new StaffNotices.Matter(about, Template.STAFF_PLAN_AGREED, fields), now);
    }

    private static Letters.Letter letter(CustomerId customer, Kept plan, Template what) {
        Map<String, String> fields = new HashMap<>(fields(plan));
        fields.keySet().retainAll(what.fields());
        return new Letters.Letter(customer, "plan " + plan.number() + ' ' + what, what, fields);
    }

    private static Map<String, String> fields(Kept plan) {
        Consent yes = plan.yes();
        Map<String, String> fields = new HashMap<>();
        fields.put("contract", plan.contract().number());
        fields.put("month", plan.plan().month().toString());
        fields.put("amount", Long.toString(plan.plan().minutes()));
        fields.put("tasks", tasks(plan));
        fields.put("agreed_by", yes == null ? "" : yes.by());
        fields.put("agreed_at", yes == null ? "" : yes.at().toString());
        return fields;
    }

    private static String tasks(Kept plan) {
        List<Task> tasks = plan.plan().tasks();
        return IntStream.range(0, tasks.size())
                .mapToObj(nth -> (nth + 1) + ". " + tasks.get(nth).title() + " – "
                        + tasks.get(nth).minutes() + " min" + on(plan.tickets().get(nth)))
                .collect(Collectors.joining("\n"));
    }

    private static String on(@Nullable Long ticket) {
        return ticket == null ? "" : " (" + ticket + ")";
    }
}
