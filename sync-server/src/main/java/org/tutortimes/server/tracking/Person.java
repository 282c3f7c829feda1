package org.tutortimes.server.tracking;

/// Who was observed, and where.
///
/// @param userId in `users`
/// @param address of their computer, such as 192.0.2.7
/// @param reported by another program, which is to hear of what does not exist; from anybody else
///   that is as good as not being allowed
public record Person(long userId, String address, boolean reported) {}
