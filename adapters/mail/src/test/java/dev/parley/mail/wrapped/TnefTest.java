package dev.parley.mail.wrapped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TnefTest {

    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

    private static Tnef read(byte[] bytes) {
        return Tnef.read(bytes, 100);
    }

    @Test
    void filesAndTextComeOut() {
        Tnef tnef = read(new TnefBytes()
                .body("Für Sie")
                .file("PLAN~1.PDF", PDF)
                .properties("Plan für Küche.pdf", "application/pdf")
                .file("b.txt", new byte[0])
                .toByteArray());

        assertThat(tnef.whole()).isTrue();
        assertThat(tnef.text()).isEqualTo("Für Sie");
        assertThat(tnef.files()).extracting(Tnef.File::name).containsExactly("Plan für Küche.pdf", "b.txt");
        assertThat(tnef.files().getFirst().type()).isEqualTo("application/pdf");
        assertThat(tnef.files().getFirst().content()).isEqualTo(PDF);
    }

    @Test
    void aMessageInsideGivesItsFilesAndItsText() {
        TnefBytes inside = new TnefBytes().body("Inner words").file("inner.pdf", PDF);

        Tnef tnef = read(new TnefBytes().message("Re: printer", inside).toByteArray());

        assertThat(tnef.files()).extracting(Tnef.File::name).containsExactly("inner.pdf", "Re: printer.txt");
        assertThat(new String(tnef.files().getLast().content(), StandardCharsets.UTF_8))
                .isEqualTo("Inner words");
    }

    @Test
    void messagesInsideMessagesEndSomewhere() {
        TnefBytes nested = new TnefBytes().body("deepest");
        for (int i = 0; i < 40; i++) {
            nested = new TnefBytes().message("m" + i, nested);
        }

        Tnef tnef = read(nested.toByteArray());

        assertThat(tnef.files()).hasSize(1);
        assertThat(Tnef.is(tnef.files().getFirst().content())).isTrue();
    }

    @Test
    void whatIsCutOffGivesWhatCameBefore() {
        byte[] whole = new TnefBytes().file("a.pdf", PDF).file("b.pdf", PDF).toByteArray();

        Tnef tnef = read(Arrays.copyOf(whole, whole.length - 3));

        assertThat(tnef.whole()).isFalse();
        assertThat(tnef.files()).extracting(Tnef.File::name).containsExactly("a.pdf", "b.pdf");
        assertThat(tnef.files().getFirst().content()).isEqualTo(PDF);
    }

    @Test
    void rubbishBehindTheEndIsSaid() {
        byte[] whole = new TnefBytes().file("a.pdf", PDF).toByteArray();

        Tnef tnef = read(Arrays.copyOf(whole, whole.length + 40));

        assertThat(tnef.whole()).isFalse();
        assertThat(tnef.files()).hasSize(1);
    }

    @Test
    void bytesThatAreNoneAreNone() {
        assertThat(Tnef.is("Subject: hello".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(read(new byte[0])).isEqualTo(new Tnef(java.util.List.of(), "", "", false));
    }

    @Test
    void moreFilesThanAllowedAreLeftOutAndThatIsSaid() {
        TnefBytes many = new TnefBytes();
        for (int i = 0; i < 150; i++) {
            many.file("f" + i, PDF);
        }

        Tnef tnef = read(many.toByteArray());

        assertThat(tnef.files()).hasSize(100);
        assertThat(tnef.whole()).isFalse();
    }

    @Test
    void noDamageMakesItThrowOrHang() {
        byte[] whole = new TnefBytes()
                .body("text")
                .file("a.pdf", PDF)
                .properties("long.pdf", "application/pdf")
                .message("inner", new TnefBytes().body("x").file("y", PDF))
                .toByteArray();
        Random random = new Random(8112024);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[6 + random.nextInt(whole.length - 6)] = (byte) random.nextInt(256);
            }
            assertThat(read(damaged).files().size()).isLessThanOrEqualTo(100);
        }
    }

    /** The example of MS-OXRTFCP section 4.1.1. */
    @Test
    void richTextIsExpandedAsTheSpecificationShows() {
        byte[] compressed = HexFormat.of()
                .parseHex("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d"
                        + "0a800fa0");

        assertThat(new String(CompressedRtf.open(compressed), StandardCharsets.US_ASCII))
                .isEqualTo("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    }

    @Test
    void richTextThatLiesAboutItsSizeCostsNoMemory() {
        byte[] lying = HexFormat.of().parseHex("2d000000ffffff7f4c5a4675f1c5c7a703000a00");

        assertThat(CompressedRtf.open(lying).length).isLessThan(100);
    }
}
