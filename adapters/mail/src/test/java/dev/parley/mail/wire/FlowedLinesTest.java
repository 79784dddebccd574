package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.MimeReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowedLinesTest {
    private static final String LONG = "The upgrade of one installation from 4.3.1 to 4.3.9 costs 50 credits, and we"
            + " begin as soon as you have said yes to it, by a reply to this mail.";

    @Test
    void aLongLineIsBrokenAtASpaceThatStays() {
        assertThat(FlowedLines.of(LONG).split("\r\n"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(FlowedLines.COLUMNS + 1))
                .startsWith("The upgrade of one installation from 4.3.1 to 4.3.9 costs 50 credits, ");
    }

    @Test
    void aWordLongerThanALineStaysWhole() {
        String link = "https://desk.example/" + "a".repeat(90);
        assertThat(FlowedLines.of("See " + link + " please")).isEqualTo("See \r\n" + link + " \r\nplease\r\n");
    }

    @Test
    void theSignatureMarkKeepsItsSpace() {
        assertThat(FlowedLines.of("Hello\n-- \nDesk")).isEqualTo("Hello\r\n-- \r\nDesk\r\n");
    }

    @Test
    void aLineThatWouldBeMisreadIsStuffed() {
        assertThat(FlowedLines.of("> a quote\n  indented\nFrom here on"))
                .isEqualTo(" > a quote\r\n   indented\r\n From here on\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LONG,
                "One\n\nTwo  words\n    Category   2\n" + LONG,
                "  indented " + LONG,
                "Größe ist kein Problem für die Zeichen, auch wenn die Zeile viel länger wird als eine Zeile sein soll",
                "-- \n" + LONG
            })
    void aReaderOfTheFormatSeesTheTextUnbroken(String text) {
        String mail = "Content-Type: text/plain; charset=UTF-8; format=flowed\r\n\r\n" + FlowedLines.of(text);
        var read = new MimeReader(Limits.DEFAULT).read(mail.getBytes(StandardCharsets.UTF_8));
        assertThat(read.texts().getFirst().text().stripTrailing()).isEqualTo(text);
    }
}
