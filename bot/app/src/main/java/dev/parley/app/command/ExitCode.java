package dev.parley.app.command;

/** What the exit code of every command means; scripts may rely on it. Shown at the end of {@code ./parley --help}. */
public enum ExitCode {
    OK(0, "everything asked for was done, and nothing is wrong"),
    FOUND(1, "a check found something, or a step did not come out as it should; the output says what"),
    USAGE(2, "the command line or a file given to it is not right"),
    UNREACHABLE(3, "the bot, its database or a mail server cannot be reached"),
    REFUSED(4, "the bot understood and said no; the output says why"),
    OTHER_VERSION(5, "the database was made by another version of Parley, or by none; the output says what to do"),
    NEVER_STORED(65, "a mail given to deliver can never be stored, and its sender should be told; the output says why"),
    DEFECT(70, "a defect in Parley itself; run again with --debug and report what it prints"),
    TEMPORARY(75, "did not work now but may later; try again"),
    INTERRUPTED(130, "ended by Ctrl-C, cleanly: a bot has finished and given back what it held"),
    TERMINATED(143, "ended by SIGTERM, as cleanly");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The number the process ends with, 0 to 255; those above 128 are given by the JVM, 128 + the signal. */
    public int number() {
        return number;
    }

    /** One line for a person. */
    public String meaning() {
        return meaning;
    }
}
