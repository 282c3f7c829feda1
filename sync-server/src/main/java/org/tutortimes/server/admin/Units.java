package org.tutortimes.server.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.RowEdit;

/// All units, in the hands of administrators.
public final class Units {

    private final Database database;
    private final RowEdit rows;

    public Units(Database database, RowEdit rows) {
        this.database = database;
        this.rows = rows;
    }

    List<UnitAnswer> list(
            AdminUnitStore.Filter filter, AdminUnitStore.@Nullable Position after, int limit) {
        return database.read(handle -> AdminUnitStore.list(handle, filter, after, limit));
    }

    /// A page of all units by code.
    ///
    /// @param prefix how their codes begin; null for all
    /// @param active whether they go on; null for either
    /// @param after the last unit of the page before; null for the first page
    public List<UnitAnswer> found(
            @Nullable String prefix,
            @Nullable Boolean active,
            @Nullable UnitAnswer after,
            int limit) {
        return list(
                new AdminUnitStore.Filter(prefix, active),
                after == null ? null : new AdminUnitStore.Position(after.code(), after.id()),
                limit);
    }

    public UnitAnswer one(long id) {
        return database.read(handle -> AdminUnitStore.one(handle, id))
                .orElseThrow(() -> new Refused(new Refusal.NotFound("unit")));
    }

    /// Adds a unit.
    ///
    /// @param fields of the import's columns
    public UnitAnswer add(Caller caller, ObjectNode fields) {
        return one(rows.add(ImportList.UNITS, fields, new Administrator(caller)).asLong());
    }

    /// Changes the fields that are given, and no others.
    public UnitAnswer change(Caller caller, long id, ObjectNode fields) {
        rows.change(ImportList.UNITS, id, fields, new Administrator(caller));
        return one(id);
    }
}
