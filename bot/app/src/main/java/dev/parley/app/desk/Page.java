package dev.parley.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;

/** One YAML file being read: collects its problems and the sections that were opened in it. */
final class Page {
    private final String file;
    private final String text;
    private final List<Problem> problems;
    private final List<Section> sections = new ArrayList<>();

    Page(String file, String text, List<Problem> problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    void problem(@Nullable Mark mark, String key, String what, String right) {
        var line = mark == null ? 1 : mark.getLine() + 1;
        var column = mark == null ? 1 : mark.getColumn() + 1;
        add(line, column, key, what, right);
    }

    /** A problem of the first {@code part} at or after a mark: a word within a long text. */
    void problemAt(@Nullable Mark mark, Pattern part, String key, String what, String right) {
        var matcher = part.matcher(text);
        var start = mark == null ? 0 : text.offsetByCodePoints(0, mark.getIndex());
        if (!matcher.find(start)) {
            problem(mark, key, what, right);
            return;
        }
        var lineStart = text.lastIndexOf('\n', matcher.start()) + 1;
        var line = (int) text.substring(0, lineStart).lines().count() + 1;
        add(line, matcher.start() - lineStart + 1, key, what, right);
    }

    private void add(int line, int column, String key, String what, String right) {
        problems.add(new Problem(file, line, column, key, what, right));
    }

    Section section(@Nullable Section parent, String path, @Nullable Mark mark, @Nullable MappingNode node) {
        var section = new Section(this, parent, path, mark);
        if (node != null) {
            section.enter(node);
        }
        sections.add(section);
        return section;
    }

    /** Reports the keys nobody asked for; called once everything was read. */
    void reportUnknownKeys() {
        sections.forEach(Section::reportUnknownKeys);
    }
}
