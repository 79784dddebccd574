package dev.parley.app.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.papers.LedgerFile.Checked;
import dev.parley.core.port.LedgerChain;
import dev.parley.core.port.LedgerChain.Link;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An export checked without a database: whatever was done to it is found, and its line is named. */
class LedgerFileTest {
    private static final int EVENTS = 9;

    /** Lines 1 to 9 for positions 1 to 9, and the end line. */
    private final List<String> lines = chain(0, LedgerChain.BEGINNING, EVENTS);

    private static List<String> chain(long after, String previous, int count) {
        List<String> lines = new ArrayList<>();
        String before = previous;
        for (long position = after + 1; position <= after + count; position++) {
            String line =
                    "{\"desk\": \"acme\", \"kind\": \"GRANT\", \"amount\": %d, \"position\": %d, \"previous\": \"%s\"}"
                            .formatted(position * 10, position, before);
            lines.add(line);
            before = hash(line);
        }
        lines.add(LedgerFile.end("acme", new Link(after + count, before)));
        return lines;
    }

    private static String hash(String line) {
        return LedgerFile.hash(line.getBytes(StandardCharsets.UTF_8));
    }

    private Checked check() {
        return check((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Checked check(byte[] file) {
        try {
            return LedgerFile.check(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWholeFileIsFine() {
        assertThat(check())
                .isEqualTo(new Checked("acme", 1, 9, LedgerChain.BEGINNING, hash(lines.get(EVENTS - 1)), List.of()));
    }

    @Test
    void aFileFromAPointOnIsFineAndTellsWhatItFollows() {
        String before = hash("what was exported before");
        assertThat(check(String.join("\n", chain(40, before, 3)).getBytes(StandardCharsets.UTF_8)))
                .matches(c -> c.problems().isEmpty())
                .matches(c -> c.first() == 41 && c.last() == 43 && c.before().equals(before));
    }

    @Test
    void aFileWithoutEventsIsFine() {
        byte[] empty = LedgerFile.end("acme", new Link(7, hash("x"))).getBytes(StandardCharsets.UTF_8);
        assertThat(check(empty)).isEqualTo(new Checked("acme", 0, 7, hash("x"), hash("x"), List.of()));
    }

    @Test
    void everyLineThatIsChangedIsNamed() {
        for (int i = 0; i < EVENTS; i++) {
            String right = lines.get(i);
            lines.set(i, right.replace("\"GRANT\"", "\"grant\""));
            String last = i == EVENTS - 1 ? ", or the end line is" : "";
            assertThat(check().problems()).containsExactly("line " + (i + 1) + " was changed" + last);
            lines.set(i, right);
        }
    }

    @Test
    void aHashThatWasChangedIsFoundInItsOwnLine() {
        lines.set(4, lines.get(4).replace(hash(lines.get(3)), hash("else")));
        assertThat(check().problems()).containsExactly("line 5 was changed (or both it and line 4)");
        lines.set(0, lines.get(0).replace(LedgerChain.BEGINNING, hash("else")));
        assertThat(check().problems())
                .contains("line 1 was changed")
                .contains("line 1 was changed: nothing is before position 1, but it carries a hash of something");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 2 | position 2 is missing: nothing stands between line 1 and line 2",
                "4 | 6 | positions 4 to 6 are missing: nothing stands between line 3 and line 4",
                "9 | 9 | position 9 is missing: nothing stands between line 8 and line 9",
            })
    void whatIsLeftOutIsNamed(int from, int to, String told) {
        lines.subList(from - 1, to).clear();
        assertThat(check().problems()).containsExactly(told);
    }

    @Test
    void aFileThatWasCutOffIsFound() {
        lines.removeLast();
        assertThat(check().problems()).containsExactly("the file has no end line: its end was cut off");
        assertThat(check(new byte[0]).problems()).containsExactly("the file has no end line: its end was cut off");
    }

    @Test
    void linesThatWereMovedAreNamed() {
        Collections.swap(lines, 3, 4);
        assertThat(check().problems()).containsExactly("line 4 was moved: position 5 does not belong there");
        lines.add(1, lines.remove(7));
        assertThat(check().problems())
                .containsExactly(
                        "line 2 was moved: position 8 does not belong there",
                        "line 5 was moved: position 5 does not belong there");
    }

    @Test
    void aLineThatStandsThereTwiceIsNamed() {
        lines.add(3, lines.get(2));
        assertThat(check().problems()).containsExactly("line 4 repeats position 3 of line 3");
    }

    @Test
    void anotherDesksLineIsNamed() {
        lines.set(8, lines.get(8).replace("acme", "other"));
        assertThat(check().problems())
                .containsExactly(
                        "line 9 is of desk other, the first one of acme", "line 9 was changed, or the end line is");
    }

    @Test
    void linesBehindTheEndAreFound() {
        lines.add(lines.getLast().replace("\"end\": 9", "\"end\": 10"));
        assertThat(check().problems()).contains("line 10 is an end line, and lines follow it");
    }

    @Test
    void aConvertedFileIsToldAsSuch() {
        byte[] converted = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        assertThat(check(converted).problems()).contains("line 1 ends with a carriage return: the file was converted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nonsense", "{}", "[]", "{\"position\": 3}", "{\"position\": \"x\", \"previous\": \"y\"}", "1"})
    void whatIsNoLineOfAnExportIsNamed(String nonsense) {
        lines.set(4, nonsense);
        assertThat(check().problems())
                .contains("line 5 is no line of a ledger export: it was changed")
                .contains("position 5 is missing: nothing stands between line 4 and line 6");
    }

    @Test
    void everySingleByteOfEveryEventCounts() {
        byte[] file = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        int events = file.length - lines.getLast().length() - 1;
        for (int i = 0; i < events; i++) {
            for (int flipped : new int[] {1, 2, 32, 128}) {
                file[i] ^= (byte) flipped;
                assertThat(check(file).problems())
                        .as("byte %d with %d", i, flipped)
                        .isNotEmpty();
                file[i] ^= (byte) flipped;
            }
        }
        assertThat(events).isGreaterThan(1000);
        assertThat(check(file).problems()).isEmpty();
    }

    @Test
    void aComparisonNamesTheLinesThatAreOthersNow() throws IOException {
        String then = String.join("\n", lines);
        lines.set(2, lines.get(2).replace("30", "31"));
        lines.subList(7, 10).clear();
        assertThat(LedgerFile.differences(stream(then), stream(String.join("\n", lines))))
                .containsExactly(
                        "line 3 is another one in the database",
                        "line 8 is gone from the database",
                        "line 9 is gone from the database",
                        "line 10 is gone from the database");
        assertThat(LedgerFile.differences(stream(then), stream(then))).isEmpty();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
