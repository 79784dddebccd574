package dev.parley.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.port.Renderer.Rendered;
import dev.parley.core.ticket.Template;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the Pro Support desk, and what no value may do to them. */
class TextsTest {
    private static final Texts TEXTS = ProSupportTest.load(ProSupportTest.FILE).texts();
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("expires", "2026-12-06T13:00:00Z"),
            Map.entry("until", "2026-12-13T13:00:00Z"),
            Map.entry("category", "settings"),
            Map.entry("severity", "partial"),
            Map.entry("tier", "2"),
            Map.entry("version", "1"),
            Map.entry("amount", "10"),
            Map.entry("available", "35"),
            Map.entry("available_after", "25"),
            Map.entry("balance", "40"),
            Map.entry("old_amount", "20"),
            Map.entry("shortfall", ""),
            Map.entry("reserved", "10"),
            Map.entry("quote_number", "Q-1042-1"),
            Map.entry("old_quote_number", "Q-1042-0"),
            Map.entry("name", "Alice Example"));

    static Map<String, String> fields(Template template) {
        var fields = new HashMap<String, String>();
        Stream.concat(Stream.of("ticket", "subject", "name", "desk"), template.fields().stream())
                .forEach(name -> fields.put(
                        name,
                        name.endsWith("_at")
                                ? "2026-11-22T07:30:00Z"
                                : VALUES.getOrDefault(name, name.equals("ticket") ? "1042" : "«" + name + "»")));
        return fields;
    }

    private static Stream<Arguments> everyTemplateInEveryLanguage() {
        return Arrays.stream(Template.values())
                .flatMap(t -> Stream.of(Locale.ENGLISH, Locale.GERMAN).map(l -> Arguments.of(t, l)));
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyTextCanBeWrittenInEveryLanguage(Template template, Locale language) {
        var rendered = TEXTS.render(template, language, fields(template));
        assertThat(rendered.subject()).isNotBlank().doesNotContain("{{", "\n").hasSizeLessThanOrEqualTo(150);
        assertThat(rendered.text())
                .doesNotContain("{{", "}}", "  \n", "\n\n\n", "()", "::", "..", " .", "null")
                .endsWith("\n");
        assertThat(rendered.html()).contains("<html lang=\"" + language + "\">").doesNotContain("{{", "\uE000");
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyTextReadsWellWhenWhatMayBeEmptyIsEmpty(Template template, Locale language) {
        var fields = fields(template);
        for (var name : List.of("reason", "shortfall", "reserved", "offered", "name")) {
            fields.computeIfPresent(name, (_, _) -> "");
        }
        if (template.fields().contains("old_quote_number")) {
            fields.computeIfPresent("old_amount", (_, _) -> "");
        }
        var rendered = TEXTS.render(template, language, fields);
        assertThat(rendered.subject() + "\n" + rendered.text())
                .doesNotContain("{{", "}}", "()", " ,", " .", ": .", " ;", " :", "– \n", ", \n", "\n\n\n");
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyTextShowsWhatItWasGivenForTheQuestionItAsks(Template template, Locale language) {
        var rendered = TEXTS.render(template, language, fields(template));
        if (template.fields().contains("available_after")) {
            assertThat(rendered.subject()).contains("Q-1042-1");
            assertThat(rendered.text()).contains("Q-1042-1", "«subject»", "«scope»", "2 – ", "25 ", "2026");
            assertThat(rendered.text()).containsAnyOf("“yes”", "„ja“");
        }
        for (var carried : List.of("text", "question", "address", "child", "target", "approvers")) {
            if (template.fields().contains(carried)) {
                assertThat(rendered.text()).contains("«" + carried + "»");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void noValueEverBreaksAHeaderOrBecomesMarkup(Template template, Locale language) {
        var evil = "a\r\nBcc: thief@customer.example\r\n\r\n<script>alert(1)</script>{{desk}}\u2028\u0000\uE0000\uE001";
        var fields = new HashMap<String, String>();
        fields(template).keySet().forEach(name -> fields.put(name, evil));
        var rendered = TEXTS.render(template, language, fields);
        assertThat(rendered.subject()).doesNotContainPattern("[\\p{Cntrl}\\u2028]");
        assertThat(rendered.html()).doesNotContain("<script", "\u0000").hasToString(withoutTheMarksOf(rendered));
        assertThat(rendered.text()).doesNotContain("\r", "\u0000");
    }

    private static String withoutTheMarksOf(Rendered rendered) {
        return String.valueOf(rendered.html()).replace("\uE000", "").replace("\uE001", "");
    }

    @Test
    void whatStaffWriteIsCarriedAsItIs() {
        var written =
                "Hi!\n\n  if (a < b && c) {\n    print(\"{{amount}} {{>quote}} {{#x}}\");\n  }\n\nPrice:  0 credits";
        var fields = fields(Template.ANSWER);
        fields.put("text", written);
        var rendered = TEXTS.render(Template.ANSWER, Locale.ENGLISH, fields);
        assertThat(rendered.text()).contains(written);
        assertThat(rendered.html())
                .contains("&nbsp; if (a &lt; b &amp;&amp; c) {<br>\n")
                .contains("\n&nbsp;&nbsp;&nbsp; print(&quot;{{amount}} {{&gt;quote}}")
                .contains("Price:&nbsp; 0 credits")
                .doesNotContain("<td>Price");
    }

    @Test
    void aQuoteSaysEverythingAboutMoney() {
        var rendered = TEXTS.render(Template.QUOTE_SENT, Locale.ENGLISH, fields(Template.QUOTE_SENT));
        assertThat(rendered.subject()).isEqualTo("Ticket 1042: 10 credits – do you agree? (Q-1042-1)");
        assertThat(rendered.text()).isEqualTo("""
            Hello Alice Example,

            We looked at your request, and this is what it costs:

            Quote:            Q-1042-1
            Your request:     «subject»
            What for:         «scope»
            Category:         2 – Wrong settings, setting up standard functionality, or advice on architecture and\
             basic customization
            Price:            10 credits for the whole ticket
            Valid until:      6 December 2026, 14:00 CET
            Your account:     40 credits, of which 35 credits are free
            After your yes:   25 credits free

            To agree, reply with “yes” – that is enough. To decline, reply with “no”. And if you have a question,\
             just ask: questions about a quote cost nothing. Before your yes nothing is reserved or charged for\
             this quote.

            Kind regards
            «desk»
            """);
    }

    @Test
    void germanIsGerman() {
        var rendered = TEXTS.render(Template.QUOTE_SENT, Locale.GERMANY, fields(Template.QUOTE_SENT));
        assertThat(rendered.text())
                .contains(
                        "Guten Tag Alice Example,", "Gültig bis:       6. Dezember 2026, 14:00 Uhr MEZ", "10 Credits");
    }

    @Test
    void aLanguageTheDeskDoesNotSpeakIsAnsweredInItsFirst() {
        assertThat(TEXTS.render(Template.FEATURE_ACCEPTED, Locale.FRENCH, fields(Template.FEATURE_ACCEPTED))
                        .text())
                .startsWith("Hello");
    }

    @Test
    void oneCreditIsOneCredit() {
        var fields = fields(Template.QUOTE_EXPIRED);
        fields.put("amount", "1");
        assertThat(TEXTS.render(Template.QUOTE_EXPIRED, Locale.ENGLISH, fields).text())
                .contains("at 1 credit has");
    }

    @Test
    void aFieldTheTextNeedsAndNobodyGaveIsADefect() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEXTS.render(Template.QUOTE_SENT, Locale.ENGLISH, Map.of("ticket", "1")))
                .withMessageContaining("QUOTE_SENT in en")
                .withMessageContaining("amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Win 1000 at www.shop.example",
                "alice@customer.example",
                "http://shop.example",
                "Cheap pills at shop.example now",
                "A name that is much too long to be a name of anybody"
            })
    void aSenderCannotUseHisNameToWriteToOthers(String name) {
        var fields = fields(Template.ACKNOWLEDGED);
        fields.put("name", name);
        assertThat(TEXTS.render(Template.ACKNOWLEDGED, Locale.ENGLISH, fields).text())
                .startsWith("Hello,\n");
    }

    @Test
    void pitfall38AnAcknowledgementEchoesNothingOfTheMail() {
        var fields = fields(Template.ACKNOWLEDGED);
        fields.put("subject", "Buy at shop.example");
        var rendered = TEXTS.render(Template.ACKNOWLEDGED, Locale.ENGLISH, fields);
        assertThat(rendered.subject() + rendered.text()).doesNotContain("shop.example");
    }

    @Test
    void aVeryLongSubjectIsCutBetweenCharacters() {
        var fields = fields(Template.STAFF_CUSTOMER_WROTE);
        for (var length = 100; length < 200; length++) {
            fields.put("speaker", "x".repeat(length) + "😀".repeat(50));
            var subject = TEXTS.render(Template.STAFF_CUSTOMER_WROTE, Locale.ENGLISH, fields)
                    .subject();
            assertThat(subject).hasSizeBetween(149, 150).endsWith("…");
            assertThat(Character.isHighSurrogate(subject.charAt(subject.length() - 2)))
                    .isFalse();
        }
    }
}
