package org.tutortimes.server.classes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tutortimes.model.classes.ClassStatus;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.RowEdit;
import org.tutortimes.server.live.Announcer;
import org.tutortimes.server.request.Ids;
import org.tutortimes.server.request.Page;

/// Teaching groups. What a class must be like is what imports ask of it; here it is said who may
/// make and change one, and that is put on record.
public final class Classes {

    private final Database database;
    private final RowEdit rows;
    private final Announcer announcer;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /// @param ids gives a new id for a class each time
    public Classes(
            Database database, RowEdit rows, Announcer announcer, Supplier<UUID> ids, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.announcer = announcer;
        this.ids = ids;
        this.clock = clock;
    }

    public List<TeachingClass> list(Caller caller, ClassStore.Wanted wanted) {
        return database.read(handle -> ClassStore.list(handle, caller, wanted));
    }

    /// The classes of a unit that the caller runs, by name.
    public List<TeachingClass> ofUnit(Caller caller, long unitId) {
        return list(caller, new ClassStore.Wanted(unitId, null, null, Page.MOST));
    }

    /// A class that the caller runs.
    public TeachingClass one(Caller caller, UUID id) {
        return database.read(handle -> SeenClass.run(handle, caller, id));
    }

    /// Makes a class.
    ///
    /// @param fields of the import's columns; the teacher is the caller where none is named
    public TeachingClass add(Caller caller, ObjectNode fields) {
        ObjectNode row = columns(fields);
        if (!row.hasNonNull(ClassChange.ID)) {
            row.put(ClassChange.ID, ids.get().toString());
        } else if (Ids.parse(row.path(ClassChange.ID).asText()) == null) {
            // Imports would take one with spaces around it.
            throw malformed(ClassChange.ID, "must be a UUID");
        }
        if (!row.hasNonNull(ClassChange.TEACHER)) {
            row.put(ClassChange.TEACHER, caller.userId());
        }
        ClassChange change = new ClassChange(announcer, clock, caller, null, row, null);
        rows.add(ImportList.CLASSES, row, change);
        return change.outcome();
    }

    /// Changes what the fields name, and nothing else.
    public TeachingClass change(Caller caller, UUID id, ObjectNode fields) {
        ClassChange change = new ClassChange(announcer, clock, caller, id, fields, null);
        rows.change(ImportList.CLASSES, id.toString(), columns(fields), change);
        return change.outcome();
    }

    /// Changes who is enrolled, by who is at that moment: so two who enrol at once lose nobody.
    ///
    /// @param students changes the set that it is given
    public TeachingClass enrol(Caller caller, UUID id, Consumer<Set<Long>> students) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        ClassChange change = new ClassChange(announcer, clock, caller, id, fields, students);
        rows.change(ImportList.CLASSES, id.toString(), fields, change);
        return change.outcome();
    }

    /// Ends a class, unless one of its sessions is open.
    public TeachingClass archive(Caller caller, UUID id) {
        return change(
                caller,
                id,
                JsonNodeFactory.instance
                        .objectNode()
                        .put(ClassChange.STATUS, ClassStatus.ARCHIVED.wireName()));
    }

    /// The fields as the import names them.
    private static ObjectNode columns(ObjectNode fields) {
        ObjectNode columns = fields.deepCopy();
        columns.remove("active");
        String status = fields.path(ClassChange.STATUS).asText();
        if (fields.hasNonNull(ClassChange.STATUS)) {
            if (Set.of("ACTIVE", "ARCHIVED").contains(status)) {
                columns.put("active", status.equals("ACTIVE"));
            } else {
                throw malformed(ClassChange.STATUS, "must be ACTIVE or ARCHIVED");
            }
        }
        return columns;
    }

    private static Refused malformed(String field, String fault) {
        return new Refused(Refusal.Malformed.field(field, fault));
    }
}
