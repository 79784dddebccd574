package dev.parley.app.desk;

import picocli.CommandLine.Command;

/** {@code ./parley desk …}: what can be done with desk files. */
@Command(
        name = "desk",
        mixinStandardHelpOptions = true,
        description = "Check desk files: one vendor's rules, prices and texts.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = DeskCheckCommand.class)
public final class DeskCommand {}
