package dev.parley.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.reading.Reading;
import dev.parley.core.reading.ReplyKind;
import dev.parley.core.ticket.Outgoing.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** C5: who says it, how well that is proven, what it points to and how it is read, in every form of every state. */
class GuardMatrixTest {
    private static final List<Speaker> SPEAKERS = List.of(Play.A, Play.B, Play.CAROL, Play.STRANGER);
    private static final List<MessageKind> KINDS = List.of(MessageKind.HUMAN, MessageKind.OUT_OF_OFFICE);
    private static final TicketRules RULES = new TicketRules();

    /** Every reply there is to {@code play}'s ticket. */
    private static List<CustomerReply> replies(Play play) {
        List<Binding> bindings = new ArrayList<>(List.of(new Binding.TicketOnly()));
        for (int version = 1; version <= play.ticket.quotes() + 1; version++) {
            bindings.add(new Binding.Version(version));
        }
        List<CustomerReply> replies = new ArrayList<>();
        for (Binding binding : bindings) {
            for (ReplyKind reading : ReplyKind.values()) {
                KINDS.forEach(kind -> replies.addAll(replies(play, kind, binding, reading)));
            }
        }
        return replies;
    }

    private static List<CustomerReply> replies(Play play, MessageKind kind, Binding binding, ReplyKind read) {
        List<CustomerReply> replies = new ArrayList<>();
        for (AuthVerdict auth : AuthVerdict.values()) {
            for (Speaker speaker : SPEAKERS) {
                Reading reading = new Reading(read, read == ReplyKind.COUNTER ? 25L : null, "test", "");
                replies.add(new CustomerReply(
                        kind, auth, speaker, binding, reading, play.now, new MessageKey("mail:support", "m")));
            }
        }
        return replies;
    }

    private static void forEach(BiConsumer<CustomerReply, Decision> check) {
        Stages.all().values().stream()
                .flatMap(stages -> stages.values().stream())
                .forEach(stage -> forEach(stage.get(), check));
    }

    private static void forEach(Play play, BiConsumer<CustomerReply, Decision> check) {
        for (CustomerReply reply : replies(play)) {
            check.accept(reply, RULES.decide(play.ticket, new TicketEvent.Replied(reply), play.situation()));
        }
    }

    private static boolean isByProvenApprover(CustomerReply reply) {
        return reply.kind() == MessageKind.HUMAN
                && reply.auth() == AuthVerdict.PASS
                && reply.speaker() instanceof Speaker.Approver;
    }

    @Test
    void onlyAProvenApproversBoundWordMovesMoneyOrDecides() {
        forEach((reply, decision) -> {
            for (Posting posting : Play.postings(decision)) {
                assertThat(isAllowed(reply, posting, decision))
                        .as("%s by %s in %s", posting, reply, decision.row())
                        .isTrue();
            }
        });
    }

    /** What runs out by itself, whoever writes then, is no decision; nor is a fresh quote. */
    private static boolean isAllowed(CustomerReply reply, Posting posting, Decision decision) {
        return switch (posting) {
            case Posting.Hold hold -> isAnswer(reply, hold.version(), ReplyKind.YES);
            case Posting.AllowOverage allow -> isAnswer(reply, allow.quote().version(), ReplyKind.YES);
            case Posting.DecideQuote decided ->
                isAnswer(reply, decided.version(), decided.accepted() ? ReplyKind.YES : ReplyKind.NO);
            case Posting.VoidHold hold ->
                isAnswer(reply, hold.version(), ReplyKind.NO)
                        || (decision.row() == Row.T80 && isByProvenApprover(reply));
            case Posting.Refund _ -> decision.row() == Row.T80 && isByProvenApprover(reply);
            case Posting.PostHold _ -> false;
            case Posting.EndQuote end -> end.end() == Posting.QuoteEnd.EXPIRED || isByProvenApprover(reply);
            case Posting.ExtendQuote _ -> true;
            case Posting.OfferQuote _ -> isByProvenApprover(reply);
        };
    }

    private static boolean isAnswer(CustomerReply reply, int version, ReplyKind kind) {
        return isByProvenApprover(reply)
                && reply.binding().equals(new Binding.Version(version))
                && reply.reading().kind() == kind;
    }

    /** Not only nothing else: this does hold, whoever of the two says it. */
    @Test
    void exactlyOneReplyOfEachApproverHoldsAnOpenQuote() {
        Play play = Play.quoted(100, 10);
        play.assess(20);
        List<CustomerReply> holding = new ArrayList<>();
        forEach(play, (reply, decision) -> {
            if (Play.postings(decision).contains(new Posting.Hold(2))) {
                holding.add(reply);
            }
        });
        assertThat(holding).extracting(CustomerReply::speaker).containsExactly(Play.A, Play.B);
        assertThat(holding).allMatch(reply -> isAnswer(reply, 2, ReplyKind.YES));
    }

    @Test
    void aStrangerLearnsNothingAndAForgedOneIsNotEvenAnswered() {
        forEach((reply, decision) -> {
            for (Outgoing outgoing : decision.outgoing()) {
                if (outgoing.audience() instanceof Audience.Sender(Speaker.Stranger _)) {
                    assertThat(reply.auth()).isEqualTo(AuthVerdict.PASS);
                    assertThat(outgoing.fields()).isEmpty();
                    assertThat(outgoing.quoteVersion()).isZero();
                }
            }
        });
    }

    @Test
    void aMachineIsNeverAnsweredAndChangesNothing() {
        forEach((reply, decision) -> {
            if (reply.kind() != MessageKind.HUMAN && decision.row() != Row.UNLISTED) {
                assertThat(decision).isInstanceOf(Decision.Ignored.class);
            }
        });
    }
}
