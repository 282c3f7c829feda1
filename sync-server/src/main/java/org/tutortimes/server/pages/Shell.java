package org.tutortimes.server.pages;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.access.PageCookie;
import org.tutortimes.server.report.UnitAccess.VisibleUnit;

/// What surrounds every page.
///
/// @param assets where the files of the page are
/// @param person who is signed in; null on the sign-in page
/// @param csrfToken for the page's forms
/// @param currentUnit the unit that the page is about, or null
/// @param path of the page
/// @param student whether the reader is enrolled in any class
public record Shell(
        String title,
        String assets,
        @Nullable String person,
        String csrfToken,
        List<VisibleUnit> units,
        @Nullable Long currentUnit,
        String path,
        boolean student) {
    public Shell {
        units = List.copyOf(units);
    }

    static Shell signedOut(String title, Assets assets, String csrfToken) {
        return new Shell(title, assets.base(), null, csrfToken, List.of(), null, "", false);
    }

    /// @param student whether the reader is enrolled in any class
    static Shell of(
            Context context,
            String title,
            Assets assets,
            List<VisibleUnit> units,
            @Nullable Long currentUnit,
            boolean student) {
        Caller caller = AccessControl.caller(context);
        return new Shell(
                title,
                assets.base(),
                caller.name(),
                PageCookie.csrfToken(context),
                units,
                currentUnit,
                context.path(),
                student);
    }

    /// Whether this is the page at a path.
    public boolean isAt(String wanted) {
        return path.equals(wanted);
    }

    public boolean isCurrent(VisibleUnit unit) {
        return currentUnit != null && currentUnit == unit.id();
    }
}
