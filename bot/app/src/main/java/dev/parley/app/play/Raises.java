package dev.parley.app.play;

import dev.parley.app.play.MailProgram.Mail;
import java.util.Map;

/** Scenes in which a price changes, or the money is not there. */
final class Raises {
    private final Play play;

    Raises(Play play) {
        this.play = play;
    }

    void outdatedYes() {
        long ticket = Play.number(play.aliceWrites("Broken import", "The product import stops half way."));
        play.staffDoes("wrong settings, 10 credits", ticket, "assess", Map.of("as", "settings"));
        Mail first = play.aliceGets(ticket);
        play.staffDoes(
                "corrected: an investigation, 20 credits",
                ticket,
                "assess",
                Map.of("as", "investigation", "reason", "The log shows wrong data in the database."));
        Mail second = play.aliceGets(ticket);
        play.aliceReplies(first, "Yes, go ahead.");
        Mail stale = play.aliceGets(ticket);
        play.transcript.holds("the desk names the open version", stale.text().contains("20 credits"));
        play.expect(ticket, "QUOTED", 0, 0);
        play.aliceReplies(second, "Yes, please go ahead with that.");
        Mail ignored = play.alice.await(mail -> Play.number(mail) == ticket);
        play.expect(ticket, "WORKING", 20, 0);
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "Two products had the same key."));
        Mail last = play.aliceGets(ticket);
        play.transcript.holds("the answer names the charge", last.text().contains("20 credits"));
        play.expect(ticket, "ANSWERED", 0, 20);
    }

    void reassessed() {
        long ticket = Play.number(play.aliceWrites("Coupons", "Coupons are not applied."));
        play.staffDoes("wrong settings, 10 credits", ticket, "assess", Map.of("as", "settings"));
        play.aliceReplies(play.aliceGets(ticket), "Yes please");
        Mail receipt = play.aliceGets(ticket);
        play.expect(ticket, "WORKING", 10, 0);
        play.staffDoes("work begins", ticket, "start", Map.of());
        play.staffDoes(
                "re-assessed: 20 credits in all",
                ticket,
                "assess",
                Map.of("as", "investigation", "reason", "A file of the cart was modified."));
        Mail raise = play.aliceGets(ticket);
        play.transcript.holds(
                "the new price comes in a mail of its own", !raise.messageId().equals(receipt.messageId()));
        play.expect(ticket, "REQUOTED", 10, 0);
        play.aliceReplies(raise, "Agreed, please continue.");
        Mail ignored = play.aliceGets(ticket);
        play.expect(ticket, "WORKING", 20, 0);
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "The modified file is repaired."));
        Mail last = play.aliceGets(ticket);
        play.transcript.holds("the answer names the charge", last.text().contains("20 credits"));
        play.expect(ticket, "ANSWERED", 0, 20);
    }

    void upgrade() {
        long ticket = Play.number(play.aliceWrites("Upgrade", "Please upgrade our shop from 4.3.1 to 4.3.9."));
        play.staffDoes(
                "an upgrade from 4.3.1 to 4.3.9",
                ticket,
                "assess",
                Map.of("as", "upgrade", "from", "4.3.1", "to", "4.3.9"));
        Mail quote = play.aliceGets(ticket);
        play.transcript.holds("the quote says 50 credits", quote.text().contains("50 credits"));
        play.aliceReplies(quote, "Yes, go ahead.");
        Mail ignored = play.aliceGets(ticket);
        play.expect(ticket, "WORKING", 50, 0);
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "Your shop runs 4.3.9."));
        Mail last = play.aliceGets(ticket);
        play.transcript.holds("the answer names the charge", last.text().contains("50 credits"));
        play.expect(ticket, "ANSWERED", 0, 50);
    }

    void topUp() {
        long before = play.carolBalance().available();
        long ticket = Play.number(play.carolWrites("Newsletter", "The newsletter form does nothing."));
        play.staffDoes("wrong settings, 10 credits", ticket, "assess", Map.of("as", "settings"));
        Mail quote = play.carolGets(ticket);
        play.transcript.mail("Carol", "desk", play.carol.reply(quote, "Yes, please go ahead."));
        Mail shortOf = play.carolGets(ticket);
        play.transcript.expect("state", "FUNDING", play.staff.ticket(ticket).state());
        play.transcript.expect("reserved", 0L, play.carolBalance().reserved());
        play.transcript.expect("available", before, play.carolBalance().available());
        play.topUpCarol(25, "order-" + ticket);
        Mail funded = play.carolGets(ticket);
        play.transcript.holds(
                "a mail of its own says that work begins", !funded.messageId().equals(shortOf.messageId()));
        play.transcript.expect("state", "WORKING", play.staff.ticket(ticket).state());
        play.transcript.expect("reserved", 10L, play.carolBalance().reserved());
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "The form posts to the right place again."));
        Mail ignored = play.carolGets(ticket);
        play.transcript.expect("charged", 10L, play.staff.ticket(ticket).charged());
        play.transcript.expect("balance", before + 15, play.carolBalance().balance());
    }
}
