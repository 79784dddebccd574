package dev.parley.core.desk;

import dev.parley.core.hours.HourNotice;
import dev.parley.core.hours.HourNotice.News;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Meter;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells everybody who may agree to charges, and the account manager, how far a package is used, each notice once
 * (H-12). What one entry passed at once is one mail: the gravest of it.
 */
final class HourNews {
    private static final int WHOLE = 100;

    private final DeskBook desks;
    private final Letters letters;
    private final StaffNotices staff;

    HourNews(DeskBook desks, Letters letters, StaffNotices staff) {
        this.desks = desks;
        this.letters = letters;
        this.staff = staff;
    }

    /** Tells what of {@code news} was not told before, ascending; gives that back. */
    List<HourNotice> tell(Transaction tx, HoursContract contract, List<News> news, Instant now) {
        List<News> fresh = news.stream()
                .filter(one -> tx.time().tell(contract.contract().id(), one.notice(), now))
                .toList();
        for (int nth = 0; nth < fresh.size(); nth++) {
            boolean gravest = nth + 1 == fresh.size() || !fresh.get(nth).alike(fresh.get(nth + 1));
            if (gravest) {
                say(tx, contract, fresh.get(nth), now);
            }
        }
        List<HourNotice> told = new ArrayList<>();
        fresh.forEach(one -> told.add(one.notice()));
        return told;
    }

    private void say(Transaction tx, HoursContract contract, News news, Instant now) {
        DeskProfile desk = desks.desk(contract.contract().customer().desk());
        Template what = template(news.notice().kind());
        letters.send(
                tx,
                desk,
                new Letters.Letter(
                        contract.contract().customer(),
                        "hours " + news.notice().key(),
                        what,
                        fields(contract, news, what)),
                now);
        String about = "contract " + contract.contract().number();
        staff.show(tx, desk, new StaffNotices.Matter(about, Template.STAFF_HOURS, forStaff(tx, contract, news)), now);
    }

    private static Template template(HourNotice.Kind kind) {
        return switch (kind) {
            case USED_80 -> Template.HOURS_USED;
            case USED_95 -> Template.HOURS_USED;
            case USED_100 -> Template.HOURS_USED;
            case OVERAGE_BEGINS -> Template.HOURS_OVERAGE_BEGINS;
            case OVERAGE_ASKED -> Template.HOURS_OVERAGE_ASKED;
            case CAP_REACHED -> Template.HOURS_CAP_REACHED;
        };
    }

    private static Map<String, String> fields(HoursContract contract, News news, Template what) {
        Meter meter = news.meter();
        Long cap = meter.overage().capMinutes();
        Map<String, String> fields = new HashMap<>();
        fields.put("contract", contract.contract().number());
        fields.put("percent", percent(meter));
        fields.put("amount", Long.toString(meter.pool().minutes()));
        fields.put("available", Long.toString(meter.left()));
        fields.put("price", meter.overage().rate().perHour().toString());
        fields.put("cap", cap == null ? "" : cap.toString());
        fields.put("until", meter.pool().end().toString());
        fields.keySet().retainAll(what.fields());
        return fields;
    }

    private static Map<String, String> forStaff(Transaction tx, HoursContract contract, News news) {
        return Map.of(
                "contract", contract.contract().number(),
                "customer", tx.customer(contract.contract().customer()).name(),
                "manager", contract.manager(),
                "percent", percent(news.meter()),
                "asks", news.notice().kind() == HourNotice.Kind.OVERAGE_ASKED ? "yes" : "",
                "stops", news.notice().kind() == HourNotice.Kind.CAP_REACHED ? "yes" : "");
    }

    private static String percent(Meter meter) {
        return Long.toString(meter.used() * WHOLE / meter.pool().minutes());
    }
}
