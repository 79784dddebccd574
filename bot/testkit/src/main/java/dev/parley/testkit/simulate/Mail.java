package dev.parley.testkit.simulate;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.Content;
import dev.parley.core.message.DeliveryFailure;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import dev.parley.core.port.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail somebody writes, and how it comes.
 *
 * @param from the writer's address
 * @param answers the mail it answers, null if none
 */
record Mail(
        Vendor vendor,
        String from,
        String to,
        String text,
        @Nullable OutgoingMessage answers) {
    /** What plainly is a yes. */
    static final List<String> YES = List.of("Yes, please go ahead.", "Agreed.", "ok");

    private static final List<String> WORDS = List.of(
            "Yes, please go ahead.",
            "Yes, please go ahead.",
            "Agreed.",
            "No, thank you.",
            "How long will it take?",
            "Can you do it for 8?",
            "Yes, but only if it is done today.",
            "ok",
            "It happens on the second page too.",
            "Thank you, that solved it.",
            "Yes, please go ahead.");
    private static final List<String> REQUESTS = List.of(
            "The menu is gone.",
            "The menu is gone.",
            "The menu is gone.",
            "The menu is gone.\n\nI agree in advance.",
            "The menu is gone.\n\nWe agree in advance up to 30 credits.",
            "How many credits do we have left?");

    /** Words that only this person and their colleagues may ever read. */
    static String secret(String address) {
        return "secret of " + address.substring(address.indexOf('@') + 1);
    }

    /** One of the things people answer. */
    static String answer(int number) {
        return Move.pick(WORDS, number);
    }

    /** One of the things people ask for. */
    static String request(int number) {
        return Move.pick(REQUESTS, number);
    }

    /** As a server hands it over: late, unproven or from a machine at times. */
    InboundMessage arrives(String id, Move move, Instant now) {
        Instant at = move.how() % 11 == 0 ? now.minus(Duration.ofDays(move.which() % 9)) : now;
        MessageKind kind = move.how() % 13 == 0 ? MessageKind.OUT_OF_OFFICE : MessageKind.HUMAN;
        AuthVerdict auth = switch (move.how() % 17) {
            case 0 -> AuthVerdict.NONE;
            case 1 -> AuthVerdict.FAIL;
            default -> AuthVerdict.PASS;
        };
        return message(id, at, kind, auth, List.of());
    }

    /** As the mail server says that {@code answers} could not be delivered. */
    InboundMessage bounces(String id, boolean hard, Instant now) {
        String lost = answers == null ? from : answers.to().getFirst().address();
        DeliveryFailure failure = new DeliveryFailure(lost, hard ? "5.1.1" : "4.2.2", hard, "userunknown");
        return message(id, now, MessageKind.BOUNCE, AuthVerdict.NONE, List.of(failure));
    }

    private InboundMessage message(
            String id, Instant at, MessageKind kind, AuthVerdict auth, List<DeliveryFailure> failures) {
        return new InboundMessage(
                vendor.desk,
                new MessageKey("mail:" + vendor.desk, id),
                at,
                kind,
                new Party("", from),
                List.of(to),
                "The menu, " + secret(from),
                id,
                answers == null ? List.of() : List.of(answers.messageId()),
                Content.plain(text),
                List.of(),
                auth,
                failures);
    }

    /** True if {@code message} may be taken for a yes, whoever wrote it. */
    static boolean isProvenYes(InboundMessage message) {
        return message.kind() == MessageKind.HUMAN
                && message.auth() == AuthVerdict.PASS
                && YES.contains(message.content().reply());
    }
}
