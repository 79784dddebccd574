package dev.parley.app.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The keys and values of one place in a file. A value that does not fit becomes a problem and reads as a harmless
 * stand-in, so that one reading finds every mistake.
 */
final class Section {
    private static final int KNOWN_SHOWN_MAX = 30;

    private final Page page;
    private final @Nullable Section parent;
    private final String path;
    private final @Nullable Mark mark;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private boolean sound = true;

    Section(Page page, @Nullable Section parent, String path, @Nullable Mark mark) {
        this.page = page;
        this.parent = parent;
        this.path = path;
        this.mark = mark;
    }

    void enter(MappingNode node) {
        node.getValue().forEach(this::enter);
    }

    private void enter(NodeTuple tuple) {
        var node = tuple.getKeyNode();
        if (!(node instanceof ScalarNode key)) {
            report(node.getStartMark(), path, "a key must be a word", "write ‘word: value’");
        } else if (entries.containsKey(key.getValue())) {
            var first = keyMark(key.getValue());
            var line = first == null ? 1 : first.getLine() + 1;
            var right = "keep one; the first is in line " + line;
            report(node.getStartMark(), at(key.getValue()), "this key is here twice", right);
        } else {
            entries.put(key.getValue(), tuple);
        }
    }

    /** A value that must be there. */
    <T> T get(String key, Kind<T> kind) {
        var node = find(key, kind.right());
        return node == null ? kind.standIn() : read(node, at(key), kind);
    }

    /** A value with a default. */
    <T> T get(String key, Kind<T> kind, T otherwise) {
        return has(key) ? get(key, kind) : otherwise;
    }

    /** A list of values that must be there and hold at least one. */
    <T> List<T> list(String key, Kind<T> kind) {
        return items(key, "write a list in square brackets: " + kind.right(), (node, at) -> read(node, at, kind));
    }

    /** A list of values with a default; it may be empty. */
    <T> List<T> list(String key, Kind<T> kind, List<T> otherwise) {
        asked.add(key);
        if (isEmptyList(key)) {
            return List.of();
        }
        return has(key) ? list(key, kind) : otherwise;
    }

    /** A part with keys of its own; without it, its defaults count. */
    Section section(String key) {
        var where = mark;
        if (has(key)) {
            var node = find(key, "write its keys below it, indented");
            if (node instanceof MappingNode mapping) {
                return page.section(this, at(key), mapping.getStartMark(), mapping);
            }
            if (node != null) {
                report(node.getStartMark(), at(key), "this is " + shape(node), "write its keys below it, indented");
            }
            where = keyMark(key);
        }
        return page.section(this, at(key), where, null);
    }

    /** A list of parts with keys of their own; at least one. */
    List<Section> sections(String key) {
        var right = "write a list of entries, each starting with ‘- ’";
        var sections = new ArrayList<Section>();
        for (var section : items(key, right, this::element)) {
            if (section != null) {
                sections.add(section);
            }
        }
        return sections;
    }

    private @Nullable Section element(Node node, String at) {
        if (node instanceof MappingNode mapping) {
            return page.section(this, at, mapping.getStartMark(), mapping);
        }
        report(node.getStartMark(), at, "this is " + shape(node), "write keys and values, such as ‘- key: value’");
        return null;
    }

    private <T> List<T> items(String key, String right, BiFunction<Node, String, T> reader) {
        var node = find(key, right);
        var items = new ArrayList<T>();
        if (node instanceof SequenceNode sequence) {
            if (sequence.getValue().isEmpty()) {
                report(node.getStartMark(), at(key), "the list is empty", right);
            }
            for (var i = 0; i < sequence.getValue().size(); i++) {
                items.add(reader.apply(sequence.getValue().get(i), at(key) + "[" + (i + 1) + "]"));
            }
        } else if (node != null) {
            report(node.getStartMark(), at(key), "this is " + shape(node) + ", not a list", right);
        }
        return items;
    }

