package org.tutortimes.server.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A table as somebody copies it out of a spreadsheet or a CSV file: with commas, semicolons or
/// tabs between the columns, whatever that program likes.
public final class PastedTable {

    /// A line that is not blank.
    ///
    /// @param number counted from 1
    public record Line(long number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    private PastedTable() {}

    /// Its lines, of cells without surrounding spaces.
    public static List<Line> lines(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        char delimiter = plain.contains("\t") ? '\t' : plain.contains(";") ? ';' : ',';
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(true)
                        .setIgnoreSurroundingSpaces(true)
                        .setLenientEof(true)
                        .setTrailingData(true)
                        .get();
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(plain, format)) {
            for (CSVRecord row : parser) {
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    lines.add(
                            new Line(
                                    parser.getCurrentLineNumber(),
                                    row.stream().map(String::strip).toList()));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }
}
