package org.tutortimes.server.live;

/// One server-sent event.
public record LiveEvent(String name, String data) {}
