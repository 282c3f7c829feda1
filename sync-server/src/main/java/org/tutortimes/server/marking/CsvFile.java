package org.tutortimes.server.marking;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Rows as programs for tables read them, by RFC 4180.
final class CsvFile {

    /// What a spreadsheet takes for a formula.
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private CsvFile() {}

    static String text(List<String> header, List<List<Object>> rows) {
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
