package dev.parley.app.play;

import dev.parley.app.play.MailProgram.Mail;
import java.util.Map;

/** Scenes of the desk with packages of hours: Alice has 20 hours a month without training, Carol has none. */
final class PackageHours {
    private final Play play;

    PackageHours(Play play) {
        this.play = play;
    }

    void included() {
        long ticket = Play.number(play.aliceWrites("Banner", "Please put a new banner on the front page."));
        play.staffDoes("a design change", ticket, "assess", Map.of("as", "design"));
        Mail covered = play.aliceGets(ticket);
        play.transcript.holds("the mail names the package", covered.text().contains("package"));
        play.expect(ticket, "WORKING", 0, 0);
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "The banner is there."));
        Mail answer = play.aliceGets(ticket);
        play.transcript.holds(
                "the answer is not called free: its time is the package’s",
                !answer.subject().contains("free"));
        play.expect(ticket, "ANSWERED", 0, 0);
    }

    void notIncluded() {
        long ticket = Play.number(play.aliceWrites("Training", "Can you teach our editors the new tool?"));
        play.staffDoes("training, 90 minutes", ticket, "assess", training());
        Mail quote = play.aliceGets(ticket);
        play.transcript.holds("the quote names time and price", quote.text().contains("1 h 30 min (112.50 USD)"));
        play.expect(ticket, "QUOTED", 0, 0);
        play.aliceReplies(quote, "No, thank you.");
        Mail ignored = play.aliceGets(ticket);
        play.expect(ticket, "CLOSED_UNPAID", 0, 0);
    }

    private static Map<String, ?> training() {
        return Map.of("as", "training", "amount", 90, "scope", "A lesson for your editors");
    }

    void onDemand() {
        long ticket = Play.number(play.carolWrites("Extension", "Please install the gift card extension."));
        play.staffDoes(
                "development, 2 hours",
                ticket,
                "assess",
                Map.of("as", "development", "amount", 120, "scope", "The extension, installed and tried"));
        Mail quote = play.carolGets(ticket);
        play.transcript.holds("the quote names time and price", quote.text().contains("2 h (150.00 USD)"));
        play.expect(ticket, "QUOTED", 0, 0);
        play.carolReplies(quote, "Yes, please go ahead.");
        Mail ignored = play.carolGets(ticket);
        play.expect(ticket, "WORKING", 120, 0);
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "Gift cards can be bought now."));
        Mail answer = play.carolGets(ticket);
        play.transcript.holds("the answer names time and price", answer.text().contains("2 h (150.00 USD)"));
        play.expect(ticket, "ANSWERED", 0, 120);
    }
}
