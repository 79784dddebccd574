package dev.parley.app.shop;

import dev.parley.core.customer.Contact;
import dev.parley.core.desk.DecideByLink;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.quote.Quote;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** A quote in its reader's language, with a button for each answer. */
final class QuotePage {
    private final Desk desk;
    private final DecideByLink.View view;
    private final Wording words;

    /** Whose quote it is. {@code funds}: what the customer has to pay it with. */
    record Desk(String name, ZoneId zone, Funds funds) {}

    QuotePage(Desk desk, DecideByLink.View view) {
        this.desk = desk;
        this.view = view;
        this.words = Wording.of(view.reader().language());
    }

    /** The quote as it stands. */
    String shown() {
        Quote open = view.open();
        String body = words.paragraph("quote-ticket", number(), view.ticket().subject());
        if (open != null) {
            body += facts(open) + answers();
        } else {
            body += words.paragraph(view.agreed() ? "quote-agreed" : "quote-over");
        }
        return page(body);
    }

    /** After a button was pressed that could not do what it says. */
    String refused() {
        return page(words.paragraph("quote-refused"));
    }

    /** After a no. */
    String declined() {
        return page(words.paragraph("quote-declined", number()));
    }

    private String page(String body) {
        return words.html("quote-title", desk.name, "<h2>" + words.say("quote-head", quoteNumber()) + "</h2>" + body);
    }

    private String number() {
        return Long.toString(view.ticket().id().number());
    }

    private String quoteNumber() {
        return Quote.number(view.ticket().id().number(), view.version());
    }

    private String facts(Quote quote) {
        String scope = quote.scope().isBlank() ? "" : words.paragraph("quote-scope", quote.scope());
        Unit unit = view.ticket().payer().unit();
        String left = unit == Unit.CREDIT || unit == Unit.POINT ? left(quote, unit) : "";
        String until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(view.reader().language())
                .format(quote.expiresAt().atZone(desk.zone));
        return scope
                + words.paragraph("quote-price", price(quote, unit))
                + left
                + words.paragraph("quote-until", until, desk.zone.getId());
    }

    private String left(Quote quote, Unit unit) {
        long free = desk.funds.available();
        return free < quote.amount()
                ? words.paragraph("quote-short", amount(unit, free))
                : words.paragraph("quote-left", amount(unit, free), amount(unit, free - quote.amount()));
    }

    private String price(Quote quote, Unit unit) {
        HourlyRate rate = quote.rate();
        String amount = amount(unit, quote.amount());
        return rate == null
                ? amount
                : words.plain("quote-rated", amount, rate.cost(quote.amount()).toString());
    }

    private String amount(Unit unit, long amount) {
        return words.plain("unit-" + unit.name().toLowerCase(java.util.Locale.ROOT), Long.toString(amount));
    }

    private String answers() {
        Contact reader = view.reader();
        if (!reader.approver()) {
            return words.paragraph("quote-may-not", reader.name());
        }
        return "<form method=\"post\"><button name=\"decision\" value=\"yes\">" + words.say("quote-yes")
                + "</button> <button name=\"decision\" value=\"no\">" + words.say("quote-no") + "</button></form>"
                + words.paragraph("quote-ask");
    }
}
