package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.MessageKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same mail has one key by whatever way it came; two mails have two. */
class MessageKeysTest {
    private static final String MAIL = "Message-ID: <1@customer.example>\r\nSubject: x\r\n\r\nYes\r\n";

    private static MessageKey key(String raw) {
        return MessageKeys.of("mail:support", raw.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void traceFieldsOnTopMakeNoOtherMail() {
        assertThat(key("Received: from a by b\r\nDelivered-To: support@vendor.example\r\n" + MAIL))
                .isEqualTo(key(MAIL));
    }

    @Test
    void pitfall16TheSameIdWithAnotherTextIsAnotherMail() {
        assertThat(key(MAIL.replace("Yes", "No"))).isNotEqualTo(key(MAIL));
    }

    @Test
    void anotherIdWithTheSameTextIsAnotherMail() {
        assertThat(key(MAIL.replace("<1@", "<2@"))).isNotEqualTo(key(MAIL));
    }

    @Test
    void pitfall17AnotherChannelIsAnotherMessage() {
        assertThat(MessageKeys.of("mail:sales", MAIL.getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(key(MAIL));
    }

    @Test
    void pitfall18WithoutAnIdTheWholeMailCounts() {
        var anonymous = MAIL.replace("Message-ID: <1@customer.example>\r\n", "Date: today\r\n");
        assertThat(key(anonymous)).isEqualTo(key(anonymous));
        assertThat(key(anonymous.replace("today", "tomorrow"))).isNotEqualTo(key(anonymous));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n"})
    void theBodyBeginsAfterTheEmptyLineWhateverTheLineBreaks(String lineBreak) {
        var mail = MAIL.replace("\r\n", lineBreak);
        assertThat(key("Received: from a" + lineBreak + mail)).isEqualTo(key(mail));
        assertThat(key(mail.replace("Yes", "No"))).isNotEqualTo(key(mail));
        assertThat(key(mail).nativeId()).startsWith("<1@customer.example> ");
    }

    @Test
    void anIdInTheTextIsNotTheMailsOwn() {
        assertThat(key("Subject: x\r\n\r\nMessage-ID: <9@evil.example>\r\n").nativeId())
                .startsWith("none ");
    }

    @Test
    void aFoldedIdIsFound() {
        assertThat(key(MAIL.replace("Message-ID: <", "message-id:\r\n <")).nativeId())
                .startsWith("<1@customer.example> ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\n\n", "\r\r", "no header at all", "Message-ID:", "Message-ID: <\r\n\r\n"})
    void whatIsHardlyAMailHasAKeyToo(String raw) {
        assertThat(key(raw).nativeId()).startsWith("none ");
    }

    @Test
    void aVeryLongIdMakesNoLongKey() {
        var mail = MAIL.replace("1@customer", "1".repeat(100_000) + "@customer");
        assertThat(key(mail).nativeId()).hasSizeLessThan(600);
    }
}
