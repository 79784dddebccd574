package dev.parley.app.play;

import dev.parley.app.play.MailProgram.Mail;
import dev.parley.app.play.StaffDesk.Balance;
import dev.parley.app.play.StaffDesk.Ticket;
import java.util.Map;

/** Scenes around a first price. */
final class Scenes {
    private final Play play;

    Scenes(Play play) {
        this.play = play;
    }

    void generalQuestion() {
        long before = play.aliceBalance().balance();
        long ticket =
                Play.number(play.aliceWrites("Time zone", "Hello,\n\nwhere do I set the shop's time zone?\n\nAlice"));
        play.staffDoes("a general question", ticket, "assess", Map.of("as", "question"));
        play.expect(ticket, "WORKING", 5, 0);
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "Under Settings, General, Time zone."));
        Mail ignored = play.aliceGets(ticket);
        play.expect(ticket, "ANSWERED", 0, 5);
        play.transcript.expect("balance", before - 5, play.aliceBalance().balance());
    }

    void asked() {
        long ticket = Play.number(play.aliceWrites("Mails are not sent", "Order mails are not sent any more."));
        play.staffDoes("wrong settings, category 2", ticket, "assess", Map.of("as", "settings"));
        Mail quote = play.aliceGets(ticket);
        play.expect(ticket, "QUOTED", 0, 0);
        play.aliceReplies(quote, "Yes, go ahead.\n\nBest regards\nAlice");
        Mail receipt = play.aliceGets(ticket);
        play.transcript.holds("the receipt names 10 credits", receipt.text().contains("10 credits"));
        play.expect(ticket, "WORKING", 10, 0);
        play.transcript.holds(
                "the words that agreed are kept",
                !play.staff.ticket(ticket).agreedIn(1).isEmpty());
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "The sender address was wrong. It is set now."));
        Mail ignored = play.aliceGets(ticket);
        play.expect(ticket, "ANSWERED", 0, 10);
    }

    void colleague() {
        long ticket = Play.number(play.aliceWrites("Stock", "The stock is not counted down."));
        play.staffDoes("wrong settings, category 2", ticket, "assess", Map.of("as", "settings"));
        Mail quote = play.aliceGets(ticket);
        play.transcript.mail("Bob", "desk", play.bob.reply(quote, "Yes, go ahead."));
        Mail told = play.bob.await(mail -> Play.number(mail) == ticket);
        play.transcript.mail("desk", "Bob", told);
        play.expect(ticket, "QUOTED", 0, 0);
        play.aliceReplies(quote, "Please go ahead.");
        Ticket agreed = play.staff.await(ticket, t -> t.state().equals("WORKING"));
        play.transcript.expect("reserved by Alice's yes", 10L, agreed.held());
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "The counter was switched off."));
        play.expect(ticket, "ANSWERED", 0, 10);
    }

    void declined() {
        long ticket = Play.number(play.aliceWrites("Slow search", "Can you make the search faster?"));
        play.staffDoes("an investigation, 20 credits", ticket, "assess", Map.of("as", "investigation"));
        play.aliceReplies(play.aliceGets(ticket), "No, thank you.");
        Mail ignored = play.aliceGets(ticket);
        play.expect(ticket, "CLOSED_UNPAID", 0, 0);
    }

    void questionFirst() {
        long ticket = Play.number(play.aliceWrites("Checkout", "The checkout shows the wrong tax."));
        play.staffDoes("wrong settings, category 2", ticket, "assess", Map.of("as", "settings"));
        Mail quote = play.aliceGets(ticket);
        Mail away = play.alice.reply(
                quote,
                "I am out of the office until Monday. Yes, I will answer then.",
                Map.of("Auto-Submitted", "auto-replied", "Subject", "Out of office: " + quote.subject()));
        play.transcript.mail("Alice's mailbox", "desk", away);
        int seen = play.staff.ticket(ticket).messages();
        Ticket after = play.staff.await(ticket, t -> t.lastRow().equals("T32") || t.messages() > seen);
        play.transcript.expect("what the note did", "QUOTED", after.state());
        play.aliceReplies(quote, "Does this include the shop in Austria?");
        Ticket asked = play.staff.await(ticket, t -> t.lastRow().equals("T28"));
        play.transcript.expect("a question leaves it", "QUOTED", asked.state());
        play.expect(ticket, "QUOTED", 0, 0);
        play.staffDoes("a free answer to the question", ticket, "reply", Map.of("text", "It does."));
        Mail again = play.aliceGets(ticket);
        play.aliceReplies(again, "ok, if it stays under 8 credits");
        Mail plainly = play.aliceGets(ticket);
        play.transcript.expect(
                "a conditional yes reserves", 0L, play.staff.ticket(ticket).held());
        play.aliceReplies(plainly, "Yes, please do it.");
        Mail ignored = play.aliceGets(ticket);
        play.expect(ticket, "WORKING", 10, 0);
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "The tax table for Austria is in place."));
        Mail last = play.aliceGets(ticket);
        play.transcript.holds("the last mail names the charge", last.text().contains("10 credits"));
        play.expect(ticket, "ANSWERED", 0, 10);
    }

    void preAgreed() {
        long ticket = Play.number(
                play.aliceWrites("Menu is gone", "The menu is gone since yesterday.\n\nI agree in advance.\n\nAlice"));
        play.staffDoes("an investigation, 20 credits", ticket, "assess", Map.of("as", "investigation"));
        Mail ignored = play.aliceGets(ticket);
        play.expect(ticket, "WORKING", 20, 0);
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "A file was changed on the server; it is back."));
        Mail answer = play.aliceGets(ticket);
        play.transcript.holds("the answer names the charge", answer.text().contains("20 credits"));
        play.expect(ticket, "ANSWERED", 0, 20);
    }

    void splitOff() {
        long ticket = Play.number(play.aliceWrites("Invoice layout", "How do I change the invoice's logo?"));
        play.staffDoes("a general question", ticket, "assess", Map.of("as", "question"));
        play.staffDoes("the answer", ticket, "answer", Map.of("text", "Under Design, Invoices, Logo."));
        Mail answer = play.aliceGets(ticket);
        play.aliceReplies(answer, "Thank you! Another thing: can you set up a second shop for us?");
        Ticket reopened = play.staff.await(ticket, t -> t.messages() >= 4);
        play.transcript.books("state " + reopened.state() + "; the second question is about something else");
        play.transcript.staff("Staff: split the second question off");
        long child = play.staff.split(ticket, "Second shop", "can you set up a second shop for us?");
        Mail told = play.aliceGets(ticket);
        play.transcript.expect(
                "the parent's charge is unchanged",
                5L,
                play.staff.ticket(ticket).charged());
        Mail acknowledged = play.aliceGets(child);
        play.transcript.holds(
                "the split-off is told in a mail of its own", !told.messageId().equals(acknowledged.messageId()));
        play.staffDoes("set-up, category 2", child, "assess", Map.of("as", "settings"));
        Mail quote = play.aliceGets(child);
        play.aliceReplies(quote, "Yes, go ahead");
        Mail ignored = play.aliceGets(child);
        Balance balance = play.aliceBalance();
        play.expect(child, "WORKING", 10, 0);
        play.transcript.expect("reserved in all", 10L, balance.reserved());
        play.staffDoes("the answer", child, "answer", Map.of("text", "The second shop is there."));
        Mail last = play.aliceGets(child);
        play.transcript.holds(
                "the new ticket has a charge of its own", last.text().contains("10 credits"));
        play.expect(child, "ANSWERED", 0, 10);
    }
}
