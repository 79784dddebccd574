package dev.parley.core.servicelevel;

/** Why the resolution stands still (C-19). */
public enum Wait {
    /** A specialist finds out what it takes; may be added to the time of the resolution (C-19). */
    PRICE("the price is worked out"),
    /** A quote is open. */
    YES("waiting for your yes"),
    /** The wallet does not cover what was agreed. */
    MONEY("waiting for your account to be topped up"),
    /** A question of ours is open. */
    DATA("waiting for your answer to our question"),
    /** A cancellation of work that has begun is looked at. */
    DECISION("your cancellation is decided");

    private final String words;

    Wait(String words) {
        this.words = words;
    }

    /** To be read after "while", e.g. {@code waiting for your yes}. */
    public String words() {
        return words;
    }
}
