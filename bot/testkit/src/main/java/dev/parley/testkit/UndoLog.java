package dev.parley.testkit;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to take back what was done since a mark, newest first. */
final class UndoLog {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    void add(Runnable undo) {
        steps.push(undo);
    }

    int mark() {
        return steps.size();
    }

    void rollbackTo(int mark) {
        while (steps.size() > mark) {
            steps.pop().run();
        }
    }

    void forget() {
        steps.clear();
    }
}
