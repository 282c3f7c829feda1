package org.tutortimes.server.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.tutortimes.model.wire.Json;

/// A value of a JSON column, which PostgreSQL tells from a text.
public record JsonText(String text) {

    /// Something as JSON.
    public static JsonText of(Object value) {
        return new JsonText(Json.write(value));
    }

    /// A condition: whether a column's JSON list of numbers holds one, which is its parameter.
    public static String holds(Handle handle, String column) {
        return Dialect.of(handle).jsonHolds(column);
    }

    /// The value for the fluent statements of a handle.
    public Argument argument() {
        return (position, statement, _) -> bind(statement, position);
    }

    void bind(PreparedStatement statement, int position) throws SQLException {
        statement.setObject(position, text, Types.OTHER);
    }
}
