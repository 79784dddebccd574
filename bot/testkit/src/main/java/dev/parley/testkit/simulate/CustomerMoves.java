package dev.parley.testkit.simulate;

import dev.parley.core.customer.Contact;
import dev.parley.core.desk.AcceptMessage.Arrival;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.Content;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.Transaction.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What customers do: they write, they answer whatever mail they have, twice at times, and they pay. */
final class CustomerMoves {
    private static final List<String> WORDS = List.of(
            "Yes, please go ahead.",
            "Yes, please go ahead.",
            "Agreed.",
            "No, thank you.",
            "How long will it take?",
            "Can you do it for 8?",
            "Yes, but only if it is done today.",
            "ok",
            "It happens on the second page too.");
    private static final int OUTBOX_MAX = 500;

    private final Town town;
    private final List<OutgoingMessage> received = new ArrayList<>();
    private @Nullable InboundMessage last;
    private int messages;

    CustomerMoves(Town town) {
        this.town = town;
    }

    String writes(Move move) {
        Contact who = Move.pick(town.people, move.which());
        String text = move.how() % 4 == 0 ? "The menu is gone. I agree in advance." : "The menu is gone.";
        return arrives(message(who, Town.address(who.id().desk()), text, List.of(), move));
    }

    /** To any mail ever received, by anybody of the desk, proven or not, and received a while ago at times. */
    String replies(Move move) {
        fetch();
        if (received.isEmpty()) {
            return "nobody has anything to answer";
        }
        OutgoingMessage to = Move.pick(received.reversed(), Math.min(move.which() % 40, received.size() - 1));
        List<Contact> people = town.people.stream()
                .filter(person -> person.id().desk().equals(to.desk()))
                .toList();
        Contact addressee = people.stream()
                .filter(person -> person.address().equals(to.to().getFirst().address()))
                .findFirst()
                .orElse(people.getFirst());
        Contact who = move.how() % 9 == 0 ? Move.pick(people, move.which()) : addressee;
        String text = Move.pick(WORDS, move.how());
        return arrives(message(who, to.replyTo(), text, List.of(to.messageId()), move));
    }

    /** The mail server delivers the last mail a second time. */
    String again(Move move) {
        return last == null ? "nothing was delivered yet" : "again: " + arrives(last);
    }

    String pays(Move move) {
        Contact who = Move.pick(town.people, move.which());
        if (!who.id().desk().equals(Unit.CREDIT.name().toLowerCase(Locale.ROOT))) {
            return who.address() + " has no credits to buy";
        }
        long amount = 5L + move.how() % 45;
        String order = "order-" + move.which() % 200;
        try {
            boolean fresh = town.useCases
                    .payIn()
                    .payIn(new Grant(WalletKey.of(who.customer(), Unit.CREDIT), amount, order, 0, Town.AGENT, now()));
            return who.address() + (fresh ? " bought " : " had bought ") + amount;
        } catch (IllegalStateException e) {
            return who.address() + " bought " + amount + ", refused: " + e.getMessage();
        }
    }

    private InboundMessage message(Contact who, String to, String text, List<String> relatesTo, Move move) {
        String id = "m" + ++messages + "@customer.example";
        Instant at = move.how() % 11 == 0 ? now().minus(Duration.ofDays(move.which() % 9)) : now();
        return new InboundMessage(
                who.id().desk(),
                new MessageKey("mail:" + who.id().desk(), id),
                at,
                move.how() % 13 == 0 ? MessageKind.OUT_OF_OFFICE : MessageKind.HUMAN,
                new Party("", who.address()),
                List.of(to),
                "The menu",
                id,
                relatesTo,
                Content.plain(text),
                List.of(),
                move.how() % 17 == 0 ? AuthVerdict.NONE : AuthVerdict.PASS,
                List.of());
    }

    private String arrives(InboundMessage message) {
        last = message;
        RawMessage raw = new RawMessage(message.desk(), message.key(), message.receivedAt(), List.of(), new byte[] {1});
        int recorded = town.store.inMemory().inbox().record(List.of(raw));
        for (Inbox.Claim claim : town.store.inMemory().inbox().claim("w", 10, Duration.ofMinutes(1), now())) {
            var ignored = town.useCases.acceptMessage().accept(new Arrival(claim, message), now());
        }
        return message.sender() + " at " + message.desk() + ": ‘"
                + message.content().reply() + "’" + (recorded == 0 ? " (known)" : "");
    }

    private void fetch() {
        for (var claim : town.store.inMemory().outbox().claim("w", OUTBOX_MAX, Duration.ofMinutes(1), now())) {
            received.add(claim.message());
            town.store.inMemory().outbox().sent(claim, "", now());
        }
    }

    private Instant now() {
        return town.clock.instant();
    }
}
