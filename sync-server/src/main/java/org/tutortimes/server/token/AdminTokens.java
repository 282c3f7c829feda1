package org.tutortimes.server.token;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.database.Database;

/// Everybody's tokens, in the hands of administrators.
public final class AdminTokens {

    private final Database database;
    private final Clock clock;

    public AdminTokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<ListedToken> list(AdminTokenStore.Wanted wanted) {
        return database.read(handle -> AdminTokenStore.list(handle, wanted, clock.instant()));
    }

    /// The newest tokens of services that are in force.
    public List<ListedToken> ofServices(int most) {
        return list(new AdminTokenStore.Wanted(ListedToken.Kind.SERVICE, null, null, most));
    }

    /// Ends any token.
    public void end(Caller caller, String id) {
        Instant now = clock.instant();
        database.write(handle -> {
            ListedToken token =
                    AdminTokenStore.byId(handle, id, now).orElseThrow(AdminTokens::unknown);
            if (!AdminTokenStore.remove(handle, token)) {
                throw unknown();
            }
            AuditEntry entry =
                    new AuditEntry(Action.TOKEN_ENDED, Subject.token(id), token, null, null);
            AuditLog.record(handle, now, caller.actor(), entry);
            return token;
        });
    }

    private static Refused unknown() {
        return new Refused(new Refusal.NotFound("token"));
    }
}
