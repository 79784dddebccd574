package dev.parley.app.play;

import dev.parley.app.play.MailProgram.Mail;
import dev.parley.app.play.StaffDesk.Paid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Scenes of the desk with packages of hours: Alice has 20 hours a month without training, Carol has none. */
final class PackageHours {
    private static final int DAYS_AGO = 9;

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

    void usedUp() {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);
        play.packageOfCarol(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_AGO));
        long ticket = Play.number(play.carolWrites("Vouchers", "Please let vouchers be sent by mail."));
        play.staffDoes("development", ticket, "assess", Map.of("as", "development"));
        Mail ignored = play.carolGets(ticket);
        play.staffDoes("an hour of work", ticket, "time", worked(now.minus(Duration.ofHours(3)), 60));
        play.transcript.expect("paid by the package", new Paid(60, 0, 0), play.staff.paid(ticket));
        play.staffDoes(
                "30 minutes more are needed",
                ticket,
                "overage",
                Map.of("as", "development", "minutes", 30, "scope", "The vouchers' layout"));
        Mail asked = play.carolGets(ticket);
        play.transcript.holds(
                "the mail names time, price and contract",
                asked.text().contains("30 min (30.00 USD)") && asked.text().contains("H-2"));
        play.expect(ticket, "REQUOTED", 0, 60);
        play.carolReplies(asked, "Yes, please go ahead.");
        Mail agreed = play.carolGets(ticket);
        play.transcript.holds("the receipt says on top of what", agreed.text().contains("contract H-2"));
        play.expect(ticket, "WORKING", 0, 60);
        play.transcript.expect(
                "the words that agreed", "Yes", play.staff.ticket(ticket).agreedIn(1));
        play.staffDoes("45 minutes of work", ticket, "time", worked(now.minus(Duration.ofHours(1)), 45));
        play.transcript.expect("billed as far as the yes goes", new Paid(0, 30, 15), play.staff.paid(ticket));
    }

    private static Map<String, ?> worked(Instant start, long minutes) {
        return Map.of("work", "development", "start", start.toString(), "minutes", minutes);
    }
}
