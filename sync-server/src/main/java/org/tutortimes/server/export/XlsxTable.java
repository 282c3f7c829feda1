package org.tutortimes.server.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A sheet of a workbook with a header, written row after row. What is text is written as text,
/// whatever it begins with, and into the cells themselves: the library would else keep every text
/// until the end.
final class XlsxTable {

    private static final int ROWS_AT_A_TIME = 500;
    private static final double SECONDS_PER_DAY = 86_400;

    private final Worksheet sheet;
    private final int columns;
    private List<Object> latest = List.of();
    private int rows = 1;
    private int written = 1;

    XlsxTable(Worksheet sheet, List<String> header, int[] widths) {
        this.sheet = sheet;
        this.columns = header.size();
        for (int column = 0; column < columns; column++) {
            sheet.width(column, widths[column]);
            sheet.inlineString(0, column, header.get(column));
        }
        sheet.freezePane(0, 1);
        emboldenLast();
    }

    /// How many it has, its header counted.
    int rows() {
        return rows;
    }

    /// @param cells of which each column has the same kind in every row
    void add(List<Object> cells) throws IOException {
        if (rows - written == ROWS_AT_A_TIME) {
            flush();
        }
        for (int column = 0; column < columns; column++) {
            write(column, cells.get(column));
        }
        latest = cells;
        rows++;
    }

    void emboldenLast() {
        sheet.range(rows - 1, 0, rows - 1, columns - 1).style().bold().set();
    }

    void finish() throws IOException {
        flush();
        sheet.finish();
    }

    private void write(int column, Object cell) {
        switch (cell) {
            case LocalDate day -> sheet.value(rows, column, day);
            case LocalTime time ->
                    sheet.value(rows, column, time.toSecondOfDay() / SECONDS_PER_DAY);
            case Duration duration ->
                    sheet.value(rows, column, duration.toSeconds() / SECONDS_PER_DAY);
            case Boolean truth -> sheet.value(rows, column, truth);
            case Number number -> sheet.value(rows, column, number);
            case Object text when text.toString().isEmpty() -> {}
            case Object text -> sheet.inlineString(rows, column, text.toString());
        }
    }

    /// A format for a stretch of a column costs far less than one for each cell.
    private void flush() throws IOException {
        for (int column = 0; column < columns && rows > written; column++) {
            String format = format(latest.get(column));
            if (format != null) {
                sheet.range(written, column, rows - 1, column).style().format(format).set();
            }
        }
        written = rows;
        sheet.flush();
    }

    private static @Nullable String format(Object cell) {
        return switch (cell) {
            case LocalDate _ -> "yyyy-mm-dd";
            case LocalTime _ -> "hh:mm:ss";
            case Duration _ -> "[h]:mm";
            case BigDecimal _ -> "0.0000";
            default -> null;
        };
    }
}
