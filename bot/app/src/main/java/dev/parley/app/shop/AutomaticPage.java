package dev.parley.app.shop;

import dev.parley.core.desk.AgreeAutomatic;
import dev.parley.core.purchase.AutomaticLimits;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.Terms;
import java.util.stream.Collectors;

/** What somebody who may agree to charges sees of automatic purchases. */
final class AutomaticPage {
    private final String desk;
    private final AgreeAutomatic.View view;
    private final Wording words;

    AutomaticPage(String desk, AgreeAutomatic.View view) {
        this.desk = desk;
        this.view = view;
        this.words = Wording.of(view.holder().language());
    }

    /** What would be agreed to, as it is kept; plain text. */
    String words(Terms terms) {
        return words.plain(
                "automatic-words",
                desk,
                Long.toString(terms.offer().units()),
                terms.offer().price().toString(),
                Long.toString(terms.below()),
                Integer.toString(terms.perDay()),
                Integer.toString(terms.perMonth()));
    }

    String form() {
        AutomaticLimits limits = view.limits();
        String packages = view.offers().stream().map(this::option).collect(Collectors.joining());
        String form = "<form method=\"post\"><p><label>" + words.say("automatic-units") + " <select name=\"units\">"
                + packages + "</select></label></p>" + number("below", Offer.UNITS_MAX)
                + number("perDay", limits.perDay()) + number("perMonth", limits.perMonth()) + button("automatic-next")
                + "</form>";
        return words.html("automatic-head", desk, words.paragraph("automatic") + current() + form);
    }

    private String option(Offer offer) {
        return "<option value=\"" + offer.units() + "\">"
                + words.say(
                        "package", Long.toString(offer.units()), offer.price().toString()) + "</option>";
    }

    private String number(String name, long most) {
        return "<p><label>" + words.say("automatic-" + name) + " <input type=\"number\" required min=\"1\" max=\""
                + most + "\" name=\"" + name + "\"></label></p>";
    }

    private String current() {
        return view.current().map(this::current).orElse("");
    }

    private String current(StandingOrder order) {
        String stands = order.state() instanceof StandingOrder.State.Paused(var _, var why, var _)
                ? words.paragraph("automatic-paused", why)
                : words.paragraph("automatic-on");
        return stands + "<blockquote>" + Wording.escaped(order.consent().words()) + "</blockquote><form method=\"post\""
                + " action=\"automatic/off\"><input type=\"hidden\" name=\"sure\" value=\"yes\">"
                + button("automatic-switch-off") + "</form>";
    }

    /** The words, and the button that agrees to them. */
    String asked(Terms terms) {
        return words.html(
                "automatic-head",
                desk,
                "<blockquote>" + Wording.escaped(words(terms)) + "</blockquote><form method=\"post\">"
                        + hidden("units", Long.toString(terms.offer().units()))
                        + hidden("below", Long.toString(terms.below()))
                        + hidden("perDay", Integer.toString(terms.perDay()))
                        + hidden("perMonth", Integer.toString(terms.perMonth()))
                        + hidden("words", words(terms))
                        + button("automatic-agree") + "</form>" + words.paragraph("automatic-then"));
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Wording.escaped(value) + "\">";
    }

    private String button(String key) {
        return "<button>" + words.say(key) + "</button>";
    }

    String off() {
        return words.html("automatic-head", desk, words.paragraph("automatic-off"));
    }

    String refused(String why) {
        return words.html("automatic-head", desk, words.paragraph("refused", why));
    }

    String later() {
        return words.html("automatic-head", desk, words.paragraph("later"));
    }
}
