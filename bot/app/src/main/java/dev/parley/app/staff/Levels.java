package dev.parley.app.staff;

import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Clocks and queues as a person reads them in a terminal. */
final class Levels {
    private Levels() {}

    static String changed(JsonNode changed) {
        String before = changed.path("before").asString();
        return "Severity: " + changed.path("after").asString() + (before.isEmpty() ? "" : ", before " + before) + ".";
    }

    static String clock(JsonNode clock) {
        String severity = clock.path("severity").asString();
        return "Ticket " + clock.path("ticket").asString() + ": "
                + clock.path("type").asString()
                + (severity.isEmpty() ? "" : ", " + severity) + ", " + plan(clock) + "; "
                + clock.path("todo").asString()
                + (clock.path("clocks").isEmpty() ? "\nNothing is promised for it." : "") + clocks(clock);
    }

    /** Each clock with its lines, and who was told; nothing if nothing is promised. */
    static String clocks(JsonNode clock) {
        String told = clock.path("told").valueStream().map(Levels::told).collect(Collectors.joining());
        return clock.path("clocks").valueStream().map(Levels::lines).collect(Collectors.joining())
                + (told.isEmpty() ? "" : "\n\nTold" + told);
    }

    private static String lines(JsonNode running) {
        return "\n\n"
                + running.path("lines").valueStream().map(JsonNode::asString).collect(Collectors.joining("\n  "));
    }

    private static String told(JsonNode told) {
        String to = told.path("to").asString();
        return "\n  " + Text.at(told) + " " + (to.isEmpty() ? "the desk" : to) + ": "
                + told.path("key").asString()
                + (told.path("silent").asBoolean() ? " (not sent: a later one was due as well)" : "");
    }

    static String queue(JsonNode lines) {
        return lines.isEmpty()
                ? "Nothing waits for staff."
                : lines.valueStream().map(Levels::queued).collect(Collectors.joining("\n"));
    }

    private static String queued(JsonNode line) {
        String severity = line.path("severity").asString();
        String due = line.path("dueAt").asString("");
        return String.format(
                Locale.ROOT,
                "%6s  %-10s %-10s %-10s %-17s %-20.20s %s – %s",
                line.path("number").asString(),
                plan(line),
                line.path("type").asString(),
                severity.isEmpty() ? "-" : severity,
                due.isEmpty() ? "-" : due.substring(0, Math.min(16, due.length())) + "Z",
                line.path("customer").asString(),
                line.path("subject").asString(),
                line.path("todo").asString()
                        + (line.path("verdict").asString("").equals("BREACHED") ? " [late]" : ""));
    }

    private static String plan(JsonNode what) {
        return what.path("plan").asString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
