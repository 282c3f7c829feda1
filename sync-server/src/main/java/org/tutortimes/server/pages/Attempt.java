package org.tutortimes.server.pages;

/// What somebody filled into the sign-in form, but for the password.
///
/// @param next where to go afterwards
public record Attempt(String username, String next, boolean remember) {}
