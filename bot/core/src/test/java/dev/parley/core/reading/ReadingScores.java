package dev.parley.core.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How well replies are read, counted on the labelled corpora by set; run as a program it prints a table in Markdown.
 * Left out are texts that are labelled as a yes elsewhere, and those of {@code label-noise.tsv}.
 */
public final class ReadingScores {
    /** The texts that are a yes though their label says otherwise, each one read: {@code label-noise.tsv}. */
    private static final Set<String> LABEL_NOISE = Replies.lines("label-noise.tsv")
            .map(line -> line.split("\t", -1)[0])
            .collect(Collectors.toUnmodifiableSet());

    /** Counts of one set; {@code whenAsked}: read as a yes with the harmless question beside it, which is wanted. */
    static final class Score {
        int positives;
        int found;
        int negatives;
        int whenAsked;
        int dropped;
        final List<String> falseYes = new ArrayList<>();
        final List<String> missed = new ArrayList<>();

        double recall() {
            return positives == 0 ? 1 : (double) found / positives;
        }
    }

    private ReadingScores() {}

    /** Prints the table; the folder with the corpora is the first argument, or is looked for. */
    public static void main(String[] arguments) throws IOException {
        Path shared = arguments.length > 0
                ? Path.of(arguments[0])
                : SharedFolder.find().orElseThrow(() -> new IllegalStateException("There is no folder shared/corpus."));
        System.out.print(table(score(shared)));
    }

    static Map<String, Score> score(Path shared) throws IOException {
        List<LabelledReply> rows = LabelledReply.readAll(shared);
        Set<String> yesElsewhere = rows.stream()
                .filter(LabelledReply::isYes)
                .map(LabelledReply::key)
                .collect(Collectors.toSet());
        Map<String, Score> scores = new LinkedHashMap<>();
        Function<LabelledReply, Reading> reader = eachTextOnce();
        for (LabelledReply row : rows) {
            Score score = scores.computeIfAbsent(row.set(), _ -> new Score());
            if (row.isYes()) {
                countYes(score, row, reader);
            } else if (row.isNoYes() && (yesElsewhere.contains(row.key()) || LABEL_NOISE.contains(row.key()))) {
                score.dropped++;
            } else if (row.isNoYes()) {
                countOther(score, row, reader);
            }
        }
        return scores;
    }

    private static Function<LabelledReply, Reading> eachTextOnce() {
        ReplyReader reader = new ReplyReader();
        Map<String, Reading> read = new HashMap<>();
        return row -> read.computeIfAbsent(
                row.quote().number() + " " + row.text(), _ -> reader.read(row.text(), row.quote()));
    }

    private static void countYes(Score score, LabelledReply row, Function<LabelledReply, Reading> reader) {
        score.positives++;
        if (reader.apply(row).kind() == ReplyKind.YES) {
            score.found++;
        } else {
            score.missed.add(row.text());
        }
    }

    private static void countOther(Score score, LabelledReply row, Function<LabelledReply, Reading> reader) {
        score.negatives++;
        Reading reading = reader.apply(row);
        if (reading.kind() == ReplyKind.YES) {
            if (row.label().equals("CONFIRM_ASK") && reading.rule().equals("yes-and-when")) {
                score.whenAsked++;
            } else {
                score.falseYes.add(row.label() + ": " + row.text());
            }
        }
    }

    private static String table(Map<String, Score> scores) {
        StringBuilder out = new StringBuilder("""
                | set | no yes | false | at most (95 %) | yes, when? | left out | yes | found | recall (95 %) |
                |---|---:|---:|---:|---:|---:|---:|---:|---|
                """);
        scores.forEach((set, score) -> out.append(line(set, score)));
        return out.toString();
    }

    private static String line(String set, Score score) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %d | %d | %d | %d | %s |%n",
                set,
                score.negatives,
                score.falseYes.size(),
                score.negatives == 0 ? "" : String.format(Locale.ROOT, "%.3f %%", 100 * upperBound(score)),
                score.whenAsked,
                score.dropped,
                score.positives,
                score.found,
                score.positives == 0 ? "" : interval(score.found, score.positives));
    }

    /** Wilson's upper bound, or the rule of three where nothing was found. */
    private static double upperBound(Score score) {
        int found = score.falseYes.size();
        return found == 0 ? Math.min(1, 3.0 / score.negatives) : wilson(found, score.negatives, 1.645);
    }

    private static String interval(int found, int of) {
        return String.format(
                Locale.ROOT,
                "%.3f (%.3f–%.3f)",
                (double) found / of,
                wilson(found, of, -1.96),
                wilson(found, of, 1.96));
    }

    private static double wilson(int found, int of, double z) {
        double share = (double) found / of;
        double root = Math.sqrt(share * (1 - share) / of + z * z / (4.0 * of * of));
        return (share + z * z / (2.0 * of) + z * root) / (1 + z * z / of);
    }
}
