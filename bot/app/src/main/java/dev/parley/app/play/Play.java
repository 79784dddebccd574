package dev.parley.app.play;

import dev.parley.app.demo.Demo;
import dev.parley.app.demo.DemoDesk;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.play.MailProgram.Mail;
import dev.parley.app.play.StaffDesk.Balance;
import dev.parley.app.play.StaffDesk.Ticket;
import dev.parley.app.staff.ApiClient;
import java.io.PrintWriter;
import java.net.URI;
import java.time.LocalDate;
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
    private final DemoDesk desk;
    private final long aliceCustomer;
    private final long carolCustomer;

    /** A play at {@code desk} on the stage of {@code demo}. */
    public Play(Demo demo, DemoDesk desk, PrintWriter out) {
        this.desk = desk;
        this.alice = new MailProgram(DemoServers.ALICE, "Alice", demo.smtpPort(), demo.imapPort());
        this.bob = new MailProgram(DemoServers.BOB, "Bob", demo.smtpPort(), demo.imapPort());
        this.carol = new MailProgram(DemoServers.CAROL, "Carol", demo.smtpPort(), demo.imapPort());
        URI url = URI.create(demo.url());
        this.staff = new StaffDesk(
                new ApiClient(url, token(demo, desk, "agent")), new ApiClient(url, token(demo, desk, "billing")));
        this.transcript = new Transcript(out);
        this.aliceCustomer = demo.customerOf(desk, DemoServers.ALICE).number();
        this.carolCustomer = demo.customerOf(desk, DemoServers.CAROL).number();
    }

    /** Plays every scene of the desk; true if each step came out as the rules say. */
    public boolean run() {
        switch (desk.name()) {
            case "rayos" -> points();
            case "support-packages" -> hours();
            default -> credits();
        }
        transcript.scene("The books");
        transcript.expect("violated invariants", 0, staff.violations());
        return transcript.close();
    }

    private void points() {
        SitePoints scenes = new SitePoints(this);
        play("1. A fault of the core technology is free at any balance (P-01, P-03)", scenes::incident);
        play("2. A wish is free, is reviewed, and gets no date (P-07, P-08)", scenes::feature);
        play("3. Work is paid with the points of the site it is for, after a yes (P-12, P-14)", scenes::work);
        play("4. Found to be a fault of a customisation: from here on it has a price (P-10, P-25)", scenes::customised);
        play("5. Too few points: the yes is kept, nothing is reserved (P-19)", scenes::tooFew);
        play("6. What is left is for Customer Support to say (P-21)", scenes::pointsLeft);
    }

    private void hours() {
        PackageHours scenes = new PackageHours(this);
        play("1. Work the package includes is done without asking (H-01)", scenes::included);
        play("2. Work it does not include is quoted first (H-01, H-05)", scenes::notIncluded);
        play("3. Without a package work is quoted, agreed to, and charged with the answer (H-05)", scenes::onDemand);
        play("4. A package is used up: a yes by reply is billed as far as it goes (H-10, H-12)", scenes::usedUp);
    }

    private void credits() {
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
        Mail sent = program.write(desk.mailbox().address(), subject, text);
        transcript.mail(name, "desk", sent);
        Mail acknowledgement =
                program.await(mail -> mail.references().contains(sent.messageId()) || answers(mail, sent));
        transcript.mail("desk", name, acknowledgement);
        return acknowledgement;
    }

    private static boolean answers(Mail mail, Mail sent) {
        return mail.subject().contains(sent.subject());
    }

    void carolReplies(Mail to, String text) {
        transcript.mail("Carol", "desk", carol.reply(to, text));
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

    /** Carol gets an hour a month; what goes over it needs her yes first. */
    void packageOfCarol(LocalDate firstDay) {
        transcript.staff("Billing: a package of 1 h a month for Carol, and nothing over it without her yes");
        staff.packageOf(carolCustomer, firstDay);
    }

    /** Checks state and money of a ticket, and says how the wallet stands. */
    void expect(long ticket, String state, long held, long charged) {
        Ticket now = staff.ticket(ticket);
        transcript.expect("state of ticket " + ticket, state, now.state());
        transcript.expect("reserved for it", held, now.held());
        transcript.expect("charged for it", charged, now.charged());
        if (desk.equals(DemoDesk.PRO_SUPPORT)) {
            transcript.books("Alice's wallet: " + aliceBalance());
        }
    }

    Balance aliceBalance() {
        return staff.balance(aliceCustomer);
    }

    /** What a site of Alice's has, by its place in the list. */
    Balance siteBalance(int nth) {
        return staff.siteBalance(aliceCustomer, nth);
    }

    long site(int nth) {
        return staff.site(aliceCustomer, nth);
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

    private static String token(Demo demo, DemoDesk desk, String login) {
        return Objects.requireNonNull(demo.tokens(desk).get(login), login);
    }
}
