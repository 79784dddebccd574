package dev.parley.app.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which tests prove which rule. A test names its rules at the beginning of its name, in lower case and without the
 * dash: {@code c12bBeyondOneMinorVersion…} proves C-12b, {@code t76p10p25Nothing…} P-10 and P-25. A page of
 * {@code docs/adr} says why a rule has no test in a line that begins {@code Without a test:} and names it.
 */
final class RuleTable {
    static final Path ROOT = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .filter(folder -> Files.exists(folder.resolve("docs/adr")))
            .findFirst()
            .orElseThrow();

    private static final Pattern RULE = Pattern.compile("[PCHX]-\\d{2}[a-e]?");
    private static final Pattern TEST = Pattern.compile(" void ((?:[a-z]\\d{1,3}[a-e]?)+)(?=[A-Z])\\w*\\(");
    private static final Pattern NAMED = Pattern.compile("([a-z])(\\d{1,3})([a-e]?)(?=[a-z]\\d|$)");
    private static final Pattern EXCUSED = Pattern.compile("(?m)^Without a test: .*$");
    private static final Map<String, String> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("P", "Points of a site and month");
        GROUPS.put("C", "Credits");
        GROUPS.put("H", "Packages of hours");
        GROUPS.put("X", "Everywhere");
    }

    private final Map<String, String> rules;
    private final SortedMap<String, SortedSet<String>> proofs = new TreeMap<>();

    private RuleTable(Map<String, String> rules) {
        this.rules = rules;
    }

    /** As the sources are now. */
    static RuleTable read() throws IOException {
        RuleTable table = new RuleTable(rules());
        for (String module : List.of("bot", "adapters", "storage")) {
            eachFile(ROOT.resolve(module), ".java", table::tests);
        }
        eachFile(ROOT.resolve("docs/adr"), ".md", table::excuses);
        return table;
    }

    private static Map<String, String> rules() throws IOException {
        Map<String, String> rules = new LinkedHashMap<>();
        try (InputStream file = RuleTable.class.getResourceAsStream("rules.txt")) {
            if (file == null) {
                throw new IllegalStateException("rules.txt is not beside " + RuleTable.class);
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> {
                        String[] parts = line.split(" {2}", 2);
                        rules.put(parts[0], parts[1]);
                    });
        }
        return rules;
    }

    private static void eachFile(Path folder, String suffix, BiConsumer<Path, String> reader) throws IOException {
        List<Path> files;
        try (var found = Files.walk(folder)) {
            files = found.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
        for (Path file : files) {
            reader.accept(file, Files.readString(file));
        }
    }

    /** Contracts are tests too, though they lie where others can use them. */
    private void tests(Path file, String source) {
        if (!source.contains("import org.junit.jupiter.api.") && !source.contains("import net.jqwik.api.")) {
            return;
        }
        String name = file.getFileName().toString().replace(".java", "");
        String link = "[" + name + "](../" + ROOT.relativize(file) + ")";
        TEST.matcher(source)
                .results()
                .forEach(test -> NAMED.matcher(test.group(1))
                        .results()
                        .map(n -> n.group(1).toUpperCase(Locale.ROOT) + "-" + n.group(2) + n.group(3))
                        .filter(rule -> RULE.matcher(rule).matches())
                        .forEach(rule -> prove(rule, link)));
    }

    private void excuses(Path file, String text) {
        String link = "[ADR " + file.getFileName().toString().substring(0, 4) + "](adr/" + file.getFileName() + ")";
        EXCUSED.matcher(text)
                .results()
                .forEach(line -> RULE.matcher(line.group()).results().forEach(rule -> prove(rule.group(), link)));
    }

    private void prove(String rule, String link) {
        proofs.computeIfAbsent(rule, _ -> new TreeSet<>()).add(link);
    }

    /** The numbers of all rules, in their order. */
    Set<String> numbers() {
        return rules.keySet();
    }

    /** The numbers that tests or ADRs name, also those there are no rules for. */
    Set<String> named() {
        return proofs.keySet();
    }

    /** The page {@code docs/rules.md}. */
    String page() {
        StringBuilder page = new StringBuilder("""
                # The rules of the desks

                What Parley promises to vendors and their customers, and the tests that hold it to that. Search the
                tests for a number in lower case and without the dash, e.g. `c12b`, to see what each of them says.

                This page is written by `RuleTableTest`; the words are in `rules.txt` beside it.
                """);
        GROUPS.forEach((letter, title) -> {
            page.append("\n## ").append(title).append("\n\n| rule | what it says | proven by |\n|---|---|---|\n");
            rules.forEach((number, words) -> {
                if (number.startsWith(letter)) {
                    String by = String.join(", ", proofs.getOrDefault(number, new TreeSet<>(Set.of("*not yet*"))));
                    page.append("| %s | %s | %s |\n".formatted(number, words, by));
                }
            });
        });
        return page.toString();
    }
}
