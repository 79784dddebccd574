package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.desk.DecideByLink;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.TicketReads.Said;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import org.junit.jupiter.api.Test;

/** The page behind a quote's mail, on which a button answers it (mail requirement 4). */
class DecisionPageTest {
    private final Stage stage = new Stage();

    private TicketId quoted(long amount) {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));
        var _ = stage.sent();
        var _ = stage.assess(ticket, Desks.CONSULTATION, amount);
        return ticket;
    }

    private String token(TicketId ticket, int version, Contact of) {
        return stage.marks.decisionToken(new Pointer(ticket, version, of.id().number()));
    }

    private DecideByLink.View look(TicketId ticket, int version) {
        return stage.useCases
                .decideByLink()
                .look(DESK, token(ticket, version, stage.alice))
                .orElseThrow();
    }

    @Test
    void theMailCarriesThePageOfItsReaderAndStaffSeeItWithoutItsSecret() {
        TicketId ticket = quoted(10);
        String token = token(ticket, 1, stage.alice);
        OutgoingMessage mail = stage.sentOne();
        assertThat(mail.text()).contains("decision_page=https://desk.example/quote/" + DESK + "/" + token);
        Said seen = stage.view(ticket).messages().getLast();
        assertThat(seen.content().text())
                .contains("decision_page=https://desk.example/quote/" + DESK + "/…")
                .doesNotContain(token);
        assertThat(mail.textForStaff()).doesNotContain(token);
    }

    @Test
    void whoeverMayNotAgreeGetsNoPage() {
        Contact bob = stage.contact("bob@customer.example", "Bob", false);
        TicketId ticket = quoted(10);
        OutgoingMessage mail = stage.sentOne();
        var _ = stage.receive(stage.reply(bob.address(), mail, "Yes, go ahead."));
        assertThat(stage.sent())
                .filteredOn(sent -> sent.to().getFirst().address().equals(bob.address()))
                .isNotEmpty()
                .allMatch(sent -> sent.text().contains("decision_page=,"));
        assertThat(stage.view(ticket).money().held()).isZero();
    }

    @Test
    void lookingChangesNothingAndShowsWhatIsOpen() {
        TicketId ticket = quoted(10);
        var before = stage.view(ticket);
        DecideByLink.View view = look(ticket, 1);
        assertThat(view.open())
                .isNotNull()
                .satisfies(quote -> assertThat(quote.amount()).isEqualTo(10));
        assertThat(view.agreed()).isFalse();
        assertThat(stage.view(ticket)).isEqualTo(before);
        assertThat(stage.useCases.decideByLink().look(DESK, "not a token")).isEmpty();
    }

    @Test
    void aReplacedVersionIsNotOpenAndTheNewOneIs() {
        TicketId ticket = quoted(10);
        var _ = stage.assess(ticket, Desks.CONSULTATION, 15);
        assertThat(look(ticket, 1).open()).isNull();
        assertThat(look(ticket, 1).agreed()).isFalse();
        assertThat(look(ticket, 2).open()).isNotNull();
    }

    @Test
    void afterTheYesItIsAgreedAndAfterANoItIsOver() {
        TicketId ticket = quoted(10);
        var _ = stage.useCases.decideByLink().decide(DESK, token(ticket, 1, stage.alice), true, stage.now());
        assertThat(look(ticket, 1).open()).isNull();
        assertThat(look(ticket, 1).agreed()).isTrue();
        TicketId other = quoted(10);
        var _ = stage.useCases.decideByLink().decide(DESK, token(other, 1, stage.alice), false, stage.now());
        assertThat(StateName.of(stage.view(other).ticket().state()).open()).isFalse();
        assertThat(look(other, 1).open()).isNull();
        assertThat(look(other, 1).agreed()).isFalse();
    }

    @Test
    void aYesThatWaitsForCreditsIsAgreed() {
        TicketId ticket = quoted(500);
        var _ = stage.useCases.decideByLink().decide(DESK, token(ticket, 1, stage.alice), true, stage.now());
        assertThat(StateName.of(stage.view(ticket).ticket().state())).isEqualTo(StateName.FUNDING);
        assertThat(look(ticket, 1).agreed()).isTrue();
    }
}
