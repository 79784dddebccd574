package dev.parley.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyReaderTest {
    private final ReplyReader reader = new ReplyReader();

    static Stream<Replies> handWritten() {
        return Replies.all().stream();
    }

    @ParameterizedTest
    @MethodSource("handWritten")
    void handWrittenRepliesAreReadAsWritten(Replies reply) {
        Reading reading = reader.read(reply.text(), Replies.QUOTE);
        assertThat(reading.kind()).as("%s", reading).isEqualTo(reply.kind());
        assertThat(reading.amount()).isEqualTo(reply.amount());
        assertThat(reading.rule()).matches("[a-z]+(-[a-z]+)*");
    }

    @Test
    void theTableIsWide() {
        assertThat(Replies.all()).hasSizeGreaterThan(200);
    }
}
