package dev.parley.core.servicelevel;

/** How a deadline stands. */
public sealed interface Stand {
    /** It is our turn; only this counts. */
    record Running() implements Stand {}

    /** We wait. */
    record Paused(Wait why) implements Stand {}

    /** Done; a follow-up lets it run on. */
    record Answered() implements Stand {}

    /** The round is over. {@code answered}: whether there was an answer to the last thing said. */
    record Closed(boolean answered) implements Stand {}

    /** True if there is nothing to be done any more. */
    default boolean stopped() {
        return switch (this) {
            case Running _ -> false;
            case Paused _ -> false;
            case Answered _ -> true;
            case Closed _ -> true;
        };
    }

    /** How the deadline of {@code promise} stands after {@code event}. */
    default Stand after(LogEvent event, Promise promise) {
        if (this instanceof Closed) {
            return this;
        }
        return switch (promise) {
            case FIRST_RESPONSE -> responding(event);
            case RESOLUTION -> resolving(event);
        };
    }

    private Stand responding(LogEvent event) {
        if (this instanceof Answered) {
            return this;
        }
        return switch (event) {
            case LogEvent.Opened _ -> this;
            case LogEvent.Classified _ -> this;
            case LogEvent.Paused _ -> this;
            case LogEvent.Resumed _ -> this;
            case LogEvent.Responded _ -> new Answered();
            case LogEvent.Answered _ -> new Answered();
            case LogEvent.Reopened _ -> this;
            case LogEvent.Closed _ -> new Closed(false);
        };
    }

    private Stand resolving(LogEvent event) {
        return switch (event) {
            case LogEvent.Opened _ -> this;
            case LogEvent.Classified _ -> this;
            case LogEvent.Paused paused -> new Paused(paused.why());
            case LogEvent.Resumed _ -> new Running();
            case LogEvent.Responded _ -> this;
            case LogEvent.Answered _ -> new Answered();
            case LogEvent.Reopened _ -> new Running();
            case LogEvent.Closed _ -> new Closed(this instanceof Answered);
        };
    }
}
