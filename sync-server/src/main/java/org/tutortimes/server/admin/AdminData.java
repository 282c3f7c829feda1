package org.tutortimes.server.admin;

import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tutortimes.server.DataFolder;
import org.tutortimes.server.Refused;
import org.tutortimes.server.ServerConfig;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.UnitChanges;
import org.tutortimes.server.importing.Import;
import org.tutortimes.server.importing.RowEdit;
import org.tutortimes.server.live.Topic;

/// The stored data, opened for one command. It may be served at the same time.
final class AdminData {

    private final Database database;
    private final Passwords passwords = new Passwords();

    private AdminData(Database database) {
        this.database = database;
    }

    /// Opens the data, makes them where there are none, and closes them after the work.
    static <T> T use(ServerConfig config, Function<AdminData, T> work) {
        if (config.isStoredInAFile()) {
            DataFolder.prepare(config.data());
        }
        try (Database database = Database.open(config.database())) {
            return work.apply(new AdminData(database));
        } catch (Refused e) {
            throw new StartFailure("The data cannot be read or written; nothing was changed.", e);
        }
    }

    Import newImport() {
        return new Import(database, passwords, inbox(), Clock.systemUTC());
    }

    AddUser newAddUser() {
        return new AddUser(new RowEdit(database, passwords, inbox(), Clock.systemUTC()));
    }

    private EventInbox inbox() {
        UnitChanges changes = new UnitChanges();
        changes.listen(units ->
                database.tellOtherProcesses(
                        units.stream()
                                .map(id -> Topic.unit(id).name())
                                .collect(Collectors.toSet())));
        return new EventInbox(database, changes);
    }
}
