package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.desk.AcceptMessage.Arrival;
import dev.parley.core.desk.Accepted;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.port.ClaimLost;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import dev.parley.testkit.Messages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptMessageTest {
    private final Stage stage = new Stage();
    private OutgoingMessage lastQuote = Messages.to(ALICE, 0, "none@vendor.example", true);

    @Test
    void aMailMakesATicketAndIsAcknowledged() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));

        OutgoingMessage acknowledgement = stage.sentOne();
        assertThat(acknowledgement.subject()).isEqualTo("ACKNOWLEDGED");
        assertThat(acknowledgement.to().getFirst().address()).isEqualTo(ALICE);
        assertThat(acknowledgement.automatic()).isTrue();
        assertThat(stage.view(ticket).ticket().state()).matches(state -> StateName.of(state) == StateName.ASSESSING);
        assertThat(stage.view(ticket).messages()).hasSize(2);
    }

    @Test
    void x03ABoundYesReservesExactlyTheQuoteAndKeepsTheWords() {
        TicketId ticket = quoted();

        Accepted accepted = stage.receive(stage.reply(ALICE, last(), "Yes, go ahead."));

        assertThat(accepted).isEqualTo(new Accepted.OnTicket(ticket, Row.T20));
        assertThat(stage.held()).isEqualTo(10);
        TicketReads.Offer offer = stage.view(ticket).quotes().getFirst();
        assertThat(offer.decision())
                .isNotNull()
                .satisfies(agreed -> assertThat(agreed.words()).isNotBlank());
    }

    @Test
    void g1TheSameMailTwiceIsOneDecisionAndOneReceipt() {
        TicketId ticket = quoted();
        InboundMessage yes = stage.reply(ALICE, last(), "yes").message("same@customer.example");

        Accepted first = stage.receive(yes);
        int receipts = stage.sent().size();
        Accepted second = stage.useCases.acceptMessage().accept(new Arrival(recordedAgain(yes), yes), stage.now());

        assertThat(first).isEqualTo(new Accepted.OnTicket(ticket, Row.T20));
        assertThat(second).isEqualTo(new Accepted.Duplicate());
        assertThat(receipts).isEqualTo(1);
        assertThat(stage.sent()).isEmpty();
        assertThat(stage.held()).isEqualTo(10);
    }

    @Test
    void g3AYesNobodyCanProveReservesNothing() {
        TicketId ticket = quoted();

        Accepted accepted = stage.receive(stage.reply(ALICE, last(), "yes").auth(AuthVerdict.FAIL));

        assertThat(accepted).isEqualTo(new Accepted.OnTicket(ticket, Row.T24));
        assertThat(stage.held()).isZero();
    }

    @Test
    void g4AStrangersYesOnAKnownThreadIsForStaffAlone() {
        TicketId ticket = quoted();

        Accepted accepted = stage.receive(stage.reply("mallory@else.example", last(), "yes"));

        assertThat(accepted).isEqualTo(new Accepted.OnTicket(ticket, Row.T22));
        assertThat(stage.held()).isZero();
        assertThat(stage.view(ticket).messages())
                .filteredOn(said -> said.visibility() == Visibility.STAFF)
                .hasSize(1);
        assertThat(stage.sent())
                .filteredOn(mail -> mail.to().getFirst().address().equals("mallory@else.example"))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.toString().replace("ticket=" + ticket.number(), ""))
                        .doesNotContain("" + ticket.number(), "Printing", ALICE));
    }

    @Test
    void g5AColleaguesCopyIsNotBoundToTheColleague() {
        stage.contact("carol@customer.example", "Carol", true);
        quoted();
        OutgoingMessage toAlice = last();

        Accepted accepted = stage.receive(stage.reply("carol@customer.example", toAlice, "yes"));

        assertThat(accepted)
                .isInstanceOfSatisfying(
                        Accepted.OnTicket.class, on -> assertThat(on.row()).isEqualTo(Row.T26));
        assertThat(stage.held()).isZero();
        OutgoingMessage again = stage.sentOne();
        stage.receive(stage.reply("carol@customer.example", again, "yes"));
        assertThat(stage.held()).isEqualTo(10);
    }

    @Test
    void pitfall45AnOutOfOfficeNoteThatSaysYesIsNothing() {
        quoted();

        stage.receive(stage.reply(ALICE, last(), "Yes").kind(MessageKind.OUT_OF_OFFICE));

        assertThat(stage.held()).isZero();
        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void aBounceFindsItsTicketByTheEnvelopeAndMakesNone() {
        TicketId ticket = quoted();

        Accepted accepted = stage.receive(stage.mail("mailer-daemon@mx.example", "user unknown")
                .kind(MessageKind.BOUNCE)
                .to(last().replyTo())
                .failing(ALICE));

        assertThat(accepted).isEqualTo(new Accepted.OnTicket(ticket, Row.T32));
        assertThat(stage.view(ticket).messages())
                .anySatisfy(said -> assertThat(said.kind()).isEqualTo(MessageKind.BOUNCE));
    }

    @Test
    void automaticMailWithoutATicketIsKeptAsideAndUnanswered() {
        assertThat(stage.receive(stage.mail("news@list.example", "News").kind(MessageKind.LIST)))
                .isEqualTo(new Accepted.Aside());
        assertThat(stage.receive(stage.mail("", "Nobody"))).isEqualTo(new Accepted.Aside());
        assertThat(stage.sent()).isEmpty();
        assertThat(stage.store.tickets().unattached(DESK, 10))
                .filteredOn(said -> said.direction() == TicketReads.Direction.IN)
                .hasSize(2);
    }

    @Test
    void ourOwnMailComingBackIsKeptAside() {
        quoted();
        InboundMessage back = stage.mail(ALICE, "yes").to(last().replyTo()).message(last().messageId());

        assertThat(stage.receive(back)).isEqualTo(new Accepted.Aside());
        assertThat(stage.held()).isZero();
    }

    @Test
    void anUnknownSenderGetsATicketThatCannotCostAnybodyElse() {
        TicketId ticket = stage.opened(stage.mail("new@else.example", "Hello?"));

        assertThat(stage.view(ticket).customer().provisional()).isTrue();
        assertThat(stage.view(ticket).requester().address()).isEqualTo("new@else.example");
    }

    @Test
    void t05c25AMailToAPersonalAddressMakesNoTicketAndOwnersAreShownTheWay() {
        assertThat(stage.receive(stage.mail(ALICE, "Can you help?").to("engineer@vendor.example")))
                .isEqualTo(new Accepted.Pointed());
        assertThat(stage.sentOne().subject()).isEqualTo("PORTAL_POINTER");

        assertThat(stage.receive(stage.mail("new@else.example", "Offer").to("engineer@vendor.example")))
                .isEqualTo(new Accepted.Pointed());
        assertThat(stage.sent()).isEmpty();
        assertThat(stage.store.tickets().list(TicketReads.Filter.newest(DESK, 10)))
                .isEmpty();
    }

    @Test
    void t05TheWayIsShownOnceAnHour() {
        stage.receive(stage.mail(ALICE, "one").to("engineer@vendor.example"));
        stage.receive(stage.mail(ALICE, "two").to("engineer@vendor.example"));

        assertThat(stage.sent()).hasSize(1);
    }

    @Test
    void c14AgreeingInAdvanceIsReadFromALineOfItsOwn() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints.\n\nI agree in advance, up to 20 credits."));

        assertThat(stage.view(ticket).ticket().mode()).isEqualTo(new Mode.PreAgreed(20));
    }

    @Test
    void anUnprovenRequestIsAskedForEvenInCategoryOne() {
        TicketId ticket = stage.opened(
                stage.mail(ALICE, "Where is the key?\nI agree in advance.").auth(AuthVerdict.NONE));
        stage.assess(ticket, Desks.QUESTION, 5);

        assertThat(stage.view(ticket).ticket().mode()).isEqualTo(new Mode.AskAlways());
        assertThat(StateName.of(stage.view(ticket).ticket().state())).isEqualTo(StateName.QUOTED);
        assertThat(stage.held()).isZero();
    }

    @Test
    void aWorkerThatLostItsClaimBringsAboutNothing() {
        var message = stage.mail(ALICE, "Nothing prints.").message("m-lost@customer.example");
        Inbox.Claim lost = stage.claimed(message);
        stage.clock.advance(Duration.ofMinutes(2));
        Inbox.Claim taken = stage.claimAgain();

        assertThatThrownBy(() -> stage.useCases.acceptMessage().accept(new Arrival(lost, message), stage.now()))
                .isInstanceOf(ClaimLost.class);

        assertThat(stage.sent()).isEmpty();
        assertThat(stage.useCases.acceptMessage().accept(new Arrival(taken, message), stage.now()))
                .isInstanceOf(Accepted.Opened.class);
        assertThat(stage.sent()).hasSize(1);
    }

    @Test
    void t04AQuestionAboutPricesAloneIsShownToCustomerSupportAndCostsNothing() {
        TicketId ticket =
                stage.opened(stage.mail(ALICE, "Hello,\n\nhow many credits do we have left?\n\nThanks\nAlice"));

        assertThat(StateName.of(stage.view(ticket).ticket().state())).isEqualTo(StateName.CLOSED_UNPAID);
        assertThat(stage.sentOne().subject()).isEqualTo("CUSTOMER_SUPPORT_POINTER");
        assertThat(stage.held()).isZero();
    }

    @Test
    void t04APriceAskedBesidesARequestIsARequest() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Please upgrade us. How many credits do we have left?"));

        assertThat(StateName.of(stage.view(ticket).ticket().state())).isEqualTo(StateName.ASSESSING);
        assertThat(stage.sentOne().subject()).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void t04NobodyCanMakeUsShowStrangersTheWayAgainAndAgain() {
        stage.receive(stage.mail(ALICE, "What is our balance?").auth(AuthVerdict.NONE));
        stage.receive(stage.mail(ALICE, "What is our balance?").auth(AuthVerdict.NONE));

        assertThat(stage.sent()).hasSize(1);
    }

    @Test
    void pitfall02AcknowledgementsToUnprovenSendersAreBraked() {
        stage.receive(stage.mail(ALICE, "one").auth(AuthVerdict.NONE));
        stage.receive(stage.mail(ALICE, "two").auth(AuthVerdict.NONE));

        assertThat(stage.sent()).hasSize(1);
        stage.clock.advance(Duration.ofMinutes(61));
        stage.receive(stage.mail(ALICE, "three").auth(AuthVerdict.NONE));
        assertThat(stage.sent()).hasSize(1);
    }

    @Test
    void pitfall38AcknowledgementsToUnprovenSendersOfOneDomainAreBraked() {
        for (int number = 1; number <= 4; number++) {
            stage.receive(stage.mail("p" + number + "@crowd.example", "one").auth(AuthVerdict.NONE));
        }
        assertThat(stage.sent()).hasSize(3);
        assertThat(brakes())
                .containsExactly(
                        "ACKNOWLEDGED_UNPROVEN was not sent: the limit is reached, 3 to one domain" + " within PT1H");
    }

    @Test
    void acknowledgementsToUnprovenSendersAreBrakedInAllForTheirOwnTime() {
        for (int number = 1; number <= 6; number++) {
            stage.receive(stage.mail("p@crowd" + number + ".example", "one").auth(AuthVerdict.NONE));
        }
        assertThat(stage.sent()).hasSize(5);
        stage.clock.advance(Duration.ofMinutes(61));
        stage.receive(stage.mail("p@crowd7.example", "one").auth(AuthVerdict.NONE));
        assertThat(stage.sent()).isEmpty();
        stage.clock.advance(Duration.ofMinutes(61));
        stage.receive(stage.mail("p@crowd8.example", "one").auth(AuthVerdict.NONE));
        assertThat(stage.sent()).hasSize(1);
    }

    @Test
    void aProvenSenderIsAcknowledgedWhateverOthersDid() {
        for (int number = 1; number <= 6; number++) {
            stage.receive(stage.mail("p" + number + "@customer.example", "one").auth(AuthVerdict.NONE));
        }
        stage.sent();
        stage.receive(stage.mail(ALICE, "one"));
        stage.receive(stage.mail(ALICE, "two"));
        assertThat(stage.sent()).hasSize(2);
    }

    private List<String> brakes() {
        return stage.store.tickets().audit(Stage.DESK, "", 50).stream()
                .filter(line -> line.what().equals("brake"))
                .map(Transaction.AuditLine::after)
                .toList();
    }

    @Test
    void t100AMessageOnAMergedTicketGoesToTheOneThatGoesOn() {
        TicketId first = stage.opened(stage.mail(ALICE, "Nothing prints."));
        OutgoingMessage acknowledgement = stage.sentOne();
        TicketId second = stage.opened(stage.mail(ALICE, "Printing fails again."));
        stage.sent();
        stage.useCases.mergeTickets().merge(first, second, Stage.AGENT, stage.now());

        Accepted accepted = stage.receive(stage.reply(ALICE, acknowledgement, "Any news?"));

        assertThat(accepted)
                .isInstanceOfSatisfying(
                        Accepted.OnTicket.class, on -> assertThat(on.ticket()).isEqualTo(second));
    }

    @Test
    void t95AReplyLongAfterTheCloseMakesALinkedTicket() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Where is the key?"));
        stage.assess(ticket, Desks.QUESTION, 5);
        stage.act(ticket, new TicketEvent.AnswerSent("Under the mat."));
        stage.act(ticket, new TicketEvent.CloseAsked(""));
        OutgoingMessage lastMail = stage.sent().getLast();
        stage.clock.advance(Duration.ofDays(40));

        Accepted accepted = stage.receive(stage.reply(ALICE, lastMail, "And where is the door?"));

        assertThat(accepted)
                .isInstanceOfSatisfying(
                        Accepted.Opened.class,
                        opened ->
                                assertThat(stage.view(opened.ticket()).parent()).isEqualTo(ticket));
        assertThat(stage.balance()).isEqualTo(95);
    }

    @Test
    void everyMailOfATicketIsThreadedToTheCustomersLastOne() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));
        OutgoingMessage acknowledgement = stage.sentOne();
        stage.assess(ticket, Desks.CONSULTATION, 10);

        OutgoingMessage quote = stage.sentOne();

        assertThat(acknowledgement.inReplyTo()).isEqualTo("m1@customer.example");
        assertThat(quote.inReplyTo()).isEqualTo("m1@customer.example");
        assertThat(quote.references()).contains("m1@customer.example", acknowledgement.messageId());
    }

    @Test
    void referencesStayBoundedHoweverLongTheConversation() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));
        for (int i = 0; i < 15; i++) {
            stage.act(ticket, new TicketEvent.InformationAsked("Which one?"));
            stage.receive(stage.reply(ALICE, stage.sent().getLast(), "The big one."));
        }
        stage.act(ticket, new TicketEvent.InformationAsked("And now?"));

        assertThat(stage.sent().getLast().references()).hasSize(10).startsWith("m1@customer.example");
    }

    private Inbox.Claim recordedAgain(InboundMessage message) {
        var raw = new RawMessage(
                DESK, new MessageKey("mail:other", message.key().nativeId()), stage.now(), List.of(), new byte[] {2});
        int ignored = stage.store.inbox().record(List.of(raw));
        return stage.store
                .inbox()
                .claim("w", 1, Duration.ofMinutes(1), stage.now())
                .getFirst();
    }

    private TicketId quoted() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));
        stage.sent();
        stage.assess(ticket, Desks.CONSULTATION, 10);
        lastQuote = stage.sent().stream()
                .filter(mail -> mail.to().getFirst().address().equals(ALICE))
                .findFirst()
                .orElseThrow();
        return ticket;
    }

    private OutgoingMessage last() {
        return lastQuote;
    }
}
