package org.tutortimes.server.pages;

import org.jspecify.annotations.Nullable;

/// Where a form leads back to: only to a page of this server, so that no address that somebody made
/// up sends a reader elsewhere.
public final class OwnAddress {

    private static final String ROOT = "/";

    private OwnAddress() {}

    /// The address, or that of the first page where it is not one of this server's.
    public static String of(@Nullable String wanted) {
        return wanted != null && wanted.matches("/(?![/\\\\])[\\w\\-./?=&%+,:~]*") ? wanted : ROOT;
    }
}
