package dev.parley.core.ticket;

import dev.parley.core.hours.HourlyRate;
import dev.parley.core.policy.Category;
import dev.parley.core.policy.PriceRule;
import dev.parley.core.quote.OverageOf;
import dev.parley.core.quote.Quote;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Making the next version of a ticket's quotes. Amounts come from an assessment or an earlier quote (G8). */
final class Offers {
    private Offers() {}

    static Quote asked(Scene scene, Assessment.Priced priced) {
        return next(scene, priced, false);
    }

    static Quote automatic(Scene scene, Assessment.Priced priced) {
        return next(scene, priced, true);
    }

    private static Quote next(Scene scene, Assessment.Priced priced, boolean automatic) {
        return new Quote(
                scene.ticket().quotes() + 1,
                priced.category(),
                priced.amount(),
                priced.scope(),
                automatic,
                scene.now(),
                scene.now().plus(scene.terms().validity()),
                rate(scene),
                null);
    }

    /** So many minutes over a package; open no longer than the cycle they are billed in (T106). */
    static Quote over(Scene scene, TicketEvent.OverageAsked asked) {
        Instant end = scene.now().plus(scene.terms().validity());
        OverageOf over = asked.over();
        return new Quote(
                scene.ticket().quotes() + 1,
                asked.category(),
                asked.minutes(),
                asked.scope(),
                false,
                scene.now(),
                over.end().isBefore(end) ? over.end() : end,
                asked.rate(),
                over);
    }

    /** A ticket keeps the rate of what was offered on it; a changed desk file counts for what comes anew. */
    private static @Nullable HourlyRate rate(Scene scene) {
        return scene.quote().map(Quote::rate).orElse(scene.situation().time().onDemand());
    }

    /** The same work at {@code amount}, asked for anew. */
    static Quote again(Scene scene, Quote old, long amount) {
        return new Quote(
                scene.ticket().quotes() + 1,
                old.category(),
                amount,
                old.scope(),
                false,
                scene.now(),
                scene.now().plus(scene.terms().validity()),
                old.rate(),
                null);
    }

    /** An automatic quote that could not be held when it was made, made now. */
    static Quote nowAutomatic(Scene scene, Quote old) {
        return new Quote(
                scene.ticket().quotes() + 1,
                old.category(),
                old.amount(),
                old.scope(),
                true,
                scene.now(),
                scene.now().plus(scene.terms().validity()),
                old.rate(),
                null);
    }

    /** True if the price list would still allow the quote's price today (T45). */
    static boolean stillValid(Scene scene, Quote quote) {
        return scene.category(quote).map(Category::price).stream().anyMatch(rule -> switch (rule) {
            case PriceRule.Fixed(var amount) -> amount == quote.amount();
            case PriceRule.From from -> from.allows(quote.amount());
            case PriceRule.Upgrade(var base, var _, var _) -> quote.amount() >= base;
        });
    }

    /** The least a specialist may ask for such work (T52); empty if its price is not the specialist's. */
    static Optional<PriceRule.From> specialist(Scene scene, Quote quote) {
        return scene.category(quote)
                .filter(Category::negotiable)
                .map(Category::price)
                .filter(PriceRule.From.class::isInstance)
                .map(PriceRule.From.class::cast);
    }

    /** What {@code next} says of the version it takes the place of. */
    static Facts replacing(Scene scene, Facts facts, Replaced old) {
        return facts.with("old_quote_number", scene.number(old.version()))
                .with("old_amount", old.amount())
                .with("reason", old.reason());
    }
}
