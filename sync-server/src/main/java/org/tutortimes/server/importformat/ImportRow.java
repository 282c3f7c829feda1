package org.tutortimes.server.importformat;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of an import as it stands in its file.
///
/// @param cells by column; what is absent or empty has none
public record ImportRow(ImportList list, String file, int line, Map<String, Cell> cells) {

    /// A value in the file.
    ///
    /// @param text as it stands there; null where JSON says null
    /// @param told whether a fault of it is on the list already
    public record Cell(@Nullable String text, int line, boolean told) {}

    public @Nullable Cell cell(Column column) {
        return cells.get(column.name());
    }

    /// A fault of one field, at its line where it stands in the file, otherwise at the row's.
    public ImportFault fault(Column column, String message) {
        Cell cell = cell(column);
        return new ImportFault(
                file,
                cell == null ? line : cell.line(),
                list.table() + "." + column.name(),
                message);
    }
}
