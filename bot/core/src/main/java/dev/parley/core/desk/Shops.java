package dev.parley.core.desk;

import dev.parley.core.port.Payments;
import dev.parley.core.purchase.AutomaticLimits;
import java.util.Map;
import java.util.Optional;

/** The shops of the desks that sell something. */
public final class Shops {
    /** No desk sells anything. */
    public static final Shops NONE = new Shops(Map.of(), Map.of(), "");

    private final Map<String, Shop> byDesk;
    private final Map<String, Payments> payments;
    private final String publicUrl;

    /**
     * By the desks' short names.
     *
     * @param payments of the desks that take money online
     * @param publicUrl where customers reach the bot, without a slash at its end; "" if they do not, and then no mail
     *     has a link to buy
     */
    public Shops(Map<String, Shop> byDesk, Map<String, Payments> payments, String publicUrl) {
        this.byDesk = Map.copyOf(byDesk);
        this.payments = Map.copyOf(payments);
        this.publicUrl = publicUrl;
    }

    Map<String, Payments> payments() {
        return payments;
    }

    /** The address of a page of the bot's; "" if customers do not reach it. {@code path}: from a slash on. */
    String page(String path) {
        return publicUrl.isEmpty() ? "" : publicUrl + path;
    }

    /** The link by which the holder of {@code token} buys at {@code desk}; "" if there is none. */
    public String link(String desk, String token) {
        return publicUrl.isEmpty() || !byDesk.containsKey(desk) ? "" : publicUrl + "/buy/" + desk + "/" + token;
    }

    /** The most automatic purchases customers may agree to; empty if the desk has none, or takes no money online. */
    Optional<AutomaticLimits> automatic(String desk) {
        return of(desk).filter(_ -> payments.containsKey(desk)).flatMap(shop -> Optional.ofNullable(shop.automatic()));
    }

    /** The link by which the holder of {@code token} buys points; "" if customers do not reach the bot. */
    public String pointsLink(String desk, String token) {
        return publicUrl.isEmpty() ? "" : publicUrl + "/points/" + desk + "/" + token;
    }

    /** The shop of {@code desk}; empty if it sells nothing. */
    public Optional<Shop> of(String desk) {
        return Optional.ofNullable(byDesk.get(desk));
    }
}
