package org.tutortimes.server.marking;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A file of rows as programs for tables read it: UTF-8 without a byte order mark.
record CsvFile(String name) {

    /// What a spreadsheet takes for a formula.
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    static CsvFile named(String what, MarkingDays days) {
        return new CsvFile("%s-%s-to-%s.csv".formatted(what, days.first(), days.last()));
    }

    void answer(Context context, List<String> header, List<List<Object>> rows) {
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(text(header, rows));
    }

    private static String text(List<String> header, List<List<Object>> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(header);
            for (List<Object> row : rows) {
                printer.printRecord(row.stream().map(CsvFile::plain).toList());
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
        return text.toString();
    }

    /// People choose their names; a spreadsheet is not to calculate with them.
    private static Object plain(Object value) {
        return value instanceof String text
                        && !text.isEmpty()
                        && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : value;
    }
}
