package dev.parley.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each plain yes, with something put before or after it that changes its meaning, is a yes no more. */
class MeaningChangedTest {
    private static final List<String> JOINTS = List.of(" ", ", ", ". ", "\n", " - ");

    private final ReplyReader reader = new ReplyReader();
    private final List<String> yes = Replies.saying(ReplyKind.YES);

    @Test
    void noSuffixThatChangesTheMeaningLeavesAYes() {
        List<String> suffixes = twists("suffix");
        assertThat(suffixes).hasSizeGreaterThanOrEqualTo(40);
        List<String> cases = new ArrayList<>();
        yes.forEach(y -> suffixes.forEach(s -> cases.add(y + JOINTS.get(cases.size() % JOINTS.size()) + s)));
        assertThat(cases).hasSizeGreaterThan(10_000);
        assertThat(falseYes(cases)).isEmpty();
    }

    @Test
    void noPrefixThatChangesTheMeaningLeavesAYes() {
        List<String> prefixes = twists("prefix");
        assertThat(prefixes).hasSizeGreaterThanOrEqualTo(21);
        List<String> cases = new ArrayList<>();
        yes.forEach(y -> prefixes.forEach(p -> List.of(" ", "\n").forEach(joint -> cases.add(p + joint + y))));
        assertThat(cases).hasSizeGreaterThan(10_000);
        assertThat(falseYes(cases)).isEmpty();
    }

    @Test
    void aWordThatIsKnownToWarnUndoesAnyYesBesideIt() {
        Lexicon lexicon = Lexicon.parse(English.PHRASES, German.PHRASES);
        Set<String> warning = new TreeSet<>(lexicon.words());
        warning.removeAll(lexicon.harmlessWords());
        assertThat(warning).hasSizeGreaterThan(500).contains("later", "cancel", "unless", "nicht");
        List<String> cases = new ArrayList<>();
        for (String plain : List.of("yes", "I approve", "go ahead", "Ja", "einverstanden", "bitte loslegen")) {
            warning.forEach(word -> cases.addAll(List.of(plain + " " + word, word + " " + plain, plain + ". " + word)));
        }
        assertThat(falseYes(cases)).isEmpty();
    }

    @Test
    void anUnknownWordNeverMakesAYes() {
        Random random = new Random(7);
        for (Replies reply : Replies.all()) {
            if (reply.kind() != ReplyKind.YES) {
                for (String word : List.of("zorb", "Quendel", "12", "🦆")) {
                    assertThat(falseYes(inserted(reply.text(), word, random))).isEmpty();
                }
            }
        }
    }

    @Test
    void anUnknownSmallWordAnywhereInAYesUndoesIt() {
        List<String> cases = new ArrayList<>();
        yes.forEach(y -> cases.addAll(inserted(y, "zorb", new Random(y.hashCode()))));
        assertThat(falseYes(cases)).isEmpty();
    }

    private List<String> falseYes(List<String> cases) {
        return cases.stream()
                .filter(text -> reader.read(text, Replies.QUOTE).kind() == ReplyKind.YES)
                .toList();
    }

    private static List<String> inserted(String text, String word, Random random) {
        String[] words = text.split(" ", -1);
        List<String> cases = new ArrayList<>(List.of(word + " " + text, text + " " + word, text + "\n" + word));
        for (int at = 1; at < words.length; at++) {
            String joint = random.nextBoolean() ? " " : "\n";
            String before = String.join(" ", List.of(words).subList(0, at));
            String after = String.join(" ", List.of(words).subList(at, words.length));
            cases.add(before + joint + word + " " + after);
        }
        return cases;
    }

    private static List<String> twists(String kind) {
        return Replies.lines("twists.tsv")
                .filter(line -> line.startsWith(kind + "\t"))
                .map(line -> line.substring(kind.length() + 1))
                .toList();
    }
}
