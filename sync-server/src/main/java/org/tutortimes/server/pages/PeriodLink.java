package org.tutortimes.server.pages;

/// A choice of the period, as a link.
public record PeriodLink(String words, String address, boolean current) {}
