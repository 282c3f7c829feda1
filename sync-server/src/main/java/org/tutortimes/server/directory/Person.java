package org.tutortimes.server.directory;

/// Somebody, as far as others need it to tell them from their namesakes.
public record Person(long id, String username, String name) {}
