package dev.parley.app.shop;

import dev.parley.core.customer.Contact;
import dev.parley.core.desk.BuyPoints;
import dev.parley.core.money.Money;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;

/** What is missing, what it costs, and the button. */
final class PointsPage {
    private final String desk;
    private final ZoneId zone;
    private final BuyPoints.View view;
    private final Wording words;

    PointsPage(String desk, ZoneId zone, BuyPoints.View view) {
        this.desk = desk;
        this.zone = zone;
        this.view = view;
        this.words = Wording.of(view.holder().language());
    }

    /** {@code refused}: why the button did nothing; "" if nobody pressed it. */
    String missing(String refused) {
        String said = refused.isEmpty() ? "" : words.paragraph("refused", refused);
        Money price = view.price();
        String missing = price == null
                ? words.paragraph("points-none", "", view.quote(), view.site())
                : words.paragraph(
                                "points-missing",
                                Long.toString(view.points()),
                                view.quote(),
                                view.site(),
                                price.toString(),
                                until())
                        + button(price);
        return html(said + missing);
    }

    private String until() {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(view.holder().language())
                .format(view.until().atZone(zone));
    }

    private String button(Money price) {
        String who = view.approvers().stream().map(Contact::name).collect(Collectors.joining(", "));
        if (!view.holder().approver()) {
            return words.paragraph(who.isEmpty() ? "nobody" : "others", who);
        }
        String points = Long.toString(view.points());
        return "<form method=\"post\"><input type=\"hidden\" name=\"units\" value=\"" + points
                + "\"><input type=\"hidden\" name=\"price\" value=\"" + Wording.escaped(price.toString())
                + "\"><button>" + words.say("points-buy", points, price.toString()) + "</button></form>";
    }

    String bought(BuyPoints.Bought bought) {
        return html(words.paragraph(
                "points-bought", Long.toString(bought.points()), bought.price().toString()));
    }

    private String html(String body) {
        return words.html("points-head", desk, body);
    }
}
