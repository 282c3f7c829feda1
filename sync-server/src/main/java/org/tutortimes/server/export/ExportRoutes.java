package org.tutortimes.server.export;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Download;
import org.tutortimes.server.web.Routes;

/// A unit's timer sessions as files: everybody's for convenors and administrators, their own for
/// tutors.
public final class ExportRoutes implements Routes {

    private final Database database;
    private final UnitAccess units;
    private final Clock clock;

    public ExportRoutes(Database database, UnitAccess units, Clock clock) {
        this.database = database;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        for (ExportFormat format : ExportFormat.values()) {
            routes.get(
                    Api.UNITS + "/{id}/export." + format.extension(),
                    context -> export(context, format),
                    Access.SIGNED_IN_OR_PAGE);
        }
    }

    private void export(Context context, ExportFormat format) {
        Caller caller = AccessControl.caller(context);
        SeenUnit unit =
                units.required(caller.userId(), caller.admin(), Ids.number(context, "id", "unit"));
        Query query = Query.of(context);
        Export export = new Export(unit, Period.of(query, unit.zone()));
        query.refuseFaults();
        Instant now = clock.instant();
        AuditEntry taken = AuditEntry.exported(export.unitId(), query.asked());
        // Written first, and for itself: the file may take its reader's time.
        database.write(handle -> {
            AuditLog.record(handle, now, caller.actor(), taken);
            return taken;
        });
        Download.send(
                context,
                format.mediaType(),
                export.fileName(format, now),
                out -> write(export, format, out));
    }

    /// Each page is read for itself. A slow client keeps no read open meanwhile: there are few that
    /// can be open at once, and a long one keeps the database from clearing up.
    private void write(Export export, ExportFormat format, OutputStream out) throws IOException {
        SessionFile file = format.begin(export, out);
        List<ExportedSession> page = page(export, format, null);
        while (!page.isEmpty()) {
            for (ExportedSession session : page) {
                file.add(session);
            }
            page =
                    page.size() < ExportStore.PAGE
                            ? List.of()
                            : page(export, format, page.getLast().session());
        }
        file.end();
    }

    private List<ExportedSession> page(
            Export export, ExportFormat format, @Nullable SessionAnswer after) {
        return database.read(
                handle -> ExportStore.page(handle, export, format.hasSegments(), after));
    }
}
