package dev.parley.core.ticket;

import java.util.List;

/** Giving back what a ticket holds or was charged. */
final class Money {
    private Money() {}

    /** Everything: the hold is released, the charge refunded. */
    static List<Posting> giveBack(Price price, String reason) {
        return switch (price) {
            case Price.Free _ -> List.of();
            case Price.Held held -> List.of(new Posting.VoidHold(held.quote().version()));
            case Price.Charged charged -> List.of(new Posting.Refund(charged.amount(), reason));
        };
    }

    /** A charge less {@code refund}, 0 up to the charge; nothing left is free. */
    static Price reduced(Price.Charged charged, long refund) {
        return refund == charged.amount()
                ? new Price.Free()
                : new Price.Charged(charged.quote(), charged.amount() - refund);
    }

    static List<Posting> refund(long amount, String reason) {
        return amount == 0 ? List.of() : List.of(new Posting.Refund(amount, reason));
    }
}
