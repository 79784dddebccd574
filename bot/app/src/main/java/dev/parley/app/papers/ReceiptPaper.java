package dev.parley.app.papers;

import dev.parley.app.papers.Paper.Column;
import dev.parley.app.papers.Paper.Fact;
import dev.parley.app.papers.Paper.Row;
import dev.parley.core.port.Evidence.Consent;
import dev.parley.core.port.Evidence.Entry;
import dev.parley.core.port.Evidence.Sheet;
import java.util.ArrayList;
import java.util.List;

/**
 * The receipt of a charge: what was agreed, by whom, what was charged for it, and what was given back since.
 *
 * @param category what the price list calls it, in the language of the paper
 */
public record ReceiptPaper(Letterhead head, Sheet sheet, String category) {
    private static final String CHARGED = "POST";

    /** False if nothing was charged for this version, so that there is nothing to give a receipt for. */
    public boolean charged() {
        return sheet.entries().stream().anyMatch(ReceiptPaper::isCharge);
    }

    /** As a paper for people. */
    public Paper paper() {
        List<Fact> facts = new ArrayList<>(QuotePaper.parties(head, sheet));
        facts.addAll(List.of(
                head.fact(Label.QUOTE, QuotePaper.number(sheet)),
                head.fact(Label.WHAT_FOR, sheet.quote().scope()),
                head.fact(Label.CATEGORY, sheet.quote().category().tier() + " – " + category),
                head.fact(
                        Label.AGREED_PRICE,
                        head.counted(sheet.unit(), sheet.quote().amount())),
                head.fact(Label.AGREED_BY, agreed())));
        return head.paper(Label.RECEIPT, List.of(new Paper.Facts(facts), grid(), new Paper.Facts(sums())));
    }

    private String agreed() {
        Consent consent = sheet.consent();
        return consent == null
                ? head.say(Label.NO_YES_NEEDED)
                : consent.name() + ", " + head.time(consent.receivedAt());
    }

    private Paper.Grid grid() {
        List<Column> columns = List.of(
                Column.text(head.say(Label.WHEN), 22),
                Column.text(head.say(Label.WHAT), 24),
                Column.text(head.say(Label.ENTRY), 12),
                Column.text(head.say(Label.FROM_LOTS), 30),
                Column.number(head.say(Label.AMOUNT), 14));
        List<Row> rows = sheet.entries().stream()
                .filter(entry -> entry.amount() != 0)
                .map(entry -> Row.of(
                        head.time(entry.at()),
                        Label.named("KIND_", entry.kind(), head.language()),
                        Long.toString(entry.journal()),
                        entry.lots(),
                        head.change(sheet.unit(), entry.amount())))
                .toList();
        return new Paper.Grid(columns, rows);
    }

    private List<Fact> sums() {
        long charged = -sheet.entries().stream()
                .filter(ReceiptPaper::isCharge)
                .mapToLong(Entry::amount)
                .sum();
        long net = -sheet.entries().stream().mapToLong(Entry::amount).sum();
        List<Fact> sums = new ArrayList<>();
        sums.add(head.fact(Label.CHARGED, head.counted(sheet.unit(), charged)));
        if (net != charged) {
            sums.add(head.fact(Label.GIVEN_BACK, head.counted(sheet.unit(), charged - net)));
            sums.add(head.fact(Label.NET, head.counted(sheet.unit(), net)));
        }
        return sums;
    }

    private static boolean isCharge(Entry entry) {
        return entry.kind().equals(CHARGED) && entry.amount() < 0;
    }
}
