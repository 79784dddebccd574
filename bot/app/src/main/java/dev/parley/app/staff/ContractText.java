package dev.parley.app.staff;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Contracts as a person reads them in a terminal. */
final class ContractText {
    private ContractText() {}

    static String contracts(JsonNode lines) {
        return lines.isEmpty()
                ? "No contracts."
                : lines.valueStream().map(ContractText::line).collect(Collectors.joining("\n"));
    }

    static String contract(JsonNode view) {
        return line(view)
                + (view.path("discount").isObject()
                        ? "\nDiscount: " + view.path("discount").path("percent").asString() + " percent"
                        : "")
                + view.path("groups")
                        .valueStream()
                        .map(group -> "\nGrouped: " + group.path("first").asString() + " and "
                                + group.path("second").asString() + ", asked by "
                                + group.path("requestedBy").asString() + ", agreed by "
                                + group.path("agreedBy").asString())
                        .collect(Collectors.joining())
                + view.path("versions")
                        .valueStream()
                        .map(version -> "\n  " + version(version))
                        .collect(Collectors.joining());
    }

    private static String line(JsonNode view) {
        JsonNode end = view.path("end");
        JsonNode manager = view.path("manager");
        return view.path("number").asString() + "  " + view.path("kind").asString() + " of customer "
                + view.path("customer").asString() + ", from "
                + view.path("firstDay").asString() + " ("
                + view.path("zone").asString() + ")"
                + (end.isString() ? " until " + end.asString() : "")
                + (manager.isString() ? ", managed by " + manager.asString() : "");
    }

    private static String version(JsonNode version) {
        String head = "v" + version.path("version").asString() + " from "
                + version.path("from").asString() + ": ";
        return head + (version.path("sites").isObject() ? points(version) : hours(version));
    }

    private static String points(JsonNode version) {
        String sites = version.path("sites")
                .propertyStream()
                .map(site -> "site " + site.getKey() + " " + site.getValue().asString())
                .collect(Collectors.joining(", "));
        JsonNode extra = version.path("extraPoint");
        return (sites.isEmpty() ? "no sites" : sites)
                + (extra.isString() ? "; an extra point " + extra.asString() : "")
                + "; charged without asking up to "
                + version.path("acceptedUpTo").asString();
    }

    private static String hours(JsonNode version) {
        JsonNode cap = version.path("capMinutes");
        return version.path("minutes").asString() + " minutes for "
                + version.path("fee").asString() + "; beyond "
                + version.path("perHour").asString() + " an hour in steps of "
                + version.path("stepMinutes").asString() + " minutes"
                + (cap.isNumber() ? ", at most " + cap.asString() + " minutes" : "")
                + (version.path("askFirst").asBoolean() ? ", after asking" : "")
                + "; "
                + version.path("work").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    private static final Pattern TASK = Pattern.compile("([^:]+):(\\d{1,7})(?:@(\\d{1,18}))?:(.+)");

    /** A task as it is typed. */
    static Map<String, Object> task(String typed) {
        Matcher parts = TASK.matcher(typed);
        if (!parts.matches()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "‘" + typed + "’ is no task; write it as CATEGORY:MINUTES:TITLE, e.g. development:120:Sitemap.");
        }
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("as", parts.group(1));
        task.put("minutes", Long.parseLong(parts.group(2)));
        task.put("title", parts.group(4));
        if (parts.group(3) != null) {
            task.put("ticket", Long.parseLong(parts.group(3)));
        }
        return task;
    }

    static String plan(JsonNode plan) {
        String yes = plan.path("agreedBy").isString()
                ? "agreed to by " + plan.path("agreedBy").asString() + " at "
                        + plan.path("agreedAt").asString()
                : "not agreed to yet";
        return "Plan of " + plan.path("contract").asString() + " for "
                + plan.path("month").asString() + ", version "
                + plan.path("version").asString() + ", "
                + plan.path("minutes").asString() + " minutes, " + yes
                + plan.path("tasks").valueStream().map(ContractText::planned).collect(Collectors.joining());
    }

    private static String planned(JsonNode task) {
        return "\n  " + task.path("title").asString() + " ("
                + task.path("as").asString() + "), "
                + task.path("minutes").asString() + " minutes"
                + (task.path("ticket").isNumber()
                        ? ", ticket " + task.path("ticket").asString()
                        : "");
    }

    static String running(JsonNode timer) {
        return "Your stopwatch runs on ticket " + timer.path("ticket").asString() + " since "
                + timer.path("since").asString();
    }

    static String entries(JsonNode entries) {
        return entries.isEmpty()
                ? "No time was entered."
                : entries.valueStream().map(ContractText::entry).collect(Collectors.joining("\n"));
    }

    static String entry(JsonNode entry) {
        String told = entry.path("told").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        return "entry " + entry.path("entry").asString()
                + entry.path("parts").valueStream().map(ContractText::part).collect(Collectors.joining())
                + (told.isEmpty() ? "" : "\n  told: " + told)
                + takenBack(entry.path("takenBack"));
    }

    private static String takenBack(JsonNode correction) {
        return correction.isObject()
                ? "\n  taken back by " + correction.path("by").asString() + " at "
                        + correction.path("at").asString() + ": "
                        + correction.path("reason").asString()
                : "";
    }

    private static String part(JsonNode part) {
        String minutes = "\n  " + part.path("start").asString() + " "
                + part.path("minutes").asString() + " minutes: ";
        if (!part.path("contract").isString()) {
            return minutes + "on demand";
        }
        return minutes + part.path("inPackage").asString() + " in package, "
                + part.path("over").asString() + " over, "
                + part.path("open").asString() + " open ("
                + part.path("contract").asString() + ", "
                + part.path("month").asString()
                + (part.path("adjustment").asBoolean() ? ", adjustment)" : ")");
    }

    static String invoices(JsonNode invoices) {
        return invoices.isEmpty()
                ? "No invoices."
                : invoices.valueStream().map(ContractText::invoice).collect(Collectors.joining("\n"));
    }

    private static String invoice(JsonNode invoice) {
        return invoice.path("number").asString() + "  "
                + invoice.path("lines")
                        .valueStream()
                        .map(line -> line.path("kind").asString() + " "
                                + (line.path("of").isString()
                                        ? "of " + line.path("of").asString() + " "
                                        : "")
                                + line.path("minutes").asString() + " min "
                                + line.path("amount").asString())
                        .collect(Collectors.joining("; "))
                + "; total " + invoice.path("total").asString();
    }
}
