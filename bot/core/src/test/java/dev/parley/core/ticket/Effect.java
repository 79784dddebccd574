package dev.parley.core.ticket;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a decision does, in the words of the table: the next state and what the ledger is asked to do, in order. */
final class Effect {
    private Effect() {}

    static String of(Decision decision) {
        return switch (decision) {
            case Decision.Refused _ -> "refused";
            case Decision.Ignored _ -> "ignored";
            case Decision.Transition t ->
                Stream.concat(
                                Stream.of(StateName.of(t.next().state()).name()),
                                t.postings().stream().map(Effect::word))
                        .collect(Collectors.joining(" "));
        };
    }

    private static String word(Posting posting) {
        return switch (posting) {
            case Posting.OfferQuote(var quote, var _) -> quote.automatic() ? "offer-automatic" : "offer";
            case Posting.DecideQuote decide -> decide.accepted() ? "accept" : "decline";
            case Posting.ExtendQuote _ -> "extend";
            case Posting.EndQuote(var _, var end) ->
                switch (end) {
                    case EXPIRED -> "expire";
                    case WITHDRAWN -> "withdraw";
                };
            case Posting.AllowOverage _ -> "allow";
            case Posting.Hold _ -> "hold";
            case Posting.VoidHold _ -> "void";
            case Posting.PostHold _ -> "post";
            case Posting.Refund _ -> "refund";
        };
    }
}
