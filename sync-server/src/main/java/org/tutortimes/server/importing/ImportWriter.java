package org.tutortimes.server.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.importing.ImportPlan.ListPlan;

/// Writes what was found to be without fault, and all that follows from it: it is put on record,
/// timers are told of it, events that waited for it count, viewers see it.
final class ImportWriter {

    private final EventInbox inbox;
    private final Clock clock;

    ImportWriter(EventInbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /// Writes a plan without faults, made in the same transaction.
    ///
    /// @param hashes of the plan's passwords, by user
    /// @return how many held events count now
    int write(Handle handle, ImportPlan plan, Map<Long, String> hashes, Editor editor) {
        ImportStore store = new ImportStore(handle);
        long revision = plan.changesReference() ? store.nextRevision() : 0;
        for (ListPlan list : plan.lists()) {
            store.update(list.list(), list.changed(), revision);
            store.insert(list.list(), list.added(), revision);
        }
        store.touchProjectsOf(plan.renamed(), revision);
        store.setPasswords(hashes);
        audit(handle, editor).rows(plan);
        return plan.changesReference() ? released(handle, store, plan) : 0;
    }

    /// What writes the audit log in the name of an editor.
    ImportAudit audit(Handle handle, Editor editor) {
        return new ImportAudit(handle, now(), editor.actor());
    }

    private int released(Handle handle, ImportStore store, ImportPlan plan) {
        Set<Long> units = new HashSet<>(plan.units());
        units.addAll(store.unitsOf(plan.renamed()));
        inbox.changed(units);
        return inbox.releaseHeld(handle, now());
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
