package dev.parley.core.feature;

/** How a wish stands with the product team. None of these says when (P-08). */
public enum FeatureStatus {
    /** It is on the product team's list; every wish begins here. */
    RECEIVED,
    /** Somebody looks at it. */
    UNDER_REVIEW,
    /** It is wanted; there is no date. */
    PLANNED,
    /** It is not wanted, or not now. */
    NOT_PLANNED,
    /** It can be had. */
    DELIVERED,
    /** It is no wish any more: taken back, merged, or found to be something else. */
    WITHDRAWN
}
