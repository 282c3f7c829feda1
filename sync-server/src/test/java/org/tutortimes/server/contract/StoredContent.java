package org.tutortimes.server.contract;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Database;

/// Every row of every table.
final class StoredContent {

    /// A request that is refused may note that its token was used.
    private static final List<String> NOTED_USE = List.of("last_used_at", "expires_at");

    /// What was heard of participants is written a moment later.
    private static final Pattern PRESENCE =
            Pattern.compile("\"(connection_status|last_activity)\": ?\"[^\"]*\"");

    /// That devices were heard of is written a moment later, too.
    private static final String CONTACTS = "device_contacts";

    private StoredContent() {}

    static Map<String, List<String>> of(Database database) {
        return database.read(handle -> {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : tables(handle)) {
                rows.put(
                        table,
                        handle.createQuery("SELECT * FROM " + table).mapToMap().stream()
                                .map(row -> {
                                    if (table.equals("auth_tokens")) {
                                        row.keySet().removeAll(NOTED_USE);
                                    }
                                    return PRESENCE.matcher(row.toString()).replaceAll("");
                                })
                                .sorted()
                                .toList());
            }
            return rows;
        });
    }

    private static List<String> tables(Handle handle) {
        List<String> names = new ArrayList<>();
        try {
            DatabaseMetaData about = handle.getConnection().getMetaData();
            try (ResultSet tables = about.getTables(null, null, "%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    names.add(tables.getString("TABLE_NAME"));
                }
                names.remove(CONTACTS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }
}
