package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;
import static dev.parley.testkit.desk.Stage.ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.desk.Accepted;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A colleague forwards a customer's mail to the desk. */
class HandedOnTest {
    private static final String WORDS = "Nothing prints.\n\nI agree in advance, up to 20 credits.";

    private final Stage stage = new Stage();

    @Test
    void aProvenColleaguesForwardOpensTheCustomersTicket() {
        TicketId ticket = stage.opened(
                stage.mail(ENGINEER, "An important customer, be quick.").forwarding(ALICE, WORDS));

        assertThat(stage.view(ticket).requester().address()).isEqualTo(ALICE);
        assertThat(stage.sent()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("ACKNOWLEDGED_UNPROVEN");
            assertThat(mail.to()).extracting(party -> party.address()).containsExactly(ALICE);
        });
        assertThat(stage.view(ticket).messages())
                .as("what the colleague wrote is not the customer's to read")
                .extracting(said -> said.content().text())
                .contains(WORDS)
                .noneMatch(text -> text.contains("important"));
        assertThat(notices()).contains(Template.STAFF_HANDED_ON);
    }

    @Test
    void nothingInAForwardAgreesInAdvance() {
        TicketId forwarded = stage.opened(stage.mail(ENGINEER, "").forwarding(ALICE, WORDS));
        TicketId written = stage.opened(stage.mail(ALICE, WORDS));

        assertThat(stage.view(forwarded).ticket().mode()).isInstanceOf(Mode.AskAlways.class);
        assertThat(stage.view(written).ticket().mode()).isInstanceOf(Mode.PreAgreed.class);
    }

    @Test
    void aForwardThatIsNotProvenOpensNoTicketAndStaffSeeIt() {
        for (AuthVerdict unproven : List.of(AuthVerdict.NONE, AuthVerdict.FAIL)) {
            assertThat(stage.receive(stage.mail(ENGINEER, "").auth(unproven).forwarding(ALICE, WORDS)))
                    .isInstanceOf(Accepted.Aside.class);
        }

        assertThat(stage.sent()).isEmpty();
        assertThat(notices()).containsOnly(Template.STAFF_NO_TICKET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "engineer@vendor.example", "team@vendor.example", "pro@vendor.example"})
    void aForwardOfOurOwnOrOfNobodyOpensNoTicket(String author) {
        assertThat(stage.receive(stage.mail(ENGINEER, "").forwarding(author, WORDS)))
                .isInstanceOf(Accepted.Aside.class);

        assertThat(notices()).containsOnly(Template.STAFF_NO_TICKET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mallory@elsewhere.example", "form@vendor.example"})
    void anybodyElsesForwardIsTheirOwnTicket(String by) {
        TicketId ticket = stage.opened(stage.mail(by, "See below.").forwarding(ALICE, WORDS));

        assertThat(stage.view(ticket).requester().address()).isNotEqualTo(ALICE);
        assertThat(notices()).doesNotContain(Template.STAFF_HANDED_ON);
    }

    @Test
    void somebodyNobodyKnowsYetIsIntroduced() {
        TicketId ticket = stage.opened(stage.mail(ENGINEER, "").forwarding("bob@new.example", "Hello?"));

        assertThat(stage.sent())
                .extracting(OutgoingMessage::to)
                .allSatisfy(to ->
                        assertThat(to).extracting(party -> party.address()).containsExactly("bob@new.example"));
        assertThat(stage.view(ticket)).isNotNull();
    }

    private List<Template> notices() {
        return stage.store.tickets().notices(DESK, 9).stream()
                .map(unseen -> unseen.notice().what())
                .toList();
    }
}
