package org.tutortimes.server.pages;

/// A figure that runs in the browser.
///
/// @param baseMillis what was there before
/// @param since when each of its sessions began to run, in milliseconds since 1970
/// @param text as it stands now
public record Clock(long baseMillis, String since, String text) {}
