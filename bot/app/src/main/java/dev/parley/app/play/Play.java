package dev.parley.app.play;

import dev.parley.app.demo.Demo;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.play.MailProgram.Mail;
import dev.parley.app.play.StaffDesk.Balance;
import dev.parley.app.play.StaffDesk.Ticket;
import dev.parley.app.staff.ApiClient;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One customer, one desk, and everything that can be agreed between them. */
public final class Play {
    private static final Pattern TICKET = Pattern.compile("\\+(\\d+)-");

    final MailProgram alice;
    final MailProgram bob;
    final MailProgram carol;
    final StaffDesk staff;
    final Transcript transcript;
    private final long aliceCustomer;
    private final long carolCustomer;

    /** A play on the stage of {@code demo}. */
    public Play(Demo demo, PrintWriter out) {
        this.alice = new MailProgram(DemoServers.ALICE, "Alice", demo.smtpPort(), demo.imapPort());
        this.bob = new MailProgram(DemoServers.BOB, "Bob", demo.smtpPort(), demo.imapPort());
        this.carol = new MailProgram(DemoServers.CAROL, "Carol", demo.smtpPort(), demo.imapPort());
        URI url = URI.create(demo.url());
        this.staff =
                new StaffDesk(new ApiClient(url, token(demo, "agent")), new ApiClient(url, token(demo, "billing")));
        this.transcript = new Transcript(out);
        this.aliceCustomer = demo.customerOf(DemoServers.ALICE).number();
        this.carolCustomer = demo.customerOf(DemoServers.CAROL).number();
    }

    /** Plays every scene; true if each step came out as the rules say. */
    public boolean run() {
        Scenes scenes = new Scenes(this);
        Raises raises = new Raises(this);
        play("1. A general question is answered without asking, for 5 credits (C-08, C-16)", scenes::generalQuestion);
        play("2. Category 2 is asked first; a yes by mail reserves 10 credits (C-09, C-17, C-18)", scenes::asked);
        play("2b. A colleague without the right to agree reserves nothing (X-02)", scenes::colleague);
        play("3. A no costs nothing", scenes::declined);
        play("4. A question is not a yes; an out-of-office note is nothing at all", scenes::questionFirst);
        play("5. A yes to an outdated version charges nothing (C-21b)", raises::outdatedYes);
        play("6. Re-assessed from 10 to 20: only a new yes agrees to it (C-20, C-21)", raises::reassessed);
        play("7. Agreed in advance: no question is asked (C-14)", scenes::preAgreed);
        play("8. An upgrade from 4.3.1 to 4.3.9 costs 50 (C-12)", raises::upgrade);
        play("9. A question about something else gets a ticket and a price of its own (C-23, C-24)", scenes::splitOff);
        play("10. Too few credits: the yes is kept, work starts with the top-up (C-27)", raises::topUp);
        transcript.scene("The books");
        transcript.expect("violated invariants", 0, staff.violations());
        return transcript.close();
    }

    private void play(String title, Runnable scene) {
        transcript.scene(title);
        try {
            scene.run();
        } catch (RuntimeException e) {
            transcript.broke(String.valueOf(e.getMessage()));
        }
    }

    // ---- what scenes are made of

    /** Alice opens a ticket and gets its number with the acknowledgement. */
    Mail aliceWrites(String subject, String text) {
        return opens(alice, "Alice", subject, text);
    }

    Mail carolWrites(String subject, String text) {
        return opens(carol, "Carol", subject, text);
    }

    private Mail opens(MailProgram program, String name, String subject, String text) {
        Mail sent = program.write(DemoServers.DESK.address(), subject, text);
        transcript.mail(name, "desk", sent);
        Mail acknowledgement =
                program.await(mail -> mail.references().contains(sent.messageId()) || answers(mail, sent));
        transcript.mail("desk", name, acknowledgement);
        return acknowledgement;
    }

    private static boolean answers(Mail mail, Mail sent) {
        return mail.subject().contains(sent.subject());
    }

    void aliceReplies(Mail to, String text) {
        transcript.mail("Alice", "desk", alice.reply(to, text));
    }

    Mail aliceGets(long ticket) {
        Mail mail = alice.await(received -> number(received) == ticket);
        transcript.mail("desk", "Alice", mail);
        return mail;
    }

    Mail carolGets(long ticket) {
        Mail mail = carol.await(received -> number(received) == ticket);
        transcript.mail("desk", "Carol", mail);
        return mail;
    }

    void staffDoes(String what, long ticket, String action, Map<String, ?> body) {
        transcript.staff("Staff: " + what);
        staff.act(ticket, action, body);
    }

    /** Checks state and money of a ticket, and says how the wallet stands. */
    void expect(long ticket, String state, long held, long charged) {
        Ticket now = staff.ticket(ticket);
        transcript.expect("state of ticket " + ticket, state, now.state());
        transcript.expect("reserved for it", held, now.held());
        transcript.expect("charged for it", charged, now.charged());
        transcript.books("Alice's wallet: " + aliceBalance());
    }

    Balance aliceBalance() {
        return staff.balance(aliceCustomer);
    }

    Balance carolBalance() {
        return staff.balance(carolCustomer);
    }

    void topUpCarol(long amount, String order) {
        transcript.staff("Billing: " + amount + " credits bought by Carol, order " + order);
        staff.grant(carolCustomer, amount, order);
    }

    /** The ticket a mail of the desk is about, from its signed reply address. */
    static long number(Mail mail) {
        Matcher m = TICKET.matcher(mail.replyTo());
        return m.find() ? Long.parseLong(m.group(1)) : 0;
    }

    private static String token(Demo demo, String login) {
        return Objects.requireNonNull(demo.tokens().get(login), login);
    }
}
