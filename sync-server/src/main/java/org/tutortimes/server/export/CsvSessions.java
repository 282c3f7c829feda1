package org.tutortimes.server.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tutortimes.server.marking.CsvFile;

/// A table for any program that reads tables, in UTF-8 without a byte order mark.
final class CsvSessions implements SessionFile {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Export export;
    private final Writer writer;
    private final CsvFile file;

    CsvSessions(Export export, OutputStream out) throws IOException {
        this.export = export;
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.file = new CsvFile(writer, ExportedSession.COLUMNS);
    }

    @Override
    public void add(ExportedSession session) throws IOException {
        file.add(session.cells(export).stream().map(CsvSessions::shown).toList());
    }

    @Override
    public void end() throws IOException {
        writer.flush();
    }

    /// Days and numbers are written as they are.
    private static Object shown(Object cell) {
        return switch (cell) {
            case LocalTime time -> CLOCK.format(time);
            case Duration duration ->
                    String.format(
                            Locale.ROOT, "%d:%02d", duration.toHours(), duration.toMinutesPart());
            default -> cell;
        };
    }
}
