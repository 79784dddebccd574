package dev.parley.app.play;

import dev.parley.app.play.MailProgram.Mail;
import java.util.Map;

/** Scenes of the desk that is paid in points: Alice has two sites, with 10 points and 5 points a month. */
final class SitePoints {
    private static final int NEWS = 0;
    private static final int SPORT = 1;

    private final Play play;

    SitePoints(Play play) {
        this.play = play;
    }

    void incident() {
        long ticket = Play.number(play.aliceWrites("Site is down", "Nobody can open our website since this morning."));
        play.staffDoes(
                "a fault of the core, critical", ticket, "assess", Map.of("as", "incident", "severity", "critical"));
        Mail accepted = play.aliceGets(ticket);
        play.transcript.holds("the mail asks for no yes", !accepted.text().contains("agree"));
        play.expect(ticket, "WORKING", 0, 0);
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "It is up again."));
        Mail ignored = play.aliceGets(ticket);
        play.expect(ticket, "ANSWERED", 0, 0);
    }

    void feature() {
        long ticket = Play.number(play.aliceWrites("Podcasts", "It would be nice to have podcasts in the app."));
        play.staffDoes("a wish for the core", ticket, "assess", Map.of("as", "feature"));
        Mail accepted = play.aliceGets(ticket);
        play.transcript.holds("the mail names no year", !accepted.text().matches("(?s).*\\b20\\d\\d\\b.*"));
        play.expect(ticket, "WORKING", 0, 0);
    }

    void work() {
        long ticket = Play.number(play.aliceWrites("Landing page", "Please build a landing page for our gala."));
        play.staffDoes("it is for news.example", ticket, "site", Map.of("site", play.site(NEWS)));
        play.staffDoes(
                "building, 3 points", ticket, "assess", Map.of("as", "build", "amount", 3, "scope", "A landing page"));
        Mail quote = play.aliceGets(ticket);
        play.transcript.holds("the price is in points", quote.text().contains("3 points"));
        play.expect(ticket, "QUOTED", 0, 0);
        play.aliceReplies(quote, "Yes, please go ahead.\n\nAlice");
        Mail ignored = play.aliceGets(ticket);
        play.expect(ticket, "WORKING", 3, 0);
        play.transcript.expect(
                "reserved at news.example", 3L, play.siteBalance(NEWS).reserved());
        play.transcript.expect(
                "reserved at sport.example", 0L, play.siteBalance(SPORT).reserved());
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "The landing page is there."));
        Mail last = play.aliceGets(ticket);
        play.transcript.holds("the answer names the charge", last.text().contains("3 points"));
        play.expect(ticket, "ANSWERED", 0, 3);
        play.transcript.expect(
                "left at news.example", 7L, play.siteBalance(NEWS).available());
    }

    void customised() {
        long ticket = Play.number(play.aliceWrites("Weather box", "The weather box on the front page is empty."));
        play.staffDoes(
                "taken for a fault of the core", ticket, "assess", Map.of("as", "incident", "severity", "normal"));
        Mail free = play.aliceGets(ticket);
        play.expect(ticket, "WORKING", 0, 0);
        play.staffDoes("it is for sport.example", ticket, "site", Map.of("site", play.site(SPORT)));
        play.staffDoes(
                "the box is a customisation, 2 points",
                ticket,
                "assess",
                Map.of(
                        "as",
                        "fix-customization",
                        "amount",
                        2,
                        "scope",
                        "The weather box",
                        "reason",
                        "It is a plugin of yours."));
        Mail quote = play.aliceGets(ticket);
        play.transcript.holds(
                "the price comes in a mail of its own", !quote.messageId().equals(free.messageId()));
        play.expect(ticket, "QUOTED", 0, 0);
        play.aliceReplies(quote, "Agreed.");
        Mail ignored = play.aliceGets(ticket);
        play.expect(ticket, "WORKING", 2, 0);
        play.transcript.expect(
                "reserved at sport.example", 2L, play.siteBalance(SPORT).reserved());
    }

    void tooFew() {
        long ticket = Play.number(play.aliceWrites("App", "Please build us an app for the elections."));
        play.staffDoes("it is for news.example", ticket, "site", Map.of("site", play.site(NEWS)));
        play.staffDoes("building, 8 points", ticket, "assess", Map.of("as", "build", "amount", 8, "scope", "An app"));
        play.aliceReplies(play.aliceGets(ticket), "Yes, go ahead");
        Mail shortOf = play.aliceGets(ticket);
        play.transcript.holds("it says what is missing", shortOf.text().contains("1 point"));
        play.expect(ticket, "FUNDING", 0, 0);
        play.transcript.expect(
                "left at news.example", 7L, play.siteBalance(NEWS).available());
    }

    void pointsLeft() {
        Mail answer = play.aliceWrites("Points", "How many points do we have left?");
        play.transcript.holds("it names Customer Support", answer.text().contains("rayos-customers@desk.example"));
        play.expect(Play.number(answer), "CLOSED_UNPAID", 0, 0);
    }
}
