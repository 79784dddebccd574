package dev.parley.core.ticket;

import dev.parley.core.policy.Category;
import dev.parley.core.quote.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The first price of a ticket: answered without asking, as agreed in advance, or asked for (T08 to T13). */
record FirstPrice(Scene scene, Assessment.Priced priced) {

    Decision decide() {
        Optional<Category> category = scene.policy().category(priced.category().key());
        return switch (scene.ticket().mode()) {
            case Mode.Ask _ -> isUnasked(category) ? unasked() : ask(Row.T13, Template.QUOTE_SENT, 0);
            case Mode.AskAlways _ -> ask(Row.T13, Template.QUOTE_SENT, 0);
            case Mode.PreAgreed(var cap) -> isUnasked(category) ? unasked() : preAgreed(cap, category);
        };
    }

    /** Category 1 (C-16). A category the policy does not know is always asked for. */
    private static boolean isUnasked(Optional<Category> category) {
        return category.map(c -> !c.confirm()).orElse(false);
    }

    private Decision preAgreed(long cap, Optional<Category> category) {
        if (!isPreAgreeable(priced, category)) {
            return ask(Row.T12, Template.QUOTE_NOT_PRE_AGREEABLE, cap);
        }
        return priced.amount() > cap ? ask(Row.T12, Template.QUOTE_ABOVE_CAP, cap) : agreedInAdvance(cap);
    }

    /** Only listed prices can be agreed to before they are known (C-14a). */
    static boolean isPreAgreeable(Assessment.Priced priced, Optional<Category> category) {
        return !priced.negotiable() && category.map(Category::preAgreeable).orElse(false);
    }

    private Decision ask(Row row, Template template, long cap) {
        Quote quote = Offers.asked(scene, priced);
        return scene.to(row, new TicketState.Quoted(quote, Waiting.FRESH))
                .type(RequestType.PRICED)
                .responded()
                .offer(quote)
                .ask(quote, template, scene.facts(quote).with("cap", cap))
                .done();
    }

    private Decision unasked() {
        Quote quote = Offers.automatic(scene, priced);
        return scene.funds().cover(quote.amount())
                ? hold(Row.T08, quote).done()
                : fund(Row.T09, quote)
                        .say(Template.SHORT_FOR_ANSWER, scene.andApprovers(List.of(Scene.REQUESTER)), shortFacts(quote))
                        .done();
    }

    private Decision agreedInAdvance(long cap) {
        Quote quote = Offers.automatic(scene, priced);
        if (!scene.funds().cover(quote.amount())) {
            return fund(Row.T11, quote)
                    .say(
                            Template.PRE_AGREED_SHORT,
                            scene.andApprovers(List.of(Scene.REQUESTER)),
                            shortFacts(quote).with("cap", cap))
                    .done();
        }
        Facts facts = scene.facts(quote)
                .with("cap", cap)
                .with("available", scene.funds().available() - quote.amount());
        return hold(Row.T10, quote)
                .responded()
                .about(quote, Template.PRE_AGREED_STARTED, Scene.REQUESTER, facts)
                .done();
    }

    private Change hold(Row row, Quote quote) {
        Price held = new Price.Held(quote, Said.byRule(scene.now()), scene.now());
        return scene.to(row, new TicketState.Working(held, false, scene.now(), null))
                .type(RequestType.PRICED)
                .offer(quote)
                .post(new Posting.Hold(quote.version()));
    }

    private Change fund(Row row, Quote quote) {
        return scene.to(row, new TicketState.Funding(quote, Said.byRule(scene.now()), until(quote)))
                .type(RequestType.PRICED)
                .responded();
    }

    private Facts shortFacts(Quote quote) {
        return scene.facts(quote).with("until", until(quote));
    }

    private Instant until(Quote quote) {
        return Agreement.until(scene, quote);
    }
}
