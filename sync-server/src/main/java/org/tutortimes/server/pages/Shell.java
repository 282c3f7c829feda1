package org.tutortimes.server.pages;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.access.PageCookie;
import org.tutortimes.server.language.Language;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.report.UnitAccess.VisibleUnit;

/// What surrounds every page.
///
/// @param assets where the files of the page are
/// @param words what it says, in the reader's language
/// @param person who is signed in; null on the sign-in page
/// @param csrfToken for the page's forms
/// @param currentUnit the unit that the page is about, or null
/// @param path of the page
/// @param address of the page with its choices; empty where it is the answer to a form
/// @param student whether the reader is enrolled in any class
/// @param admin whether the reader administers the server
public record Shell(
        String title,
        String assets,
        Words words,
        @Nullable String person,
        String csrfToken,
        List<VisibleUnit> units,
        @Nullable Long currentUnit,
        String path,
        String address,
        boolean student,
        boolean admin) {
    public Shell {
        units = List.copyOf(units);
    }

    /// The same for a reader who is not signed in.
    ///
    /// @param csrfToken for the page's forms; empty where it has none
    public static Shell signedOut(
            Context context, String title, PageFrame frame, String csrfToken) {
        return new Shell(
                title,
                frame.assets().base(),
                PageLanguage.words(context),
                null,
                csrfToken,
                List.of(),
                null,
                context.path(),
                address(context),
                false,
                false);
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
                PageLanguage.words(context),
                caller.name(),
                PageCookie.csrfToken(context),
                units,
                currentUnit,
                context.path(),
                address(context),
                student,
                caller.admin());
    }

    /// Whether this is the page at a path.
    public boolean isAt(String wanted) {
        return path.equals(wanted);
    }

    /// Whether this is the page at a path, or one that belongs to it.
    public boolean isBelow(String wanted) {
        return isAt(wanted) || path.startsWith(wanted + "/");
    }

    /// Whether the reader decides on who has which role in a unit.
    public boolean decidesOn(long unit) {
        return admin || units.stream().anyMatch(each -> each.id() == unit && each.whole());
    }

    public boolean isCurrent(VisibleUnit unit) {
        return currentUnit != null && currentUnit == unit.id();
    }

    /// The languages in which it can also be read.
    public List<Language> otherLanguages() {
        return Arrays.stream(Language.values()).filter(each -> each != words.language()).toList();
    }

    /// What a form answers with stands at an address that only forms are sent to: nobody can be
    /// sent back there.
    private static String address(Context context) {
        if (!context.method().equals(HandlerType.GET)) {
            return "";
        }
        String choices = context.queryString();
        return choices == null ? context.path() : context.path() + "?" + choices;
    }
}
