package dev.parley.slack.loopback;

/** The workspaces of the tests. */
final class Places {

    private Places() {}

    static Workspace acme() {
        return Workspace.named("T1", "Acme")
                .with(
                        Person.admin("U1", "Ada Admin", "ada@acme.example"),
                        Person.member("U2", "Bo Builder", "bo@acme.example"),
                        Person.guest("U3", "Gus Guest", "gus@guest.example"),
                        Person.external("U9", "Eve Else", "T9"))
                .with(
                        Room.open("C1", "triage", "U1", "U2"),
                        Room.closed("C2", "secret", "U1"),
                        Room.open("C3", "random", "U1", "U2").withoutBot(),
                        Room.open("C4", "attic", "U1").archived(),
                        Room.open("C5", "ext-else", "U1", "U9").sharedWith("T9"))
                .withGroup("support", "U1", "U2");
    }
}
