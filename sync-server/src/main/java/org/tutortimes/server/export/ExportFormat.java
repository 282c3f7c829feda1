package org.tutortimes.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// The kinds of files.
enum ExportFormat {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ICS("text/calendar; charset=utf-8"),
    JSON("application/json");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /// How its files' names end, and its address.
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    /// Whether it tells when the timer ran inside a session.
    boolean hasSegments() {
        return this == JSON;
    }

    /// Begins a file.
    SessionFile begin(Export export, OutputStream out) throws IOException {
        return switch (this) {
            case CSV -> new CsvSessions(export, out);
            case XLSX -> new XlsxSessions(export, out);
            case ICS -> new CalendarSessions(export, out);
            case JSON -> new JsonSessions(export, out);
        };
    }
}
