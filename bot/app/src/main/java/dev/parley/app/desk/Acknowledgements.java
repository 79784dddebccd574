package dev.parley.app.desk;

/** How often receipt is confirmed at most, so that nobody can make the desk write to strangers (RFC 3834, 2). */
public record Acknowledgements(Rate perAddress, Rate perDomain, Rate inAll) {}
