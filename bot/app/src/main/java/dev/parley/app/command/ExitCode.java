package dev.parley.app.command;

/** What the exit code of every command means; scripts may rely on it. Shown at the end of {@code ./parley --help}. */
public enum ExitCode {
    OK(0, "everything asked for was done, and nothing is wrong"),
    FOUND(1, "a check found something, or a step did not come out as it should; the output says what"),
    USAGE(2, "the command line or a file given to it is not right"),
    UNREACHABLE(3, "the bot, its database or a mail server cannot be reached"),
    REFUSED(4, "the bot understood and said no; the output says why"),
    DEFECT(70, "a defect in Parley itself; run again with --debug and report what it prints"),
    TEMPORARY(75, "did not work now but may later; try again");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The number the process ends with, 0 to 125. */
    public int number() {
        return number;
    }

    /** One line for a person. */
    public String meaning() {
        return meaning;
    }
}
