package dev.parley.storage;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.TicketState;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** A ticket's state as JSON. The names in {@code type} are kept in databases and never change. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(TicketState.class, Typed.class)
            .addMixIn(Price.class, Typed.class)
            .registerSubtypes(
                    new NamedType(TicketState.New.class, "NEW"),
                    new NamedType(TicketState.Assessing.class, "ASSESSING"),
                    new NamedType(TicketState.Quoted.class, "QUOTED"),
                    new NamedType(TicketState.Negotiating.class, "NEGOTIATING"),
                    new NamedType(TicketState.Funding.class, "FUNDING"),
                    new NamedType(TicketState.Working.class, "WORKING"),
                    new NamedType(TicketState.Requoted.class, "REQUOTED"),
                    new NamedType(TicketState.CancelReview.class, "CANCEL_REVIEW"),
                    new NamedType(TicketState.Answered.class, "ANSWERED"),
                    new NamedType(TicketState.Closed.class, "CLOSED"),
                    new NamedType(TicketState.ClosedUnpaid.class, "CLOSED_UNPAID"),
                    new NamedType(TicketState.Merged.class, "MERGED"),
                    new NamedType(Price.Free.class, "FREE"),
                    new NamedType(Price.Held.class, "HELD"),
                    new NamedType(Price.Charged.class, "CHARGED"))
            .build();

    private Json() {}

    static String write(TicketState state) {
        return MAPPER.writerFor(TicketState.class).writeValueAsString(state).replace("\\u0000", "\uFFFD");
    }

    static TicketState read(String json) {
        return MAPPER.readValue(json, TicketState.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}
}
