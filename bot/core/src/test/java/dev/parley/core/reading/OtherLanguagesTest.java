package dev.parley.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replies in the languages that do not mix with English in one lexicon, each with its own hand-written tables. */
class OtherLanguagesTest {
    private static final List<String> JOINTS = List.of(" ", ", ", ". ", "\n", " - ");
    private static final int REPLIES_MIN = 45;
    private static final int SUFFIXES_MIN = 40;
    private static final int PREFIXES_MIN = 20;
    private static final double RECALL_MIN = 0.9;

    private final ReplyReader reader = new ReplyReader();

    enum Language {
        ES(Spanish.PHRASES),
        FR(French.PHRASES),
        IT(Italian.PHRASES),
        PT(Portuguese.PHRASES),
        NL(Dutch.PHRASES);

        final String phrases;

        Language(String phrases) {
            this.phrases = phrases;
        }

        /** Texts of the rows of {@code table} that begin with {@code heading}. */
        List<String> rows(String table, String heading) {
            return Replies.lines(table + "-" + name().toLowerCase(Locale.ROOT) + ".tsv")
                    .filter(line -> line.startsWith(heading + "\t"))
                    .map(line -> line.substring(line.lastIndexOf('\t') + 1).replace("\\n", "\n"))
                    .toList();
        }

        List<String> yes() {
            return rows("replies", "YES");
        }

        List<String> noYes() {
            return Stream.of("-", "NO")
                    .flatMap(kind -> rows("replies", kind).stream())
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlainYesIsFound(Language language) {
        List<String> yes = language.yes();
        assertThat(yes).hasSizeGreaterThanOrEqualTo(REPLIES_MIN).doesNotHaveDuplicates();
        List<String> missed =
                yes.stream().filter(text -> kind(text) != ReplyKind.YES).toList();
        assertThat(missed).hasSizeLessThanOrEqualTo((int) (yes.size() * (1 - RECALL_MIN)));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoPlainYesIsNeverReadAsOne(Language language) {
        assertThat(language.noYes()).hasSizeGreaterThanOrEqualTo(REPLIES_MIN).doesNotHaveDuplicates();
        assertThat(falseYes(language.noYes())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPlainNoIsFound(Language language) {
        assertThat(language.rows("replies", "NO"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(kind(text)).as(text).isEqualTo(ReplyKind.NO));
    }

    @ParameterizedTest
    @EnumSource
    void noSuffixThatChangesTheMeaningLeavesAYes(Language language) {
        List<String> suffixes = language.rows("twists", "suffix");
        assertThat(suffixes).hasSizeGreaterThanOrEqualTo(SUFFIXES_MIN);
        List<String> cases = new ArrayList<>();
        for (String yes : language.yes()) {
            for (String suffix : suffixes) {
                cases.add(yes + JOINTS.get(cases.size() % JOINTS.size()) + suffix);
                cases.add(yes + "\n" + capital(suffix));
            }
        }
        assertThat(falseYes(cases)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noPrefixThatChangesTheMeaningLeavesAYes(Language language) {
        List<String> prefixes = language.rows("twists", "prefix");
        assertThat(prefixes).hasSizeGreaterThanOrEqualTo(PREFIXES_MIN);
        List<String> cases = new ArrayList<>();
        language.yes().forEach(yes -> prefixes.forEach(prefix -> cases.add(prefix + " " + yes)));
        assertThat(falseYes(cases)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWordThatIsKnownToWarnUndoesAnyYesBesideIt(Language language) {
        Lexicon lexicon = Lexicon.parse(International.PHRASES, language.phrases);
        Set<String> warning = new TreeSet<>(lexicon.words());
        warning.removeAll(lexicon.harmlessWords());
        assertThat(warning).hasSizeGreaterThan(300);
        List<String> cases = new ArrayList<>();
        for (String plain : language.yes().subList(0, 6)) {
            warning.forEach(word -> cases.addAll(List.of(plain + " " + word, word + " " + plain, plain + ". " + word)));
        }
        assertThat(falseYes(cases)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownSmallWordAnywhereInAYesUndoesIt(Language language) {
        List<String> cases = new ArrayList<>();
        for (String yes : language.yes()) {
            String[] words = yes.split(" ", -1);
            for (int at = 0; at <= words.length; at++) {
                cases.add(String.join(
                        " ",
                        Stream.concat(
                                        Stream.concat(Stream.of(words).limit(at), Stream.of("zorb")),
                                        Stream.of(words).skip(at))
                                .toList()));
            }
        }
        assertThat(falseYes(cases)).isEmpty();
    }

    private ReplyKind kind(String text) {
        return reader.read(text, Replies.QUOTE).kind();
    }

    private List<String> falseYes(List<String> cases) {
        return cases.stream().filter(text -> kind(text) == ReplyKind.YES).toList();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
