package org.tutortimes.server.importformat;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Why an import was refused, one of perhaps many.
///
/// @param file the name of the file
/// @param line counted from 1; 0 where the whole file is meant
/// @param field list and column, such as `users.username`; null where no field is to blame
/// @param message a sentence without its subject where there is a field
public record ImportFault(String file, int line, @Nullable String field, String message) {

    /// As a reader of the files goes.
    public static final Comparator<ImportFault> BY_PLACE =
            Comparator.comparing(ImportFault::file)
                    .thenComparingInt(ImportFault::line)
                    .thenComparing(
                            ImportFault::field, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(ImportFault::message);

    /// Such as `users.csv:12: users.username must be given`.
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        return place + ": " + (field == null ? message : field + " " + message);
    }
}
