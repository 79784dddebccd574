package dev.parley.app.papers;

import dev.parley.app.papers.LedgerFile.Checked;
import dev.parley.app.papers.LedgerFile.Line;
import dev.parley.core.port.LedgerChain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds what was done to a chain: lines that were changed, left out, added or moved. Neighbours are those by position,
 * so that a moved line does not make others look changed.
 */
final class ChainCheck {
    /** More problems than this are not told. */
    static final int PROBLEMS_MAX = 100;

    private final List<Line> lines;
    private final List<String> problems;
    private final TreeMap<Long, Line> byPosition = new TreeMap<>();

    ChainCheck(List<Line> lines, List<String> unreadable) {
        this.lines = lines;
        this.problems = new ArrayList<>(unreadable);
    }

    Checked result() {
        places();
        ending();
        gaps();
        links();
        Line first = byPosition.isEmpty() ? null : byPosition.firstEntry().getValue();
        Line last = byPosition.isEmpty() ? null : byPosition.lastEntry().getValue();
        if (first == null || last == null) {
            return new Checked("", 0, 0, LedgerChain.BEGINNING, LedgerChain.BEGINNING, shown());
        }
        beginning(first);
        return new Checked(
                first.desk(),
                first.end() ? 0 : first.position(),
                last.position() - (last.end() ? 1 : 0),
                first.previous(),
                last.end() ? last.previous() : last.hash(),
                shown());
    }

    private List<String> shown() {
        return problems.size() <= PROBLEMS_MAX ? problems : problems.subList(0, PROBLEMS_MAX);
    }

    /** Every line once, of one desk, and none out of order. */
    private void places() {
        List<Line> once = new ArrayList<>();
        for (Line line : lines) {
            Line same = byPosition.putIfAbsent(line.position(), line);
            if (!line.desk().equals(lines.getFirst().desk())) {
                problem(
                        line,
                        "is of desk " + line.desk() + ", the first one of "
                                + lines.getFirst().desk());
            }
            if (same == null) {
                once.add(line);
            } else {
                problem(line, "repeats position " + line.position() + " of line " + same.number());
            }
        }
        Set<Line> inOrder = inOrder(once);
        once.stream()
                .filter(line -> !inOrder.contains(line))
                .forEach(line -> problem(line, "was moved: position " + line.position() + " does not belong there"));
    }

    /** The most lines that stand in ascending order: all others were moved. Patience sorting. */
    private static Set<Line> inOrder(List<Line> once) {
        TreeMap<Long, Line> ends = new TreeMap<>();
        Map<Line, Line> before = new HashMap<>();
        for (Line line : once) {
            Map.Entry<Long, Line> lower = ends.lowerEntry(line.position());
            if (lower != null) {
                before.put(line, lower.getValue());
            }
            Long higher = ends.higherKey(line.position());
            if (higher != null) {
                ends.remove(higher);
            }
            ends.put(line.position(), line);
        }
        Set<Line> found = new HashSet<>();
        Line last = ends.isEmpty() ? null : ends.lastEntry().getValue();
        for (Line line = last; line != null; line = before.get(line)) {
            found.add(line);
        }
        return found;
    }

    private void ending() {
        List<Line> ends = lines.stream().filter(Line::end).toList();
        if (ends.isEmpty()) {
            problems.add("the file has no end line: its end was cut off");
        }
        for (Line end : ends) {
            if (end.number() < lines.getLast().number()) {
                problem(end, "is an end line, and lines follow it");
            }
        }
    }

    private void gaps() {
        Line before = null;
        for (Line line : byPosition.values()) {
            if (before != null && line.position() > before.position() + 1) {
                problems.add(missing(before.position() + 1, line.position() - 1)
                        + " missing: nothing stands between line " + before.number() + " and line " + line.number());
            }
            before = line;
        }
    }

    private static String missing(long from, long to) {
        return from == to ? "position " + from + " is" : "positions " + from + " to " + to + " are";
    }

    /** A line that was changed neither is what the next one carries nor, perhaps, carries what the one before is. */
    private void links() {
        Set<Line> explained = new HashSet<>();
        Line before = null;
        for (Line line : byPosition.values()) {
            if (before != null && broken(before, line) && !explained.contains(line)) {
                link(before, line, explained);
            }
            before = line;
        }
    }

    private void link(Line before, Line line, Set<Line> explained) {
        Line next = byPosition.get(line.position() + 1);
        if (next != null && broken(line, next)) {
            explained.add(next);
            problem(line, "was changed (or both it and line " + before.number() + ")");
        } else {
            problem(before, line.end() ? "was changed, or the end line is" : "was changed");
        }
    }

    private static boolean broken(Line before, Line line) {
        return line.position() == before.position() + 1 && !line.previous().equals(before.hash());
    }

    private void beginning(Line first) {
        if (first.position() == 1 && !first.previous().equals(LedgerChain.BEGINNING)) {
            problem(first, "was changed: nothing is before position 1, but it carries a hash of something");
        }
    }

    private void problem(Line line, String what) {
        problems.add("line " + line.number() + " " + what);
    }
}
