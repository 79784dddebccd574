package dev.parley.app.demo;

import java.util.List;

/**
 * One of the desks a demo runs.
 *
 * @param name its short name in its file, which is called like it
 * @param mailbox where customers write
 */
public record DemoDesk(String name, DemoAccount mailbox) {
    /** Credits. */
    public static final DemoDesk PRO_SUPPORT = new DemoDesk("pro-support", DemoServers.DESK);

    /** Points of sites. */
    public static final DemoDesk RAYOS = new DemoDesk("rayos", DemoServers.RAYOS);

    /** Packages of hours. */
    public static final DemoDesk SUPPORT_PACKAGES = new DemoDesk("support-packages", DemoServers.PACKAGES);

    /** All of them, in the order they are shown. */
    public static final List<DemoDesk> ALL = List.of(PRO_SUPPORT, RAYOS, SUPPORT_PACKAGES);
}
