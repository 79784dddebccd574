package dev.parley.core.contract;

/** A contract of one desk, by its number there. */
public record ContractId(String desk, String number) {}
