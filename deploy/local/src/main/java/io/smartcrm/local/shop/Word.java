package io.smartcrm.local.shop;

/** One thing in the shop's two languages. */
public record Word(String english, String chinese) {}
