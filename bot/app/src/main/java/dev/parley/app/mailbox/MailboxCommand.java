package dev.parley.app.mailbox;

import picocli.CommandLine.Command;

/** {@code ./parley mailbox}: getting into a mailbox. */
@Command(
        name = "mailbox",
        mixinStandardHelpOptions = true,
        description = "Get access to a mailbox.",
        subcommands = AuthoriseCommand.class)
public final class MailboxCommand {}
