package dev.parley.core.hours;

/** What a package may include; each contract has its own of these (H-01). */
public enum WorkKind {
    MONITORING,
    SECURITY_UPDATES,
    TROUBLESHOOTING,
    DESIGN_CHANGES,
    DEVELOPMENT,
    PROJECT_MANAGEMENT,
    QUALITY_ASSURANCE,
    TRAINING
}
