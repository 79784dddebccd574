package dev.parley.app.papers;

import dev.parley.app.papers.Paper.Fact;
import dev.parley.core.port.Evidence.Sheet;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.quote.Quote;
import java.util.ArrayList;
import java.util.List;

/**
 * One version of a quote on paper, as it was offered.
 *
 * @param category what the price list calls it, in the language of the paper
 */
public record QuotePaper(Letterhead head, Sheet sheet, String category) {
    /** As a paper for people. */
    public Paper paper() {
        List<Fact> facts = new ArrayList<>(parties(head, sheet));
        facts.addAll(offer(head, sheet, category));
        return head.paper(
                Label.QUOTE,
                List.of(
                        new Paper.Facts(facts),
                        new Paper.Words(head.say(
                                sheet.quote().status() == Offer.Status.SENT ? Label.HOW_TO_AGREE : Label.NOT_OPEN))));
    }

    static List<Fact> parties(Letterhead head, Sheet sheet) {
        return List.of(
                head.fact(Label.FROM_DESK, head.desk()),
                head.fact(Label.FOR_CUSTOMER, head.customer()),
                head.fact(Label.TICKET, Long.toString(sheet.ticket().number())),
                head.fact(Label.SUBJECT, sheet.subject()));
    }

    static List<Fact> offer(Letterhead head, Sheet sheet, String category) {
        Offer quote = sheet.quote();
        return List.of(
                head.fact(Label.NUMBER, number(sheet)),
                head.fact(Label.WHAT_FOR, quote.scope()),
                head.fact(Label.CATEGORY, quote.category().tier() + " – " + category),
                head.fact(Label.PRICE, head.counted(sheet.unit(), quote.amount())),
                head.fact(Label.OFFERED, head.time(quote.offeredAt())),
                head.fact(Label.VALID_UNTIL, head.time(quote.expiresAt())),
                head.fact(Label.STATE, Label.named("STATUS_", quote.status().name(), head.language())));
    }

    static String number(Sheet sheet) {
        return Quote.number(sheet.ticket().number(), sheet.quote().version());
    }
}
