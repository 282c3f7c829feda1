package org.tutortimes.trust.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tutortimes.trust.machine.Ids;
import org.tutortimes.trust.machine.Templates;

/// What becomes of a program's folder without the program: copies that are kept, put back or
/// carried to another computer, and rows that another program wrote.
final class Copies {
    private final World world;
    private final SequencedMap<Desk, Copy> kept = new LinkedHashMap<>();

    private record Copy(Path folder, int written, long position) {}

    Copies(World world) {
        this.world = world;
    }

    void perform(Deed deed, Desk desk) {
        switch (deed) {
            case BACK_UP -> backUp(desk);
            case RESTORE_BACKUP -> restore();
            case CLONE -> clone(desk);
            case WRITE_BAD_ROW -> writeBadRow(desk);
            case WRITE_UNKNOWN_KIND -> writeUnknownKind(desk);
            default -> throw new IllegalStateException();
        }
    }

    /// The program is ended, its folder copied, and the program started again.
    private void backUp(Desk desk) {
        desk.quit();
        desk.crash();
        Path folder = desk.folder().resolveSibling("copy" + UUID.randomUUID());
        copy(desk.folder(), folder);
        kept.put(desk, new Copy(folder, desk.witness().count(), desk.reader().position()));
        desk.boot();
    }

    /// Puts the copy back that was made first.
    private void restore() {
        Map.Entry<Desk, Copy> first = kept.pollFirstEntry();
        if (first != null) {
            restore(first.getKey(), first.getValue());
        }
    }

    private void restore(Desk desk, Copy copy) {
        desk.crash();
        world.story().count("fault", "journal restored");
        empty(desk.folder());
        copy(copy.folder(), desk.folder());
        desk.witness().keepOnly(copy.written());
        desk.reader().goTo(copy.position());
        desk.boot();
    }

    /// The folder is copied to another computer, and both go on.
    private void clone(Desk desk) {
        if (world.desks().size() >= Templates.DESKS) {
            return;
        }
        desk.quit();
        desk.crash();
        world.story().count("fault", "journal cloned");
        Desk other = world.place(desk);
        copy(desk.folder(), other.folder());
        other.reader().goTo(desk.reader().position());
        other.boot();
        desk.boot();
    }

    /// What a damaged file or a broken program may leave in the queue.
    private void writeBadRow(Desk desk) {
        insert(desk, "bad row", "{\"id\": \"%s\", \"kind\": \"paused\"}");
    }

    /// What a newer program wrote before this one was put back.
    private void writeUnknownKind(Desk desk) {
        insert(
                desk,
                "unknown kind",
                """
                {"id": "%s", "session_id": "%s", "device_id": "%s", "seq": 1, "kind": "rated",
                "at": "2026-03-02T01:00:00Z", "zone": "UTC", "clock_offset_ms": 0, "stars": 5}
                """);
    }

    private void insert(Desk desk, String fault, String body) {
        if (!desk.isOn() || desk.isDiskFull()) {
            return;
        }
        Supplier<UUID> ids = Ids.by(desk.computer()::millis, world.random());
        String id = ids.get().toString();
        String session = ids.get().toString();
        Connection connection = desk.disk().real();
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO journal (event_id, account_id, session_id, device_id, seq, kind,
                            at_ms, body)
                        SELECT ?, account_id, ?, ?, 1, 'other', 0, ? FROM accounts
                        ORDER BY account_id LIMIT 1
                        """)) {
            insert.setString(1, id);
            insert.setString(2, session);
            insert.setString(3, session);
            insert.setString(4, body.formatted(id, session, session));
            if (insert.executeUpdate() > 0) {
                world.story().count("fault", fault);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
