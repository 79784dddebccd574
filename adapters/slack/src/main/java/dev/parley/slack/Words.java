package dev.parley.slack;

/** What is said to people who may not, in plain words. */
final class Words {
    static final String OUTSIDER =
            "Tickets are handled by the desk's own people. You are a guest here, or from another workspace; please"
                    + " write to whoever invited you.";
    static final String UNSAID = "Slack does not say just now who you are. Nothing was changed; please try again.";

    private Words() {}

    static String unknown(String desk, String address) {
        String known = address.isEmpty()
                ? "Slack does not tell me your mail address"
                : "nobody at the desk ‘" + desk + "’ has the mail address " + address;
        return "I do not know who you are here: " + known + ". Ask whoever runs Parley for"
                + " `./parley staff add --desk " + desk + " --login YOU --name \"Your Name\" --roles agent --email "
                + (address.isEmpty() ? "YOUR-ADDRESS" : address)
                + "` (or `--slack` with what `/parley who` shows), then try again.";
    }

    static String lacks(String login, String role) {
        return login + " does not have the role " + role + " that this needs; whoever runs Parley can give it"
                + " (`./parley staff add`).";
    }
}
