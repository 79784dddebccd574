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
        play.transcript.expect(
                "the mail names the package", true, covered.text().contains("package"));
        play.expect(ticket, "WORKING", 0, 0);
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "The banner is there."));
        Mail answer = play.aliceGets(ticket);
        play.transcript.expect("free of charge", false, answer.subject().contains("free"));
        play.expect(ticket, "ANSWERED", 0, 0);
    }

    void notIncluded() {
        long ticket = Play.number(play.aliceWrites("Training", "Can you teach our editors the new tool?"));
        play.staffDoes("training, 90 minutes", ticket, "assess", training());
        Mail quote = play.aliceGets(ticket);
        play.transcript.expect("the time is named", true, quote.text().contains("1 h 30 min"));
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
        play.transcript.expect("the time is named", true, quote.text().contains("2 h"));
        play.expect(ticket, "QUOTED", 0, 0);
        play.carolReplies(quote, "Yes, please go ahead.");
        Mail ignored = play.carolGets(ticket);
        play.expect(ticket, "WORKING", 120, 0);
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "Gift cards can be bought now."));
        Mail answer = play.carolGets(ticket);
        play.transcript.expect("the answer names the time", true, answer.text().contains("2 h"));
        play.expect(ticket, "ANSWERED", 0, 120);
    }
}
