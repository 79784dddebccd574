package dev.parley.app.bot;

import java.time.InstantSource;

/** Who works: its name in leases, the clock it goes by, and where it counts. */
record Worker(String name, InstantSource clock, Counters counters) {}
