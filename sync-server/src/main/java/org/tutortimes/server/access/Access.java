package org.tutortimes.server.access;

import io.javalin.security.RouteRole;

/// Who may call a route at all. Each route has one; what a caller may see of the data behind it is
/// decided by the feature.
public enum Access implements RouteRole {
    /// Anybody, signed in or not.
    ANYONE,
    /// Whoever is signed in, by a header.
    SIGNED_IN,
    /// Whoever is signed in, by a header, be it with a one-time password.
    SIGNED_IN_AT_ALL,
    /// Administrators, by a header.
    ADMIN,
    /// Administrators and other programs with a service token, by a header.
    ADMIN_OR_SERVICE,
    /// Whoever is signed in, and other programs with a service token, by a header.
    SIGNED_IN_OR_SERVICE,
    /// Whoever is signed in, by a header or by the cookie of the web pages. Only for requests that
    /// change nothing: a change by cookie needs [#PAGE_CHANGE].
    SIGNED_IN_OR_PAGE,
    /// A page of the web pages: those who are not signed in are sent to the sign-in page, and those
    /// who signed in with a one-time password to the page where they choose their own.
    PAGE,
    /// A page for whoever is signed in, be it with a one-time password.
    PAGE_AT_ALL,
    /// A change that a web page asks for: by the cookie, and with the page's CSRF token.
    PAGE_CHANGE,
    /// Such a change by whoever is signed in, be it with a one-time password.
    PAGE_CHANGE_AT_ALL
}
