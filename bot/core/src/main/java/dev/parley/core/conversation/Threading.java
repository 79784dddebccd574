package dev.parley.core.conversation;

import dev.parley.core.message.InboundMessage;
import dev.parley.core.ticket.Binding;
import dev.parley.core.ticket.TicketId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ticket and the quote version a message belongs to (mail requirement 5): signed reply address, own signed
 * Message-ID, stored ids, and the number in the subject only where the sender already has part in that ticket.
 */
public final class Threading {
    /** How many ids of one message are looked at (mail requirement 7). */
    public static final int IDS_MAX = 10;

    private static final Pattern SUBJECT_NUMBER = Pattern.compile("(?:\\[#|\\bQ-)(\\d{1,15})(?:]|-\\d+|\\b)");

    private final Marks marks;

    public Threading(Marks marks) {
        this.marks = marks;
    }

    /** True for a message of ours that came back by a forward or a loop, whatever its headers say (requirement 12). */
    public boolean isOwn(InboundMessage message) {
        String id = message.messageId();
        return id != null && marks.ofMessageId(message.desk(), id).isPresent();
    }

    /**
     * Matches {@code message}.
     *
     * @param sender the number of the known contact who sent it, null if unknown: a mark written to somebody else
     *     still finds the ticket, but binds no decision (mail requirement 2)
     * @param stored looks ids up among those of the desk's kept messages
     * @param hasPart whether the sender may be matched to a ticket by nothing but its number
     */
    public Match match(
            InboundMessage message,
            @Nullable Long sender,
            Function<List<String>, Optional<TicketId>> stored,
            Function<TicketId, Boolean> hasPart) {
        List<Pointer> pointers = pointers(message);
        if (!pointers.isEmpty()) {
            return new Match.Known(pointers.getFirst().ticket(), binding(pointers, sender));
        }
        return stored.apply(message.relatesTo().stream().limit(IDS_MAX).toList())
                .or(() -> ofSubject(message).filter(hasPart::apply))
                .<Match>map(ticket -> new Match.Known(ticket, new Binding.TicketOnly()))
                .orElseGet(Match.Unknown::new);
    }

    private List<Pointer> pointers(InboundMessage message) {
        Stream<Pointer> addresses = message.recipients().stream()
                .map(address -> marks.ofAddress(message.desk(), address))
                .flatMap(Optional::stream);
        Stream<Pointer> ids = message.relatesTo().stream()
                .limit(IDS_MAX)
                .map(id -> marks.ofMessageId(message.desk(), id))
                .flatMap(Optional::stream)
                .limit(1);
        return Stream.concat(addresses, ids).toList();
    }

    /** Bound only if every mark in the message names the same version, and was written to this sender. */
    private static Binding binding(List<Pointer> pointers, @Nullable Long sender) {
        Pointer first = pointers.getFirst();
        boolean agreed = pointers.stream().allMatch(first::equals);
        boolean addressed = Objects.equals(sender, first.contact());
        return agreed && addressed && first.quoteVersion() > 0
                ? new Binding.Version(first.quoteVersion())
                : new Binding.TicketOnly();
    }

    private static Optional<TicketId> ofSubject(InboundMessage message) {
        Matcher m = SUBJECT_NUMBER.matcher(message.subject());
        return m.find() && Long.parseLong(m.group(1)) > 0
                ? Optional.of(new TicketId(message.desk(), Long.parseLong(m.group(1))))
                : Optional.empty();
    }
}
