package org.tutortimes.server.marking;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Rows as programs for tables read them, by RFC 4180.
public final class CsvFile {

    /// What a spreadsheet takes for a formula.
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;

    /// Begins a file with the names of its columns.
    public CsvFile(Appendable out, List<String> header) throws IOException {
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(header);
    }

    public void add(List<Object> row) throws IOException {
        printer.printRecord(row.stream().map(CsvFile::plain).toList());
    }

    /// A whole file.
    static String text(List<String> header, List<List<Object>> rows) {
        StringBuilder text = new StringBuilder();
        try {
            CsvFile file = new CsvFile(text, header);
            for (List<Object> row : rows) {
                file.add(row);
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
