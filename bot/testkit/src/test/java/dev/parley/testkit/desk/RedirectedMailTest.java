package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.desk.Accepted;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKind;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.TicketReads;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Mail to a staff member in person, or through the contact form, that was handed on to the desk (C-25, T05). */
class RedirectedMailTest {

    private final Stage stage = new Stage();

    @Test
    void t05c25WhatWasHandedOnMakesNoTicketWhoeverItNames() {
        assertThat(stage.receive(stage.mail(ALICE, "Can you help?").redirected()))
                .isEqualTo(new Accepted.Pointed());

        assertThat(stage.store.tickets().list(TicketReads.Filter.newest(DESK, 10)))
                .isEmpty();
        assertThat(stage.sentOne().subject()).isEqualTo("PORTAL_POINTER");
    }

    @Test
    void t05c25AYesInItAgreesToNothingThoughItAnswersAQuote() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));
        stage.sent();
        stage.assess(ticket, Desks.CONSULTATION, 10);
        OutgoingMessage quote = stage.sent().getLast();

        assertThat(stage.receive(stage.mail(ALICE, "Yes, go ahead.")
                        .answering(quote.messageId())
                        .to("engineer@vendor.example")))
                .isEqualTo(new Accepted.Pointed());

        assertThat(stage.held()).isZero();
        assertThat(stage.sentOne().subject()).isEqualTo("PORTAL_POINTER");
        assertThat(stage.store.tickets().notices(DESK, 9)).anySatisfy(unseen -> {
            assertThat(unseen.notice().what()).isEqualTo(Template.STAFF_POINTED);
            assertThat(unseen.notice().ticket()).isEqualTo(ticket.number());
        });
    }

    @Test
    void t05TheWayIsShownOnceInAThread() {
        stage.receive(stage.mail(ALICE, "Can you help?").redirected());
        OutgoingMessage pointer = stage.sentOne();
        stage.clock.advance(Duration.ofHours(5));

        stage.receive(
                stage.mail(ALICE, "Never mind.").answering(pointer.messageId()).redirected());

        assertThat(stage.sent()).isEmpty();
        stage.receive(stage.mail(ALICE, "Something else.").redirected());
        assertThat(stage.sent()).hasSize(1);
    }

    @Test
    void t05TheLinkCarriesTheWordsOfWhoIsProvenAndOfNobodyElse() {
        stage.receive(stage.mail(ALICE, "Line one\n& \"two\"?")
                .subject("Printer #4\r\nBcc: x")
                .redirected());
        assertThat(stage.sentOne().text())
                .contains("mailto:support@vendor.example?subject=Printer%20%234%0D%0ABcc%3A%20x"
                        + "&body=Line%20one%0D%0A%26%20");

        stage.clock.advance(Duration.ofHours(5));
        stage.receive(stage.mail(ALICE, "Buy this").auth(AuthVerdict.NONE).redirected());
        assertThat(stage.sentOne().text()).doesNotContain("mailto:").doesNotContain("Buy");
    }

    @Test
    void t05NobodyAnswersMachinesForgeriesAndOurselves() {
        stage.receive(
                stage.mail(ALICE, "I am away.").kind(MessageKind.OUT_OF_OFFICE).redirected());
        stage.receive(stage.mail(ALICE, "Hello").auth(AuthVerdict.FAIL).redirected());
        stage.receive(stage.mail(Stage.STAFF, "Please look.").redirected());
        stage.receive(stage.mail("stranger@elsewhere.example", "Offer").redirected());

        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void t05StaffSeeThatItWasHandled() {
        stage.receive(stage.mail(ALICE, "Can you help?").redirected());

        assertThat(stage.store.tickets().notices(DESK, 9)).singleElement().satisfies(unseen -> {
            assertThat(unseen.notice().what()).isEqualTo(Template.STAFF_POINTED);
            assertThat(unseen.notice().text()).contains(ALICE);
        });
        assertThat(stage.store.tickets().unattached(DESK, 9))
                .extracting(said -> said.content().text())
                .contains("Can you help?");
    }
}
