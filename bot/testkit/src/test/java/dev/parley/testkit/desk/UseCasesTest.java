package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.AGENT;
import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.conversation.Pointer;
import dev.parley.core.desk.SplitTicket;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKind;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.port.Customers;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.TicketReads;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UseCasesTest {
    private final Stage stage = new Stage();

    @Test
    void t71c23c24AQuestionAboutSomethingElseGetsItsOwnTicketAndPrice() {
        TicketId parent = stage.opened(stage.mail(ALICE, "Nothing prints. And where is the key?"));
        stage.assess(parent, Desks.QUESTION, 5);

        SplitTicket.Split split = stage.useCases
                .splitTicket()
                .split(parent, new SplitTicket.Part("Key", "And where is the key?"), AGENT, stage.now())
                .orElseThrow();
        TicketId child = ((SplitTicket.Split.Made) split).child();
        stage.assess(child, Desks.QUESTION, 5);

        assertThat(stage.view(child).parent()).isEqualTo(parent);
        assertThat(stage.view(parent).children()).containsExactly(child);
        assertThat(stage.view(child).messages().getFirst().content().text()).isEqualTo("And where is the key?");
        assertThat(stage.held()).isEqualTo(10);
    }

    @Test
    void c12ec24TwoInstallationsToUpgradeAreTwoTicketsWithAPriceEach() {
        TicketId shop = stage.opened(stage.mail(ALICE, "Please upgrade the shop and the blog from 4.3.1 to 4.3.2."));
        SplitTicket.Split split = stage.useCases
                .splitTicket()
                .split(shop, new SplitTicket.Part("The blog", "upgrade the blog"), AGENT, stage.now())
                .orElseThrow();
        TicketId blog = ((SplitTicket.Split.Made) split).child();
        for (TicketId ticket : List.of(shop, blog)) {
            stage.assess(ticket, new CategoryKey(3, "upgrade"), 20);
            stage.receive(stage.reply(ALICE, stage.sent().getLast(), "yes"));
        }
        assertThat(stage.held()).isEqualTo(40);
        assertThat(stage.view(shop).quotes()).hasSize(1);
        assertThat(stage.view(blog).quotes()).hasSize(1);
    }

    @Test
    void t105p21p22AQuestionAboutCreditsInTheMiddleOfATicketChangesNothing() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Please build it."));
        stage.assess(ticket, Desks.MODIFICATION, 30);
        OutgoingMessage quote = stage.sent().getLast();
        stage.receive(stage.reply(ALICE, quote, "How many credits do we have left?"));
        OutgoingMessage told = stage.sentOne();
        assertThat(told.subject()).isEqualTo("CUSTOMER_SUPPORT_MEANWHILE");
        assertThat(told.text()).contains("available=100", "customer_support=");
        assertThat(told.to().getFirst().address()).isEqualTo(ALICE);
        assertThat(stage.sentToStaff()).isEmpty();
        stage.receive(stage.reply(ALICE, quote, "How much would the other thing cost?"));
        assertThat(stage.sentToStaff()).extracting(OutgoingMessage::subject).contains("STAFF_QUESTION");
        stage.receive(stage.reply(ALICE, quote, "yes"));
        assertThat(StateName.of(stage.view(ticket).ticket().state())).isEqualTo(StateName.WORKING);
    }

    @Test
    void t105p21AnUnprovenQuestionAboutCreditsTellsNobodyWhatIsThere() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Please build it."));
        stage.assess(ticket, Desks.MODIFICATION, 30);
        OutgoingMessage quote = stage.sent().getLast();
        stage.receive(
                stage.reply(ALICE, quote, "How many credits do we have left?").auth(AuthVerdict.NONE));
        assertThat(stage.sent()).noneMatch(message -> message.text().contains("customer_support"));
    }

    @Test
    void t105p21AMachinesQuestionOrOneWithAFileGoesItsUsualWay() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Please build it."));
        stage.assess(ticket, Desks.MODIFICATION, 30);
        OutgoingMessage quote = stage.sent().getLast();
        String question = "How many credits do we have left?";
        stage.receive(stage.reply(ALICE, quote, question).kind(MessageKind.OUT_OF_OFFICE));
        stage.receive(stage.reply(ALICE, quote, question).attached("offer.pdf"));
        assertThat(stage.sent()).extracting(OutgoingMessage::subject).doesNotContain("CUSTOMER_SUPPORT_MEANWHILE");
        assertThat(stage.view(ticket).history())
                .extracting(TicketReads.Step::row)
                .doesNotContain(Row.T105);
    }

    @Test
    void nothingIsSplitOffATicketThatDoesNotExist() {
        assertThat(stage.useCases
                        .splitTicket()
                        .split(new TicketId(DESK, 77), new SplitTicket.Part("a", "b"), AGENT, stage.now()))
                .isEmpty();
    }

    @Test
    void nothingIsSplitOffAMergedTicketAndNothingIsLeftBehind() {
        TicketId first = stage.opened(stage.mail(ALICE, "Nothing prints."));
        TicketId second = stage.opened(stage.mail(ALICE, "Printing fails."));
        stage.useCases.mergeTickets().merge(second, first, AGENT, stage.now());

        SplitTicket.Split split = stage.useCases
                .splitTicket()
                .split(second, new SplitTicket.Part("Key", "And where is the key?"), AGENT, stage.now())
                .orElseThrow();

        assertThat(split).isInstanceOf(SplitTicket.Split.Not.class);
        assertThat(stage.view(second).children()).isEmpty();
    }

    @Test
    void t74TheSameIssueAskedTwiceIsChargedOnce() {
        TicketId first = stage.opened(stage.mail(ALICE, "Nothing prints."));
        TicketId second = stage.opened(stage.mail(ALICE, "Printing fails."));
        stage.assess(first, Desks.QUESTION, 5);
        stage.assess(second, Desks.QUESTION, 5);

        stage.useCases.mergeTickets().merge(second, first, AGENT, stage.now());

        assertThat(state(second)).isEqualTo(StateName.MERGED);
        assertThat(stage.held()).isEqualTo(5);
    }

    @Test
    void t57ATopUpServesAgreementsInTheirOrderAndNobodyOvertakes() {
        TicketId large = agreedShort(60, "large");
        TicketId larger = agreedShort(90, "larger");
        TicketId small = agreedShort(55, "small");
        assertThat(stage.held()).isEqualTo(50);

        assertThat(stage.pay(10, "order-2")).isTrue();

        assertThat(state(large)).isEqualTo(StateName.WORKING);
        assertThat(state(larger)).isEqualTo(StateName.FUNDING);
        assertThat(state(small)).isEqualTo(StateName.FUNDING);
        assertThat(stage.held()).isEqualTo(110);
    }

    @Test
    void theSameOrderIsPaidInOnce() {
        assertThat(stage.pay(100, "order-1")).isFalse();
        assertThat(stage.balance()).isEqualTo(100);
    }

    @Test
    void aDecisionLinkDecidesOnceAndOnlyByItsToken() {
        TicketId ticket = quoted();
        String token = stage.marks.decisionToken(
                new Pointer(ticket, 1, stage.alice.id().number()));

        assertThat(decide(token + "x", true)).isFalse();
        assertThat(decide(token, true)).isTrue();
        assertThat(decide(token, true)).isTrue();

        assertThat(stage.held()).isEqualTo(10);
        assertThat(stage.view(ticket).quotes().getFirst().decision()).isNotNull();
    }

    @Test
    void aDecisionLinkCanSayNo() {
        TicketId ticket = quoted();

        assertThat(decide(
                        stage.marks.decisionToken(
                                new Pointer(ticket, 1, stage.alice.id().number())),
                        false))
                .isTrue();

        assertThat(state(ticket)).isEqualTo(StateName.CLOSED_UNPAID);
    }

    @Test
    void aDecisionLinkOfSomebodyWhoLostTheRightDecidesNothing() {
        stage.contact("carol@customer.example", "Carol", true);
        TicketId ticket = quoted();
        stage.contact(ALICE, "Alice", false);

        assertThat(decide(
                        stage.marks.decisionToken(
                                new Pointer(ticket, 1, stage.alice.id().number())),
                        true))
                .isTrue();

        assertThat(stage.held()).isZero();
        assertThat(state(ticket)).isEqualTo(StateName.QUOTED);
    }

    @Test
    void c14bAStandingPreAgreementCoversNewTickets() {
        stage.store.customers().preAgree(stage.customer, 20L, new Customers.By(AGENT, stage.now()));
        TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));

        Decision decision = stage.assess(ticket, Desks.CONSULTATION, 10);

        assertThat(decision.row()).isEqualTo(Row.T10);
        assertThat(stage.held()).isEqualTo(10);
    }

    @Test
    void anAnswerAndItsChargeGoTogether() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Where is the key?"));
        stage.assess(ticket, Desks.QUESTION, 5);
        stage.sent();

        stage.act(ticket, new TicketEvent.AnswerSent("Under the mat."));

        OutgoingMessage answer = stage.sentOne();
        assertThat(answer.text()).contains("Under the mat.");
        assertThat(answer.automatic()).isFalse();
        assertThat(stage.balance()).isEqualTo(95);
        assertThat(stage.view(ticket).money().charged()).isEqualTo(5);
    }

    @Test
    void anEventOnATicketThatDoesNotExistIsNoDecision() {
        assertThat(stage.useCases
                        .actOnTicket()
                        .act(new TicketId(DESK, 77), new TicketEvent.WorkStarted(), AGENT, stage.now()))
                .isEmpty();
    }

    private TicketId agreedShort(long amount, String subject) {
        if (stage.held() == 0) {
            TicketId ballast = stage.opened(stage.mail(ALICE, "Ballast").subject("ballast"));
            stage.assess(ballast, Desks.MODIFICATION, 50);
            stage.receive(stage.reply(ALICE, stage.sent().getLast(), "yes"));
        }
        TicketId ticket = stage.opened(stage.mail(ALICE, "Please build it.").subject(subject));
        stage.assess(ticket, Desks.MODIFICATION, amount);
        stage.receive(stage.reply(ALICE, stage.sent().getLast(), "yes"));
        assertThat(state(ticket)).isEqualTo(StateName.FUNDING);
        stage.clock.advance(Duration.ofMinutes(5));
        stage.sent();
        return ticket;
    }

    private TicketId quoted() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Nothing prints."));
        stage.assess(ticket, Desks.CONSULTATION, 10);
        return ticket;
    }

    private boolean decide(String token, boolean yes) {
        return stage.useCases
                .decideByLink()
                .decide(DESK, token, yes, stage.now())
                .isPresent();
    }

    private StateName state(TicketId ticket) {
        return StateName.of(stage.view(ticket).ticket().state());
    }
}
