package org.tutortimes.server.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Locks;

/// Proves every invariant on what is stored, on one snapshot, so also beside a live server. Flagged
/// sessions and held events are no failure.
public final class Check {

    private final Database database;

    public Check(Database database) {
        this.database = database;
    }

    /// What is wrong, a sentence for each; empty where all is well. Whatever is found, all the rest
    /// is looked at too.
    public List<String> failures() {
        return database.read(handle -> {
            List<String> failures = new ArrayList<>(database.damages(handle));
            failures.addAll(InvariantStore.broken(handle));
            checkServerDevice(handle, failures::add);
            // Those of known sessions are read with their sessions.
            CheckStore.eventsOfNoSession(handle).forEach(event -> event.read(failures::add));
            for (CheckStore.Role role : CheckStore.roles(handle)) {
                new UnitRoleCheck(handle, role, failures::add).run();
            }
            new ClassCheck(handle, failures::add).run();
            return failures;
        });
    }

    /// The server writes events too: under a name of the form that every device has, with numbers
    /// that it gives out once.
    private static void checkServerDevice(Handle handle, Consumer<String> failures) {
        Optional<String> device = CheckStore.serverDevice(handle);
        if (device.isEmpty()) {
            failures.accept("The server has no name as a writer of events (server_identity).");
            return;
        }
        if (!isUuid(device.get())) {
            failures.accept(
                    "The server's name as a writer of events is no UUID: %s (server_identity)."
                            .formatted(device.get()));
        }
        long used = CheckStore.lastSeqOf(handle, device.get());
        Locks.lastServerSeq(handle)
                .filter(given -> given < used)
                .ifPresent(given ->
                        failures.accept(
                                ("The server's last event has the number %d, and its counter stands"
                                                + " at %d: numbers would repeat.")
                                        .formatted(used, given)));
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
