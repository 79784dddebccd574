package dev.parley.core.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One row of a labelled corpus.
 *
 * @param set file and, where it has several, kind of row
 * @param label {@code CONFIRM} where people read a yes; {@code -} where the label says nothing about that
 */
record LabelledReply(String set, String label, String text, OpenQuote quote) {
    private static final OpenQuote SOME_QUOTE = new OpenQuote("Q-77-1", 10L);

    private static final List<String> LANGUAGES = List.of("de", "fr", "es", "it", "nl", "pt", "pl");

    private record Source(String name, int label, int text) {}

    private static final List<Source> SOURCES = List.of(
            new Source("quote_replies", 1, 5),
            new Source("sgd", 2, 5),
            new Source("clinc", 0, 2),
            new Source("multidogo", 2, 4),
            new Source("circa", 1, 4),
            new Source("banking77_neg", 0, 2));

    static List<LabelledReply> readAll(Path shared) throws IOException {
        List<LabelledReply> all = new ArrayList<>();
        for (Source source : SOURCES) {
            for (String half : List.of("dev", "train")) {
                Path file = shared.resolve("corpus/language/confirm/" + source.name + "." + half + ".tsv");
                if (Files.exists(file)) {
                    Files.readAllLines(file).stream().skip(1).forEach(line -> all.add(of(source, half, line)));
                }
            }
        }
        return all;
    }

    boolean isYes() {
        return label.equals("CONFIRM");
    }

    boolean isNoYes() {
        return !isYes() && !label.equals("-");
    }

    /** Letters and digits in small letters: two rows with the same key cannot be told apart by their text. */
    String key() {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static LabelledReply of(Source source, String half, String line) {
        String[] cells = line.split("\t", -1);
        String set = source.name + "." + half;
        String text = cells[source.text].replace("\\n", "\n");
        return switch (source.name) {
            case "quote_replies" ->
                new LabelledReply(
                        set + languageOf(cells[2]), cells[1], text, new OpenQuote(cells[4], Long.valueOf(cells[3])));
            case "sgd" -> new LabelledReply(set + " " + cells[1], cells[2], text, SOME_QUOTE);
            // Circa's answers are indirect: "Yes" there is no plain yes, everything else is none at all.
            case "circa" -> new LabelledReply(set, cells[1].equals("Yes") ? "-" : cells[1], text, SOME_QUOTE);
            default -> new LabelledReply(set, cells[source.label], text, SOME_QUOTE);
        };
    }

    private static String languageOf(String category) {
        return LANGUAGES.contains(category) ? " " + category : " en";
    }
}
