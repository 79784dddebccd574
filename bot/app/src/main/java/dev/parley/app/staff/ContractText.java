package dev.parley.app.staff;

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
}
