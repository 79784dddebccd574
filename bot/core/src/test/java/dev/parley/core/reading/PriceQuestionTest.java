package dev.parley.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T04: only a mail that asks for nothing but the price of credits, or how many are left, is shown the way. */
class PriceQuestionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "How many credits do we have left?",
                "Hello,\n\nhow many credits do we still have?\n\nThanks\nAlice",
                "What is our balance?",
                "What's my credit balance",
                "How much does a credit cost?",
                "What do 100 credits cost?",
                "How much does a package of 50 credits cost?",
                "What is the price of one credit? How many credits do we have?",
                "Could you please send us your price list?",
                "Dear support team,\nwhat is the price per credit?\nKind regards,\nAlice Smith",
                "Guten Tag,\nwas kostet ein Punkt?\nMit freundlichen Grüßen\nAnna",
                "Wie viele Credits haben wir noch?",
                "Was kosten 100 Credits?",
                "Wie hoch ist unser Guthaben?"
            })
    void aQuestionAboutPricesOrBalancesAlone(String text) {
        assertThat(PriceQuestion.only(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Thanks",
                "Hello,",
                "How much would an upgrade from 4.3.1 to 4.3.9 cost?",
                "How many credits does an upgrade cost?",
                "How much does it cost to change the logo?",
                "What does it cost?",
                "How many credits do we have left? Please upgrade us to 4.3.9.",
                "Please upgrade us. How many credits do we have left?",
                "How many credits do we have left?\nThanks\nAlice\n\nPS: printing is broken\nagain, please help",
                "We have no credits left and printing fails.",
                "I agree in advance.",
                "How many credits do we have left? I agree in advance.",
                "What does the error message about credits mean?",
                "Was kostet ein Upgrade?",
                "Wie viele Credits kostet das?"
            })
    void anythingElseIsARequest(String text) {
        assertThat(PriceQuestion.only(text)).isFalse();
    }

    @Test
    void aLongMailIsNeverOnlyThat() {
        assertThat(PriceQuestion.only("How many credits do we have left? ".repeat(12)))
                .isFalse();
    }
}
