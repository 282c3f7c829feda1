package org.tutortimes.server.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.people.PeopleView.AddForm;
import org.tutortimes.server.people.PeopleView.Done;
import org.tutortimes.server.people.PeopleView.Line;
import org.tutortimes.server.people.PeopleView.ListForm;
import org.tutortimes.server.report.UnitAccess.SeenUnit;

/// Makes the view of a unit's people for a reader.
///
/// @param admin whether the reader is an administrator
record PeopleViewOf(Reader reader, boolean admin, Instant now) {

    /// What the forms hold and say.
    record Forms(Done done, AddForm add, ListForm list) {}

    PeopleView view(long unitId, SeenUnit unit, List<PeopleStore.Row> rows, Forms forms) {
        return new PeopleView(
                unitId,
                unit.code(),
                unit.name(),
                admin,
                forms.done(),
                forms.add(),
                forms.list(),
                lines(rows, true, unit),
                lines(rows, false, unit),
                reader.zoneNote(unit.zone()));
    }

    private List<Line> lines(List<PeopleStore.Row> rows, boolean active, SeenUnit unit) {
        return rows.stream()
                .filter(row -> row.active() == active)
                .map(row -> line(row, reader.zone(unit.zone())))
                .toList();
    }

    private Line line(PeopleStore.Row row, ZoneId zone) {
        Words words = reader.words();
        UnitRoleKind other =
                row.role() == UnitRoleKind.TUTOR ? UnitRoleKind.CONVENOR : UnitRoleKind.TUTOR;
        return new Line(
                row.id(),
                row.name(),
                row.username(),
                row.account(),
                role(row.role(), words),
                day(row.since(), zone),
                day(row.lastMarked(), zone),
                words.duration(row.countedSeconds()),
                admin ? other.name().toLowerCase(Locale.ROOT) : "",
                role(other, words),
                admin || row.role() == UnitRoleKind.TUTOR);
    }

    static String role(UnitRoleKind role, Words words) {
        return words.text(
                role == UnitRoleKind.CONVENOR ? "people.role.convenor" : "people.role.tutor");
    }

    private String day(@Nullable Instant at, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return at == null ? "–" : reader.words().day(at.atZone(zone).toLocalDate(), today);
    }
}