    private <T> T read(Node node, String at, Kind<T> kind) {
        if (!(node instanceof ScalarNode scalar)) {
            report(node.getStartMark(), at, "this is " + shape(node), kind.right());
            return kind.standIn();
        }
        var value = kind.read().apply(scalar.getValue());
        if (value.isEmpty()) {
            var what = scalar.getValue().isBlank()
                    ? "the value is empty"
                    : Words.quoted(scalar.getValue()) + " is " + kind.fault();
            var near = Words.didYouMean(scalar.getValue(), kind.known());
            report(node.getStartMark(), at, what, near + kind.right());
        }
        return value.orElse(kind.standIn());
    }

    private @Nullable Node find(String key, String right) {
        asked.add(key);
        var tuple = entries.get(key);
        if (tuple == null) {
            report(mark, at(key), "this key is missing", right);
            return null;
        }
        return tuple.getValueNode();
    }

    private boolean isEmptyList(String key) {
        var tuple = entries.get(key);
        return tuple != null
                && tuple.getValueNode() instanceof SequenceNode sequence
                && sequence.getValue().isEmpty();
    }

    /** True if the key is in the file. */
    boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    /** True if the key holds keys of its own. */
    boolean hasSection(String key) {
        var tuple = entries.get(key);
        asked.add(key);
        return tuple != null && tuple.getValueNode() instanceof MappingNode;
    }

    /** True if the key holds a list. */
    boolean hasList(String key) {
        var tuple = entries.get(key);
        asked.add(key);
        return tuple != null && tuple.getValueNode() instanceof SequenceNode;
    }

    /** The keys as they are in the file. */
    Set<String> keys() {
        return entries.keySet();
    }

    /** True if no problem came up in this section so far: only then are cross-checks worth making. */
    boolean sound() {
        return sound;
    }

    private void report(@Nullable Mark where, String at, String what, String right) {
        unsound();
        page.problem(where, at, what, right);
    }

    private void unsound() {
        sound = false;
        if (parent != null) {
            parent.unsound();
        }
    }

    /** Reports a field in the text at {@code key}, at its place. */
    void problemAtField(String key, String field, String what, String right) {
        problemAt(key, Pattern.compile("(?<=\\{\\{)[#^/&{>]?\\s*" + Pattern.quote(field)), what, right);
    }

    /** Reports the first {@code part} of the text at {@code key}, at its place. */
    void problemAt(String key, Pattern part, String what, String right) {
        unsound();
        var tuple = entries.get(key);
        var start = tuple == null ? null : tuple.getValueNode().getStartMark();
        page.problemAt(start, part, at(key), what, right);
    }

    /** Reports a problem of the value at {@code key}, or of the section if it has no such key. */
    void problem(String key, String what, String right) {
        var tuple = entries.get(key);
        report(tuple == null ? mark : tuple.getValueNode().getStartMark(), at(key), what, right);
    }

    /** Reports a problem of the word {@code key} itself. */
    void problemOfKey(String key, String what, String right) {
        report(keyMark(key), at(key), what, right);
    }

    /** Reports a problem of item {@code index} (from 0) of the list at {@code key}. */
    void problem(String key, int index, String what, String right) {
        var tuple = entries.get(key);
        var item = tuple != null && tuple.getValueNode() instanceof SequenceNode sequence
                ? sequence.getValue().get(index).getStartMark()
                : mark;
        report(item, at(key) + "[" + (index + 1) + "]", what, right);
    }

    /** Ends the reading of the whole file this section belongs to. */
    void finish() {
        page.reportUnknownKeys();
    }

    void reportUnknownKeys() {
        for (var entry : entries.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                var known = asked.size() > KNOWN_SHOWN_MAX
                        ? "see docs/desk-policy.md"
                        : "known here: " + String.join(", ", asked);
                var right = Words.didYouMean(entry.getKey(), asked) + known;
                report(entry.getValue().getKeyNode().getStartMark(), at(entry.getKey()), "unknown key", right);
            }
        }
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private @Nullable Mark keyMark(String key) {
        var tuple = entries.get(key);
        return tuple == null ? null : tuple.getKeyNode().getStartMark();
    }

    private static String shape(Node node) {
        return switch (node.getNodeId()) {
            case mapping -> "a group of keys";
            case sequence -> "a list";
            case scalar, anchor -> ((ScalarNode) node).getValue().isBlank() ? "empty" : "a single value";
        };
    }
}
