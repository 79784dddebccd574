package dev.parley.app.cli;

import dev.parley.app.demo.Demo;
import dev.parley.app.demo.DemoAccount;
import dev.parley.app.demo.DemoDesk;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.play.DemoSlack;
import java.util.Map;
import java.util.stream.Collectors;

/** What the demo tells when it is ready. */
final class DemoBanner {
    private DemoBanner() {}

    static String of(Demo demo) {
        return """

            Parley is running on this machine. Ctrl-C stops it; everything is kept in .parley/demo.

            Mail      SMTP 127.0.0.1:%d, IMAP 127.0.0.1:%d, no encryption, password log-in
              Alice     %s   (may agree: 200 credits; two sites; 20 hours a month)
              Bob       %s   (her colleague; may not agree)
              Carol     %s   (another customer: 5 credits, no site, no package)
            Desks     each with its mailbox and its staff
            %s
            Staff API %s, description at /api/v1/openapi.yaml
            Database  %s

            Three things to try with an ordinary mail program:
              1. As Alice, write to %s: "Our order mails are not sent." Then
                   ./parley ticket list
                   ./parley ticket assess NUMBER --as settings
                 and answer the mail she gets with "Yes, go ahead". ./parley ticket show NUMBER
                 shows the words that agreed, ./parley credits statement 1 what is reserved, and
                   ./parley ticket answer NUMBER --text "Mended."
                 sends the answer and charges it. docs/tour.md shows it with mutt, setting by setting.
              2. Ask again, and answer the quote with "Is tax included?" or "ok if under 8":
                 nothing is reserved, whatever the quoted text below says.
              3. As Carol, let a 10-credit request be assessed and say yes with 5 credits; then
                   ./parley credits grant 2 --amount 25 --order A-1
            The commands are billing's at %s; for another desk set PARLEY_TOKEN to a token of its own.
            """.formatted(
                        demo.smtpPort(),
                        demo.imapPort(),
                        login(DemoServers.ALICE),
                        login(DemoServers.BOB),
                        login(DemoServers.CAROL),
                        desks(demo),
                        demo.url(),
                        demo.jdbcUrl(),
                        DemoDesk.PRO_SUPPORT.mailbox().address(),
                        DemoDesk.PRO_SUPPORT.name());
    }

    /** What to do in the Slack beside it. */
    static String of(DemoSlack slack) {
        return """
            Slack     %s   (a page of this machine; the desk pro-support is triaged there)
              1. Be Agent, open #triage: Alice's mail is a card. Claim it, press Assess, choose settings,
                 look at what she will get, and send it.
              2. As Alice, answer the quote's mail with "Yes, go ahead": the card says who agreed.
              3. Write in the card's thread: that stays among you. Reply to customer shows what goes out, to
                 whom, and can be undone for 20 seconds.
              4. Be Somebody Else, and try the same: the desk does not know them.
            """.formatted(slack.url());
    }

    private static String desks(Demo demo) {
        return DemoDesk.ALL.stream()
                .filter(desk -> !demo.tokens(desk).isEmpty())
                .map(desk -> "  %-18s%s%n%s".formatted(desk.name(), login(desk.mailbox()), staff(demo.tokens(desk))))
                .collect(Collectors.joining("\n"));
    }

    private static String staff(Map<String, String> tokens) {
        return tokens.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(person -> "    %-16s%s".formatted(person.getKey(), person.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String login(DemoAccount account) {
        return account.address() + " / " + account.password();
    }
}
