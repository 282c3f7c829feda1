package org.tutortimes.server.classroom;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Shell;
import org.tutortimes.server.report.UnitAccess;

/// What the pages of those who teach need to know of units and people.
final class Teaching {

    private final Database database;
    private final UnitAccess units;
    private final PageFrame frame;

    Teaching(Database database, UnitAccess units, PageFrame frame) {
        this.database = database;
        this.units = units;
        this.frame = frame;
    }

    /// What surrounds a page of this unit.
    Shell shell(Context context, String title, long unitId) {
        Caller caller = AccessControl.caller(context);
        return frame.shell(context, title, units.unitsOf(caller.userId(), caller.admin()), unitId);
    }

    /// Where the unit's days begin.
    ZoneId zoneOf(long unitId) {
        return ZoneId.of(unit(unitId).zone());
    }

    ClassroomStore.Unit unit(long unitId) {
        return database.read(handle -> ClassroomStore.unit(handle, unitId))
                .orElseThrow(() -> new Refused(new Refusal.NotFound("unit")));
    }

    /// A unit that the caller is a member of.
    UnitAccess.SeenUnit seen(Caller caller, long unitId) {
        return units.required(caller.userId(), caller.admin(), unitId);
    }

    /// Whether they give classes of the unit to others.
    boolean decides(Caller caller, long unitId) {
        return units.scopeOf(caller.userId(), caller.admin(), unitId)
                .filter(scope -> scope.isWhole())
                .isPresent();
    }

    List<ClassroomStore.Person> tutors(long unitId) {
        return database.read(handle -> ClassroomStore.tutors(handle, unitId));
    }

    /// Everybody who is a student of the unit.
    List<ClassroomStore.Person> students(long unitId) {
        return database.read(handle -> ClassroomStore.students(handle, unitId));
    }

    /// These people, by name.
    List<ClassroomStore.Person> people(List<Long> ids) {
        return database.read(handle -> ClassroomStore.people(handle, ids));
    }
}
