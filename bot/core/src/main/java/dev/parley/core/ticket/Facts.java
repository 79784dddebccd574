package dev.parley.core.ticket;

import dev.parley.core.hours.HourlyRate;
import dev.parley.core.ledger.Funds;
import dev.parley.core.policy.Category;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.quote.OverageOf;
import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.Outgoing.Audience;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a text may show, gathered generously: each template takes the fields it names. */
final class Facts {
    private final Map<String, String> values = new HashMap<>();
    private @Nullable HourlyRate rate;

    Facts with(String name, Object value) {
        values.put(name, value.toString());
        return this;
    }

    /** What an hour of its amounts costs; null where they are no time. */
    Facts at(@Nullable HourlyRate value) {
        rate = value;
        return this;
    }

    /** {@code funds} as they are before {@code quote} is agreed to. */
    Facts quote(DeskPolicy policy, long ticketNumber, Quote quote, Funds funds) {
        long missing = funds.shortfall(quote.amount());
        OverageOf over = quote.over();
        return at(quote.rate())
                .with("contract", over == null ? "" : over.contract())
                .with("quote_number", quote.number(ticketNumber))
                .with("version", quote.version())
                .with(
                        "category",
                        policy.category(quote.category().key())
                                .map(Category::title)
                                .orElse(quote.category().key()))
                .with("tier", quote.category().tier())
                .with("amount", quote.amount())
                .with("scope", quote.scope())
                .with("expires", quote.expiresAt())
                .with("balance", funds.balance())
                .with("available", funds.available())
                .with("available_after", Math.max(0, funds.available() - quote.amount()))
                .with("shortfall", missing == 0 ? "" : missing);
    }

    Facts said(Said said) {
        return with("agreed_by", said.name()).with("agreed_at", said.at());
    }

    /** {@code version}: the quote a reply is bound to, 0 if none. */
    Outgoing say(Template template, Audience audience, int version) {
        return new Outgoing(
                template,
                audience,
                version,
                values.entrySet().stream()
                        .filter(fact -> template.fields().contains(fact.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                rate);
    }
}
