package dev.parley.mail.text;

import dev.parley.mail.text.SharedCorpus.Case;
import dev.parley.mail.text.SharedCorpus.Check;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scores the separation of replies against the shared cases and prints a Markdown table, one row a source. */
final class ReplyScores {

    private static final Set<String> KINDS = Set.of("reply_trim", "forward", "signature");

    /** What one case came to: the checks that failed, empty when all is right. */
    record Outcome(Case one, List<String> failures, List<String> lost) {

        boolean right() {
            return failures.isEmpty();
        }
    }

    private final SharedCorpus corpus;

    ReplyScores(SharedCorpus corpus) {
        this.corpus = corpus;
    }

    public static void main(String[] args) throws IOException {
        ReplyScores scores = new ReplyScores(SharedCorpus.find().orElseThrow());
        List<Outcome> outcomes = scores.outcomes();
        if (args.length > 0 && args[0].equals("--failures")) {
            outcomes.stream()
                    .filter(outcome -> !outcome.right())
                    .forEach(outcome -> print("%s %s%n  %s%n"
                            .formatted(
                                    outcome.one().id(),
                                    outcome.one().file(),
                                    String.join("\n  ", outcome.failures()))));
        }
        print(table(outcomes));
    }

    private static void print(String text) {
        System.out.println(text);
    }

    List<Outcome> outcomes() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Case one : corpus.cases()) {
            if (KINDS.contains(one.kind())) {
                outcomes.add(score(one));
            }
        }
        return outcomes;
    }

    private Outcome score(Case one) throws IOException {
        long before = System.nanoTime();
        SplitText split = corpus.split(one);
        long millis = (System.nanoTime() - before) / 1_000_000;
        List<String> failures = new ArrayList<>();
        for (Check check : one.checks()) {
            if (check.field().equals("first_fragment")) {
                continue;
            }
            String failure = failure(one, check, split, millis);
            if (failure != null) {
                failures.add(failure);
            }
        }
        return new Outcome(one, failures, LostLines.of(corpus.text(one), split));
    }

    private @Nullable String failure(Case one, Check check, SplitText split, long millis) throws IOException {
        String actual = field(check.field(), one, split);
        if (actual == null) {
            return check.field() + " missing, wanted " + check.value();
        }
        boolean holds = switch (check.op()) {
            case "equals_trim" ->
                check.field().startsWith("unwrap.text_")
                        ? actual.contains(check.value().strip())
                        : actual.strip().equals(check.value().strip());
            case "equals_trim_file" ->
                actual.strip().equals(expected(check.value()).strip());
            case "equals_trim_input" -> actual.strip().equals(corpus.text(one).strip());
            case "equals_ignore_whitespace" -> squeezed(actual).equals(squeezed(check.value()));
            case "equals_html_text" -> squeezed(actual).equals(squeezed(plainOf(check.value())));
            case "prefix_of" ->
                squeezed(one.input().equals("html") ? plainOf(check.value()) : check.value())
                        .startsWith(squeezed(actual));
            case "contains" -> actual.contains(check.value());
            case "not_contains" -> !actual.contains(check.value());
            case "starts_with" -> actual.startsWith(check.value());
            case "not_empty" -> !actual.isBlank();
            case "max" -> millis <= Long.parseLong(check.value());
            default -> throw new IllegalArgumentException("unknown op " + check.op() + " in " + one.id());
        };
        return holds
                ? null
                : check.field() + " " + check.op() + "\n    want: " + shown(check.value()) + "\n    have: "
                        + shown(actual);
    }

    private String expected(String value) throws IOException {
        return value.matches("talon/[\\w./-]+") ? corpus.read(value) : value;
    }

    /** HTML of expectations as text, without the forms of quotes that only a whole mail shows. */
    private static String plainOf(String html) {
        return org.jsoup.Jsoup.parse(html).body().wholeText();
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }

    private static String shown(String text) {
        String flat = text.replace("\n", "\\n");
        return flat.length() > 300 ? flat.substring(0, 300) + "…" : flat;
    }

    private static @Nullable String field(String name, Case one, SplitText split) {
        ForwardedText forward = split.forward();
        boolean wrapped = one.kind().equals("forward");
        return switch (name) {
            case "reply", "time_ms" -> split.reply();
            case "signature" -> split.signature();
            case "unwrap.text_top", "unwrap.html_top", "unwrap.text_bottom" -> split.reply();
            case "unwrap.type" -> forward == null ? null : wrapped ? "forward" : "";
            case "unwrap.from" -> forward == null ? null : forward.from();
            case "unwrap.date" -> forward == null ? null : forward.date();
            case "unwrap.subject" -> forward == null ? null : forward.subject();
            case "unwrap.to" -> forward == null ? null : forward.to();
            case "unwrap.reply-to" -> forward == null ? null : forward.replyTo();
            case "unwrap.text", "unwrap.html" -> forward == null ? null : forward.text();
            default -> throw new IllegalArgumentException("unknown field " + name);
        };
    }

    /** Cases are counted by source and by what they ask for; replies are those the other tools are measured on. */
    static String table(List<Outcome> outcomes) {
        Map<String, int[]> rows = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            String row = "| " + outcome.one().source() + " | " + subject(outcome.one()) + " ("
                    + outcome.one().input() + ")";
            int[] counts = Objects.requireNonNull(rows.computeIfAbsent(row, key -> new int[3]));
            counts[0] += outcome.right() ? 1 : 0;
            counts[1]++;
            counts[2] += outcome.lost().isEmpty() ? 0 : 1;
        }
        StringBuilder out = new StringBuilder("| source | what | right | of | lost text |\n|---|---|---|---|---|\n");
        rows.forEach((row, counts) ->
                out.append(row).append(" | %d | %d | %d |%n".formatted(counts[0], counts[1], counts[2])));
        return out.toString();
    }

    static String subject(Case one) {
        return one.has("reply") ? "reply" : one.kind().equals("reply_trim") ? "other" : one.kind();
    }
}
