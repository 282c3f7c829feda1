package org.tutortimes.server.administration;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.account.OneTimePasswords;
import org.tutortimes.server.admin.UserAnswer;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess;

/// Shows a one-time password, once: it stands in the answer to the form and nowhere else, so there
/// is no address that shows it again.
public final class PasswordGiven {

    private final UnitAccess units;
    private final PageFrame frame;
    private final InstantSource clock;

    public PasswordGiven(UnitAccess units, PageFrame frame, InstantSource clock) {
        this.units = units;
        this.frame = frame;
        this.clock = clock;
    }

    /// @param added whether the person is new
    void show(Context context, UserAnswer person, OneTimePasswords.Given given, boolean added) {
        Caller caller = AccessControl.caller(context);
        Reader reader = Reader.of(context);
        Words words = reader.words();
        ZoneId zone = reader.zone(ZoneOffset.UTC);
        frame.show(
                context,
                "administration/password",
                frame.shell(
                        context,
                        words.text(
                                added
                                        ? "administration.password.title.added"
                                        : "administration.password.title",
                                person.name()),
                        units.unitsOf(caller.userId(), true),
                        null),
                Map.of(
                        "person",
                        person,
                        "password",
                        given.oneTimePassword(),
                        "until",
                        words.text(
                                "administration.password.until",
                                words.dayAndTime(
                                        given.expiresAt(),
                                        zone,
                                        clock.instant().atZone(zone).toLocalDate())),
                        "zone",
                        zone.getId()));
    }
}
