package dev.parley.app.shop;

import dev.parley.core.customer.Contact;
import dev.parley.core.desk.BuyByLink;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Purchase;
import java.util.stream.Collectors;

/** The page in the reader's language. */
final class BuyPage {
    private final String desk;
    private final BuyByLink.View view;
    private final Wording words;

    BuyPage(String desk, BuyByLink.View view) {
        this.desk = desk;
        this.view = view;
        this.words = Wording.of(view.holder().language());
    }

    /**
     * What can be bought.
     *
     * @param online whether the desk takes money online
     * @param automatic where automatic purchases are agreed to; "" if this reader cannot
     */
    String packages(boolean online, String automatic) {
        String who = view.approvers().stream().map(Contact::name).collect(Collectors.joining(", "));
        String missing = view.missing() > 0
                ? words.paragraph("missing", Long.toString(view.missing()), Long.toString(view.ticket()))
                : words.paragraph("nothing-missing", Long.toString(view.ticket()));
        String choice = view.mayBuy()
                ? view.offers().stream().map(offer -> form(offer, online)).collect(Collectors.joining())
                : words.paragraph(who.isEmpty() ? "nobody" : "others", who);
        String further = automatic.isEmpty()
                ? ""
                : "<p><a href=\"" + automatic + "\">" + words.say("automatic-link") + "</a></p>";
        return words.html("head", desk, missing + choice + further);
    }

    private String form(Offer offer, boolean online) {
        String buttons = (online ? button("online") : "") + button("invoice");
        return "<form method=\"post\"><input type=\"hidden\" name=\"units\" value=\"" + offer.units() + "\"><b>"
                + words.say(
                        "package", Long.toString(offer.units()), offer.price().toString()) + "</b> " + buttons
                + "</form>";
    }

    private String button(String pay) {
        return "<button name=\"pay\" value=\"" + pay + "\">" + words.say(pay) + "</button> ";
    }

    String ordered(Purchase order) {
        return words.html(
                "head",
                desk,
                words.paragraph(
                        "ordered",
                        Long.toString(order.order().number()),
                        Long.toString(order.order().offer().units()),
                        order.order().offer().price().toString()));
    }

    String refused(String why) {
        return words.html("head", desk, words.paragraph("refused", why));
    }

    String later() {
        return words.html("head", desk, words.paragraph("later"));
    }

    /** What the customer reads on the provider's page; plain text. */
    String title(Purchase order) {
        return desk + ": "
                + words.plain("title", Long.toString(order.order().offer().units()));
    }
}
