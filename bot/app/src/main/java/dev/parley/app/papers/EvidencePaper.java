package dev.parley.app.papers;

import dev.parley.app.papers.Paper.Block;
import dev.parley.app.papers.Paper.Column;
import dev.parley.app.papers.Paper.Fact;
import dev.parley.app.papers.Paper.Row;
import dev.parley.core.port.Evidence.Consent;
import dev.parley.core.port.Evidence.Entry;
import dev.parley.core.port.Evidence.Sheet;
import dev.parley.core.quote.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who agreed to what, by which words in which message, and what the ledger did. All of it is as it was recorded.
 *
 * @param category what the price list calls it, in the language of the paper
 */
public record EvidencePaper(Letterhead head, Sheet sheet, String category) {
    /** As a paper for people. */
    public Paper paper() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Facts(QuotePaper.parties(head, sheet)));
        section(blocks, Label.WHAT_WAS_OFFERED, offered());
        agreement(blocks);
        blocks.add(new Paper.Heading(head.say(Label.LEDGER_ENTRIES)));
        blocks.add(sheet.entries().isEmpty() ? new Paper.Words(head.say(Label.NO_ENTRIES)) : grid());
        List<Fact> seals = seals();
        if (!seals.isEmpty()) {
            section(blocks, Label.SEALS, seals);
        }
        return head.paper(Label.EVIDENCE, blocks);
    }

    private List<Fact> offered() {
        List<Fact> facts = new ArrayList<>(QuotePaper.offer(head, sheet, category));
        facts.add(head.fact(Label.PRICED_BY, sheet.offeredBy()));
        if (!sheet.reason().isBlank()) {
            facts.add(head.fact(Label.REASON, sheet.reason()));
        }
        return facts;
    }

    private void agreement(List<Block> blocks) {
        Consent consent = sheet.consent();
        blocks.add(new Paper.Heading(head.say(Label.WHO_AGREED)));
        String how = how(consent);
        if (!how.isEmpty()) {
            blocks.add(new Paper.Words(how));
        }
        if (consent == null) {
            return;
        }
        blocks.add(new Paper.Facts(who(consent)));
        words(blocks, consent);
        byte[] raw = consent.raw();
        if (raw != null) {
            section(blocks, Label.MESSAGE_HEADERS, MailHead.of(raw, head));
        }
    }

    /** Why this agreement counts for this version; "" where it was given to this very version. */
    private String how(@Nullable Consent consent) {
        if (consent == null) {
            boolean atOnce = sheet.quote().category().tier() == 1;
            return head.say(atOnce ? Label.CATEGORY_ONE : Label.NOBODY_AGREED);
        }
        if (consent.version() == 0) {
            long cap = sheet.cap() == null ? 0 : sheet.cap();
            return head.say(Label.IN_ADVANCE).formatted(head.counted(sheet.unit(), cap));
        }
        return consent.version() == sheet.quote().version()
                ? ""
                : head.say(Label.EARLIER_YES)
                        .formatted(Quote.number(sheet.ticket().number(), consent.version()));
    }

    private List<Fact> who(Consent consent) {
        List<Fact> facts = new ArrayList<>();
        facts.add(head.fact(Label.AGREED_BY, consent.name() + " <" + consent.address() + ">"));
        Instant since = consent.approverSince();
        facts.add(head.fact(Label.APPROVER_SINCE, since == null ? "–" : head.second(since)));
        facts.add(head.fact(Label.VERDICT, consent.auth()));
        facts.add(head.fact(Label.RECEIVED, head.second(consent.receivedAt())));
        facts.add(head.fact(Label.READ, head.second(consent.recordedAt())));
        facts.add(head.fact(Label.MESSAGE, consent.message()));
        facts.add(head.fact(Label.READING_RULE, consent.rule()));
        return facts;
    }

    private void words(List<Block> blocks, Consent consent) {
        String text = consent.text();
        if (!consent.words().isBlank()) {
            blocks.add(new Paper.Heading(head.say(Label.DECIDING_WORDS)));
            blocks.add(new Paper.Verbatim(consent.words()));
            int start = text == null ? -1 : text.indexOf(consent.words());
            if (start >= 0) {
                int end = start + consent.words().length();
                blocks.add(new Paper.Words(head.say(Label.SPAN).formatted(start + 1, end)));
            }
        }
        if (text != null) {
            blocks.add(new Paper.Heading(head.say(Label.NEW_TEXT)));
            blocks.add(new Paper.Verbatim(text.strip()));
        }
    }

    private Paper.Grid grid() {
        List<Column> columns = List.of(
                Column.text(head.say(Label.ENTRY), 12),
                Column.text(head.say(Label.WHEN), 23),
                Column.text(head.say(Label.WHAT), 17),
                Column.text(head.say(Label.BY), 22),
                Column.text(head.say(Label.FROM_LOTS), 19),
                Column.number(head.say(Label.AMOUNT), 12),
                Column.number(head.say(Label.RESERVED), 14));
        return new Paper.Grid(columns, sheet.entries().stream().map(this::row).toList());
    }

    private Row row(Entry entry) {
        return Row.of(
                Long.toString(entry.journal()),
                head.second(entry.at()),
                Label.named("KIND_", entry.kind(), head.language()),
                entry.actor(),
                entry.lots(),
                head.change(sheet.unit(), entry.amount()),
                head.change(sheet.unit(), entry.reserved()));
    }

    private List<Fact> seals() {
        return sheet.entries().stream()
                .filter(entry -> entry.position() != null)
                .map(entry -> new Fact(
                        head.say(Label.ENTRY) + " " + entry.journal(),
                        head.say(Label.POSITION).formatted(entry.position(), entry.hash())))
                .toList();
    }

    private void section(List<Block> blocks, Label title, List<Fact> facts) {
        blocks.add(new Paper.Heading(head.say(title)));
        blocks.add(new Paper.Facts(facts));
    }
}
