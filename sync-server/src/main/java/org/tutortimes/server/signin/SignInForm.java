package org.tutortimes.server.signin;

/// What somebody filled into the sign-in form, but for the password.
///
/// @param next where to go afterwards
public record SignInForm(String username, String next, boolean remember) {}
