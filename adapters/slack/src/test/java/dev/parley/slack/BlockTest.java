package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {
    private static final String LONG = "x".repeat(50_000);

    @Test
    void longTextsAreCutToWhatSlackTakesAndSaySo() {
        assertThat(text(Block.section(LONG))).hasSize(Block.TEXT_CHARS_MAX).endsWith("…");
        assertThat(text(Block.button("a", LONG, "1"))).hasSize(75).endsWith("…");
        assertThat(Block.fields(Collections.nCopies(30, LONG)).getAsJsonArray("fields"))
                .hasSize(Block.FIELDS_MAX);
        assertThat(message(Collections.nCopies(80, Block.divider()))).hasSize(Block.BLOCKS_MAX);
        assertThat(Block.modal("c", LONG, LONG, "", Collections.nCopies(180, Block.divider()))
                        .getAsJsonArray("blocks"))
                .hasSize(Block.VIEW_BLOCKS_MAX);
    }

    @Test
    void aTextIsNeverCutThroughACharacter() {
        String smileys = "😀".repeat(20);
        assertThat(Block.cut(smileys, 10)).isEqualTo("😀".repeat(4) + "…");
        assertThat(Block.cut("short", 10)).isEqualTo("short");
    }

    @Test
    void customersWordsCallNoChannelAndNobody() {
        assertThat(Block.quoted("<!channel> <@U1> a&b")).isEqualTo("&lt;!channel&gt; &lt;@U1&gt; a&amp;b");
    }

    @Test
    void aMenuOffersNoMoreThanSlackTakes() {
        List<Block.Option> many = Collections.nCopies(300, new Block.Option("v", "t"));
        assertThat(Block.select("a", "p", many, "v").getAsJsonArray("options")).hasSize(Block.OPTIONS_MAX);
    }

    @Test
    void longTextsInPiecesLoseNothingBeforeTheirLimit() {
        String lines = "a line of words\n".repeat(500);
        List<JsonObject> chunks = Forms.chunks(lines, 100_000);
        assertThat(chunks)
                .hasSizeGreaterThan(2)
                .allSatisfy(chunk -> assertThat(text(chunk)).hasSizeLessThan(3_000));
        assertThat(chunks.stream()
                        .mapToInt(chunk -> text(chunk).replaceAll("[^w]", "").length())
                        .sum())
                .isEqualTo(500);
    }

    private static JsonArray message(List<JsonObject> blocks) {
        return JsonParser.parseString(Block.message(blocks)).getAsJsonArray();
    }

    private static String text(JsonObject block) {
        return Call.text(Call.object(block, "text"), "text");
    }
}
