package dev.parley.testkit.simulate;

import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.testkit.Desks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The three policies a walk goes over, each at a desk of its own. */
enum Vendor {
    /** Credits, bought in packages. */
    PRO_SUPPORT(Unit.CREDIT, "pro-support"),
    /** Points per site and month. */
    RAYOS(Unit.POINT, "rayos"),
    /** Packages of monthly hours, and work on demand. */
    SUPPORT_PACKAGES(Unit.MINUTE, "support-packages");

    final Unit unit;
    final String desk;

    Vendor(Unit unit, String desk) {
        this.unit = unit;
        this.desk = desk;
    }

    /** The vendor whose desk has this name. */
    static Optional<Vendor> of(String desk) {
        return Arrays.stream(values()).filter(one -> one.desk.equals(desk)).findFirst();
    }

    /** The names of all desks. */
    static List<String> desks() {
        return Arrays.stream(values()).map(one -> one.desk).toList();
    }

    DeskPolicy policy() {
        return Desks.paidIn(unit, desk);
    }

    /** The desk's own mailbox. */
    String address() {
        return desk + "@vendor.example";
    }

    /** Where nobody opens a ticket: a person's own mailbox. */
    String personal() {
        return "engineer." + address();
    }
}
