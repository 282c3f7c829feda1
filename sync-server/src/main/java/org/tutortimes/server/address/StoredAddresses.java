package org.tutortimes.server.address;

import java.time.Instant;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.database.Database;

/// Which key the addresses of a database belong to. Under another one nothing could be compared:
/// what one server observed and what another did would seem to come from different places.
public final class StoredAddresses {

    private StoredAddresses() {}

    /// Takes a new database for this key.
    ///
    /// @throws StartFailure where it belongs to another
    public static void claim(Database database, AddressKey key) {
        String owner = database.prepare(handle -> AddressStore.claim(handle, key.id()));
        if (!owner.equals(key.id())) {
            key.refused();
            throw new StartFailure(
                    "The addresses in this database belong to another key. Give all of its servers"
                            + " the same one, by address-key or by a copy of the file address.key"
                            + " in the data folder; or, if that key is lost, start once with"
                            + " --give-up-addresses.");
        }
        key.accepted();
    }

    /// Erases all addresses of another key, so that this one can take its place; those of this key
    /// stay.
    ///
    /// @return what was done, in a sentence
    public static String giveUp(Database database, AddressKey key, Instant now) {
        return database.prepare(handle -> {
            if (AddressStore.claim(handle, key.id()).equals(key.id())) {
                return "The stored addresses belong to this server's key, so none was given up.";
            }
            int erased = AddressStore.giveUp(handle);
            AuditLog.record(
                    handle,
                    now,
                    Actor.OPERATOR,
                    AuditEntry.done(Action.ADDRESSES_GIVEN_UP, Subject.server()));
            return "Gave up the addresses of %d marking sessions, whose key is lost."
                    .formatted(erased);
        });
    }
}
