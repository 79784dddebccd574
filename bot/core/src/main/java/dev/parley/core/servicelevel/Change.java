package dev.parley.core.servicelevel;

import java.time.Instant;

/** The matter became another; everything is counted anew from the log. {@code reason}: as staff gave it. */
public record Change(Instant at, Matter from, Matter to, String reason) {}
