package org.tutortimes.server.address;

import org.jdbi.v3.core.Handle;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.database.Database;

/// Which key the addresses of a database belong to. Under another one nothing could be compared:
/// what one server observed and what another did would seem to come from different places.
public final class StoredAddresses {

    private StoredAddresses() {}

    /// Takes a new database for this key.
    ///
    /// @throws StartFailure where it belongs to another
    public static boolean claim(Handle handle, AddressKey key) {
        if (AddressStore.claim(handle, key.id()).equals(key.id())) {
            return true;
        }
        throw new StartFailure(
                "The addresses in this database belong to another key. Give all of its servers the"
                        + " same one, by address-key or by a copy of the file address.key in the"
                        + " data folder; or, if that key is lost, start once with"
                        + " --give-up-addresses.");
    }

    /// Erases all addresses, so that another key can take their place.
    public static void giveUp(Database database) {
        database.prepare(handle -> {
            AddressStore.giveUp(handle);
            return handle;
        });
    }
}
