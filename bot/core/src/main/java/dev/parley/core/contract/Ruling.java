package dev.parley.core.contract;

/** What the rules say to something staff or a customer want. */
public sealed interface Ruling<T> {
    /** It may be, and this is what comes of it. */
    record Allowed<T>(T value) implements Ruling<T> {}

    /** It may not. {@code wrong}: what does not fit; {@code right}: what would. */
    record Refused<T>(String wrong, String right) implements Ruling<T> {}
}
