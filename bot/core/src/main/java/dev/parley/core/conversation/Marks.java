package dev.parley.core.conversation;

import dev.parley.core.ticket.TicketId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signed marks by which a reply finds its ticket and quote version, whatever the mail program does to the text:
 * a reply address {@code support+1042-2-17-<signature>@…}, a Message-ID {@code 1042-2-17.<unique>.<signature>@…}, and a
 * decision token for a link.
 */
public final class Marks {
    private static final String NUMBERS = "([1-9]\\d{0,14})-(\\d{1,6})-(\\d{1,15})";
    private static final Pattern DETAIL = Pattern.compile(NUMBERS + "-([a-z2-7]{" + Seal.LENGTH + "})");
    private static final Pattern ID_LEFT =
            Pattern.compile(NUMBERS + "\\.([a-z2-7]{" + Seal.LENGTH + "})\\.([a-z2-7]{" + Seal.LENGTH + "})");

    private final Seal seal;

    public Marks(Seal seal) {
        this.seal = seal;
    }

    /** The address a reply to a message about {@code pointer} should go to. {@code desk}: the desk's own address. */
    public String replyAddress(String deskAddress, Pointer pointer) {
        int at = deskAddress.lastIndexOf('@');
        return deskAddress.substring(0, at)
                + '+'
                + numbers(pointer)
                + '-'
                + sign("reply", pointer)
                + deskAddress.substring(at);
    }

    /** What a recipient address points to; empty unless it is one of {@code desk}'s with a valid signature. */
    public Optional<Pointer> ofAddress(String desk, String address) {
        int plus = address.indexOf('+');
        int at = address.lastIndexOf('@');
        if (plus < 0 || at < plus) {
            return Optional.empty();
        }
        return verified("reply", desk, address.substring(plus + 1, at));
    }

    /** A Message-ID without brackets. {@code event}: what tells this message from every other; retries repeat it. */
    public String messageId(String domain, Pointer pointer, String event) {
        String unique = seal.sign("unique", pointer.ticket().desk() + ' ' + numbers(pointer) + ' ' + event);
        return numbers(pointer) + '.' + unique + '.' + seal.sign("id", signed(pointer) + ' ' + unique) + '@' + domain;
    }

    /** A Message-ID for mail that belongs to no ticket. */
    public String messageId(String domain, String event) {
        return "p." + seal.sign("unique", event) + '@' + domain;
    }

    /** What one of our own Message-IDs points to; empty for everybody else's and for forged ones. */
    public Optional<Pointer> ofMessageId(String desk, String messageId) {
        int at = messageId.indexOf('@');
        Matcher m = ID_LEFT.matcher(at < 0 ? messageId : messageId.substring(0, at));
        if (!m.matches()) {
            return Optional.empty();
        }
        Pointer pointer = pointer(desk, m);
        boolean ours = seal.verify("id", signed(pointer) + ' ' + m.group(4), m.group(5));
        return ours ? Optional.of(pointer) : Optional.empty();
    }

    /** The token of a decision link sent to the pointer's contact. */
    public String decisionToken(Pointer pointer) {
        return numbers(pointer) + '-' + sign("decide", pointer);
    }

    /** What a decision token points to; empty if it is not ours. */
    public Optional<Pointer> ofDecisionToken(String desk, String token) {
        return verified("decide", desk, token);
    }

    /** The token of a link by which the pointer's contact buys credits for the ticket. */
    public String buyToken(Pointer pointer) {
        return numbers(pointer) + '-' + sign("buy", pointer);
    }

    /** What a token to buy points to; empty if it is not ours. */
    public Optional<Pointer> ofBuyToken(String desk, String token) {
        return verified("buy", desk, token);
    }

    /** The token of a link by which the pointer's contact agrees to a plan; the plan's number stands for a ticket's. */
    public String planToken(Pointer pointer) {
        return numbers(pointer) + '-' + sign("plan", pointer);
    }

    /** What a token of a plan points to; empty if it is not ours. */
    public Optional<Pointer> ofPlanToken(String desk, String token) {
        return verified("plan", desk, token);
    }

    /** The token of a link by which the pointer's contact buys the points its quote version lacks (P-19). */
    public String pointsToken(Pointer pointer) {
        return numbers(pointer) + '-' + sign("points", pointer);
    }

    /** What a token to buy points points to; empty if it is not ours. */
    public Optional<Pointer> ofPointsToken(String desk, String token) {
        return verified("points", desk, token);
    }

    /** The token of a link by which the pointer's contact logs in; the session's number stands for a ticket's. */
    public String loginToken(Pointer pointer) {
        return numbers(pointer) + '-' + sign("login", pointer);
    }

    /** What a token to log in points to; empty if it is not ours. */
    public Optional<Pointer> ofLoginToken(String desk, String token) {
        return verified("login", desk, token);
    }

    private Optional<Pointer> verified(String purpose, String desk, String detail) {
        Matcher m = DETAIL.matcher(detail.toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        Pointer pointer = pointer(desk, m);
        return seal.verify(purpose, signed(pointer), m.group(4)) ? Optional.of(pointer) : Optional.empty();
    }

    private static Pointer pointer(String desk, Matcher m) {
        return new Pointer(
                new TicketId(desk, Long.parseLong(m.group(1))),
                Integer.parseInt(m.group(2)),
                Long.parseLong(m.group(3)));
    }

    private String sign(String purpose, Pointer pointer) {
        return seal.sign(purpose, signed(pointer));
    }

    private static String signed(Pointer pointer) {
        return pointer.ticket().desk() + ' ' + numbers(pointer);
    }

    private static String numbers(Pointer p) {
        return p.ticket().number() + "-" + p.quoteVersion() + "-" + p.contact();
    }
}
