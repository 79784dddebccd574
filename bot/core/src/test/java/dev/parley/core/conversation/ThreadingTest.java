package dev.parley.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.Content;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import dev.parley.core.ticket.Binding;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreadingTest {
    private static final String DESK = "pro-support";
    private static final TicketId TICKET = new TicketId(DESK, 1042);
    private static final Pointer V2 = new Pointer(TICKET, 2, 17);
    private static final long ALICE = 17;

    private final Marks marks = new Marks(new Seal(MarksTest.key(1)));
    private final Threading threading = new Threading(marks);
    private final List<String> lookedUp = new ArrayList<>();

    @Test
    void pitfall13TheReplyAddressBindsTheVersionItWasMadeFor() {
        assertThat(match(ALICE, List.of(address(V2)), List.of(), "Re: your quote"))
                .isEqualTo(new Match.Known(TICKET, new Binding.Version(2)));
    }

    @Test
    void pitfall13OurMessageIdBindsWhereThePlusAddressWasLost() {
        assertThat(match(ALICE, List.of("support@vendor.example"), List.of(id(V2)), "Re: your quote"))
                .isEqualTo(new Match.Known(TICKET, new Binding.Version(2)));
    }

    @Test
    void marksOfTwoVersionsBindNone() {
        Pointer v1 = new Pointer(TICKET, 1, ALICE);

        assertThat(match(ALICE, List.of(address(V2)), List.of(id(v1)), "Re: your quote"))
                .isEqualTo(new Match.Known(TICKET, new Binding.TicketOnly()));
    }

    @Test
    void onlyTheNearestOfOurIdsCounts() {
        Pointer v1 = new Pointer(TICKET, 1, ALICE);

        assertThat(match(ALICE, List.of(), List.of("foreign@x.example", id(V2), id(v1)), "Re: your quote"))
                .isEqualTo(new Match.Known(TICKET, new Binding.Version(2)));
    }

    @Test
    void aMarkWrittenToSomebodyElseFindsTheTicketAndBindsNothing() {
        assertThat(match(99L, List.of(address(V2)), List.of(), ""))
                .isEqualTo(new Match.Known(TICKET, new Binding.TicketOnly()));
        assertThat(match(null, List.of(address(V2)), List.of(), ""))
                .isEqualTo(new Match.Known(TICKET, new Binding.TicketOnly()));
    }

    @Test
    void aMessageThatAskedForNothingBindsNothing() {
        assertThat(match(ALICE, List.of(address(new Pointer(TICKET, 0, ALICE))), List.of(), ""))
                .isEqualTo(new Match.Known(TICKET, new Binding.TicketOnly()));
    }

    @Test
    void aStoredIdFindsTheTicketAndBindsNothing() {
        assertThat(match(ALICE, List.of(), List.of("stored@customer.example"), ""))
                .isEqualTo(new Match.Known(TICKET, new Binding.TicketOnly()));
    }

    @Test
    void pitfall10ANumberInTheSubjectIsBelievedOnlyOfSomebodyWhoHasPartInTheTicket() {
        Match known = new Match.Known(TICKET, new Binding.TicketOnly());

        assertThat(match(ALICE, List.of(), List.of(), "AW: [#1042] Logo")).isEqualTo(known);
        assertThat(match(ALICE, List.of(), List.of(), "Q-1042-2 yes")).isEqualTo(known);
        assertThat(match(99L, List.of(), List.of(), "AW: [#1042] Logo")).isEqualTo(new Match.Unknown());
        assertThat(match(ALICE, List.of(), List.of(), "[#0] Logo")).isEqualTo(new Match.Unknown());
        assertThat(match(ALICE, List.of(), List.of(), "Invoice 1042")).isEqualTo(new Match.Unknown());
    }

    @Test
    void pitfall12AtMostTenIdsAreLookedAt() {
        List<String> many = IntStream.range(0, 1000)
                .mapToObj(i -> "id" + i + "@customer.example")
                .toList();

        match(ALICE, List.of(), many, "");

        assertThat(lookedUp).hasSize(Threading.IDS_MAX).startsWith("id0@customer.example");
    }

    private Match match(@Nullable Long sender, List<String> recipients, List<String> relatesTo, String subject) {
        return threading.match(
                message(recipients, relatesTo, subject),
                sender,
                ids -> {
                    lookedUp.addAll(ids);
                    return ids.contains("stored@customer.example") ? Optional.of(TICKET) : Optional.empty();
                },
                ticket -> sender != null && sender == ALICE);
    }

    private String address(Pointer pointer) {
        return marks.replyAddress("support@vendor.example", pointer);
    }

    private String id(Pointer pointer) {
        return marks.messageId("vendor.example", pointer, "event");
    }

    private static InboundMessage message(List<String> recipients, List<String> relatesTo, String subject) {
        return new InboundMessage(
                DESK,
                new MessageKey("mail:support", "m1"),
                Instant.EPOCH,
                MessageKind.HUMAN,
                new Party("Alice", "alice@customer.example"),
                recipients,
                subject,
                "m1@customer.example",
                relatesTo,
                Content.plain("yes"),
                List.of(),
                AuthVerdict.PASS,
                List.of());
    }
}
