package dev.parley.app.play;

import dev.parley.app.play.MailProgram.Mail;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What happened, as a person reads it, and whether it came out as the rules say. */
final class Transcript {
    private static final String RULER = "─".repeat(100);

    private final PrintWriter out;
    private final List<String> failures = new ArrayList<>();
    private int checks;
    private String scene = "";

    Transcript(PrintWriter out) {
        this.out = out;
    }

    void scene(String title) {
        scene = title;
        out.println();
        out.println(RULER);
        out.println(title);
        out.println(RULER);
    }

    void mail(String from, String to, Mail mail) {
        out.println();
        out.println("✉  " + from + " → " + to);
        out.println("   Subject: " + mail.subject());
        out.println(withoutQuotes(mail.text()).indent(3).stripTrailing());
    }

    void staff(String act) {
        out.println();
        out.println("☎  " + act);
    }

    void books(String line) {
        out.println("   ⇒ " + line);
    }

    /** Notes whether {@code claim} is true. */
    void holds(String claim, boolean isTrue) {
        checks++;
        if (!isTrue) {
            failures.add(scene + ": not so: " + claim);
        }
        out.println((isTrue ? "   ✓ " : "   ✗ not so: ") + claim);
    }

    /** Notes whether {@code what} is {@code expected}. */
    void expect(String what, Object expected, Object actual) {
        checks++;
        if (Objects.equals(expected, actual)) {
            out.println("   ✓ " + what + ": " + actual);
        } else {
            failures.add(scene + ": " + what + " should be " + expected + " but is " + actual);
            out.println("   ✗ " + what + ": " + actual + ", should be " + expected);
        }
    }

    /** A scene could not be played to its end. */
    void broke(String why) {
        failures.add(scene + ": " + why);
        out.println("   ✗ " + why);
    }

    /** Sums up; true if everything came out as it should. */
    boolean close() {
        out.println();
        out.println(RULER);
        failures.forEach(failure -> out.println("✗ " + failure));
        out.println(
                failures.isEmpty()
                        ? checks + " checks, all as the rules say."
                        : checks + " checks, " + failures.size() + " not as the rules say.");
        out.flush();
        return failures.isEmpty();
    }

    private static String withoutQuotes(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.strip().lines().toList()) {
            if (line.startsWith(">") || line.endsWith("Support wrote:")) {
                if (!lines.isEmpty() && !lines.getLast().equals("[the mail above, quoted]")) {
                    lines.add("[the mail above, quoted]");
                }
            } else {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }
}
