package org.tutortimes.server.importformat;

import org.jspecify.annotations.Nullable;

/// One column of an import list.
///
/// @param name in the file
/// @param storedAs in the table
/// @param required whether a new row must give it
/// @param fixed whether it stays what it is once the row exists, because recorded time hangs on it
/// @param fallback what a new row gets that does not give it
/// @param refersTo the list in which its value is an id
public record Column(
        String name,
        String storedAs,
        ColumnKind kind,
        boolean required,
        boolean fixed,
        @Nullable Object fallback,
        @Nullable ImportList refersTo) {

    static Column needed(String name, ColumnKind kind) {
        return new Column(name, name, kind, true, false, null, null);
    }

    static Column optional(String name, ColumnKind kind) {
        return new Column(name, name, kind, false, false, null, null);
    }

    static Column withDefault(String name, ColumnKind kind, Object fallback) {
        return new Column(name, name, kind, false, false, fallback, null);
    }

    static Column reference(String name, ImportList to) {
        return new Column(name, name, ColumnKind.ID, true, false, null, to);
    }

    Column thatStays() {
        return new Column(name, storedAs, kind, required, true, fallback, refersTo);
    }

    Column storedAs(String column) {
        return new Column(name, column, kind, required, fixed, fallback, refersTo);
    }

    /// Whether an explicit null clears it.
    public boolean mayBeNull() {
        return !required && fallback == null;
    }
}
