package dev.parley.app.shop;

import dev.parley.core.customer.Contact;
import dev.parley.core.desk.BuyByLink;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Purchase;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The page in the reader's language, in English where there is no other. It loads nothing. */
final class BuyPage {
    private final String desk;
    private final BuyByLink.View view;
    private final ResourceBundle words;

    BuyPage(String desk, BuyByLink.View view) {
        this.desk = desk;
        this.view = view;
        this.words = words(view.holder().language());
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "dev.parley.app.shop.buy",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** {@code online}: whether the desk takes money online. */
    String packages(boolean online) {
        String who = view.approvers().stream().map(Contact::name).collect(Collectors.joining(", "));
        String missing = view.missing() > 0
                ? paragraph("missing", Long.toString(view.missing()), Long.toString(view.ticket()))
                : paragraph("nothing-missing", Long.toString(view.ticket()));
        String choice = view.mayBuy()
                ? view.offers().stream().map(offer -> form(offer, online)).collect(Collectors.joining())
                : paragraph(who.isEmpty() ? "nobody" : "others", who);
        return html(words, heading(), missing + choice);
    }

    private String form(Offer offer, boolean online) {
        String buttons = (online ? button("online") : "") + button("invoice");
        return "<form method=\"post\"><input type=\"hidden\" name=\"units\" value=\"" + offer.units() + "\"><b>"
                + say("package", Long.toString(offer.units()), offer.price().toString()) + "</b> " + buttons
                + "</form>";
    }

    private String button(String pay) {
        return "<button name=\"pay\" value=\"" + pay + "\">" + say(pay) + "</button> ";
    }

    String ordered(Purchase order) {
        return html(
                words,
                heading(),
                paragraph(
                        "ordered",
                        Long.toString(order.order().number()),
                        Long.toString(order.order().offer().units()),
                        order.order().offer().price().toString()));
    }

    String refused(String why) {
        return html(words, heading(), paragraph("refused", why));
    }

    String later() {
        return html(words, heading(), paragraph("later"));
    }

    /** What the customer reads on the provider's page; plain text. */
    String title(Purchase order) {
        return desk + ": "
                + MessageFormat.format(
                        words.getString("title"),
                        Long.toString(order.order().offer().units()));
    }

    static String nothing(Locale language) {
        ResourceBundle words = words(language);
        return html(words, "", "<p>" + HtmlUtils.htmlEscape(words.getString("unknown")) + "</p>");
    }

    private String heading() {
        return "<h1>" + HtmlUtils.htmlEscape(desk) + "</h1>";
    }

    private String paragraph(String key, String... values) {
        return "<p>" + say(key, values) + "</p>";
    }

    private String say(String key, String... values) {
        return HtmlUtils.htmlEscape(MessageFormat.format(words.getString(key), (Object[]) values));
    }

    private static String html(ResourceBundle words, String heading, String body) {
        return "<!doctype html><html lang=\"" + words.getString("language")
                + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                + HtmlUtils.htmlEscape(words.getString("head"))
                + "</title><style>:root{color-scheme:light dark}body{font-family:sans-serif;max-width:40em;margin:2em"
                + " auto;padding:0 1em}form{margin:1em 0}button{font:inherit;padding:.4em .8em}</style></head><body>"
                + heading + body + "</body></html>";
    }
}
