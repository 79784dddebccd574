package dev.parley.mail.wrapped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mail.wrapped.Smime.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmimeTest {

    private static final String MAIL = "Content-Type: text/plain\r\n\r\nYes, go ahead.\r\n";

    @Test
    void signedDataHoldsTheMail() {
        Smime smime = Smime.read(CmsBytes.signed(MAIL));

        assertThat(smime.kind()).isEqualTo(Kind.SIGNED);
        assertThat(text(smime)).isEqualTo(MAIL);
    }

    @Test
    void contentInPiecesWithoutLengthsIsPutTogether() {
        Smime smime = Smime.read(CmsBytes.signedInPieces("Content-Type: text/plain\r\n", "\r\nYes, go ahead.\r\n"));

        assertThat(text(smime)).isEqualTo(MAIL);
    }

    @Test
    void aSignatureWithoutContentHoldsNothing() {
        Smime smime = Smime.read(CmsBytes.detached());

        assertThat(smime.kind()).isEqualTo(Kind.SIGNED);
        assertThat(smime.content()).isNull();
    }

    @Test
    void encryptedDataIsSaidToBe() {
        assertThat(Smime.read(CmsBytes.enveloped()).kind()).isEqualTo(Kind.ENCRYPTED);
    }

    @Test
    void noDamageMakesItThrowOrHang() {
        Random random = new Random(1);
        for (byte[] whole : new byte[][] {CmsBytes.signed(MAIL), CmsBytes.signedInPieces("a", "b"), new byte[0]}) {
            for (int i = 0; i < 20_000; i++) {
                byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
                if (damaged.length > 0) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertThat(Smime.read(damaged).kind()).isNotNull();
            }
        }
    }

    private static String text(Smime smime) {
        return new String(Objects.requireNonNull(smime.content()), StandardCharsets.US_ASCII);
    }
}
