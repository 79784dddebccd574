package dev.parley.app.bot;

import java.time.Duration;
import java.time.InstantSource;

/** Who works: its name in leases, how long they last, the clock it goes by, and where it counts. */
record Worker(String name, Duration lease, InstantSource clock, Counters counters) {}
