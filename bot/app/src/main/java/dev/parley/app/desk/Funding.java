package dev.parley.app.desk;

/** What pays for work at the desk: one model for each, by its unit. */
public sealed interface Funding {
    /** Prepaid credits, bought in packages. */
    record Credits(Packages packages) implements Funding {}

    /** Points of each site and month, by contract. */
    record Points(PointDefaults defaults) implements Funding {}

    /** Hours of each month, by contract; and work on demand. */
    record Hours(HourDefaults defaults) implements Funding {}
}
