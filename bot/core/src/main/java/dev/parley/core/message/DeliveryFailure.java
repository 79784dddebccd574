package dev.parley.core.message;

/**
 * What a bounce says of one recipient.
 *
 * @param status the enhanced status code of RFC 3463, "" if none was given
 * @param hard true if trying again is useless
 */
public record DeliveryFailure(String address, String status, boolean hard, String reason) {}
