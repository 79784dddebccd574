package dev.parley.core.servicelevel;

import java.time.Instant;

/** What of a ticket's history moves its deadlines. */
public sealed interface LogEvent {
    /** When it happened. */
    Instant at();

    /** The customer asked: the first event of every ticket, and never another. */
    record Opened(Instant at, Matter matter) implements LogEvent {}

    /** Type, severity or plan are others now. {@code reason}: why, in plain words. */
    record Classified(Instant at, Matter matter, String reason) implements LogEvent {}

    /** From here on we wait. */
    record Paused(Instant at, Wait why) implements LogEvent {}

    /** It is our turn again. */
    record Resumed(Instant at) implements LogEvent {}

    /** A person or the assessment said something to the customer. */
    record Responded(Instant at) implements LogEvent {}

    /** The answer went out. */
    record Answered(Instant at) implements LogEvent {}

    /** The same issue goes on after the answer or after the end (C-22). */
    record Reopened(Instant at) implements LogEvent {}

    /** It ended: done, declined, cancelled, or part of another ticket. */
    record Closed(Instant at) implements LogEvent {}
}
