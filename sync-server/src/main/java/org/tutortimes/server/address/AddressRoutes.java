package org.tutortimes.server.address;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// `GET /api/admin/marking_sessions/:id/ip_address`: the one place where an address can be looked
/// at. Each look is written down before it is answered.
public final class AddressRoutes implements Routes {

    private static final int LONGEST_NOTE = 2_000;

    private final Database database;
    private final AddressKey key;
    private final Clock clock;

    public AddressRoutes(Database database, AddressKey key, Clock clock) {
        this.database = database;
        this.key = key;
        this.clock = clock;
    }

    /// @param ipAddress null once it is erased
    private record Looked(long markingSessionId, @Nullable String ipAddress) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/api/admin/marking_sessions/{id}/ip_address", this::look, Access.ADMIN);
    }

    private void look(Context context) {
        long id = Ids.number(context, "id", "marking session");
        Query query = Query.of(context);
        String note = query.text("note");
        if (note != null && note.length() > LONGEST_NOTE) {
            query.fault("note", "must have at most " + LONGEST_NOTE + " characters");
        }
        query.refuseFaults();
        Actor actor = AccessControl.actor(context);
        Instant now = clock.instant();
        context.json(
                database.write(handle -> {
                    AddressStore.Kept kept =
                            AddressStore.ofSession(handle, id)
                                    .orElseThrow(() ->
                                            new Refused(new Refusal.NotFound("marking session")));
                    Subject subject = Subject.markingSession(id, kept.unitId());
                    AuditLog.record(
                            handle,
                            now,
                            actor,
                            AuditEntry.done(Action.IP_ADDRESS_SEEN, subject).withNote(note));
                    String sealed = kept.sealed();
                    return new Looked(id, sealed == null ? null : key.opened(sealed).orElse(null));
                }));
    }
}
