package org.tutortimes.server.importformat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tutortimes.server.importformat.ImportRow.Cell;

/// Reads one list of an import from a CSV file: UTF-8, commas, the columns' names in the first row,
/// in any letter case. An empty cell is an absent one.
public final class ImportCsv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private static final int LONGEST_SHOWN = 200;

    private final ImportList list;
    private final String file;
    private final String text;
    private final ImportContent content;
    private final List<Optional<Column>> header = new ArrayList<>();
    private int line = 1;
    private int lineCountedTo;

    private ImportCsv(ImportList list, String file, String text, ImportContent content) {
        this.list = list;
        this.file = file;
        this.text = text;
        this.content = content;
    }

    /// Adds the rows and faults of a file to the content.
    public static void read(ImportList list, String file, byte[] bytes, ImportContent content) {
        decoded(list, file, bytes, content)
                .ifPresent(text -> new ImportCsv(list, file, text, content).readAll());
    }

    private static Optional<String> decoded(
            ImportList list, String file, byte[] bytes, ImportContent content) {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        CharBuffer decoded = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(source, decoded, true);
        decoded.flip();
        if (result.isError()) {
            int line = 1 + (int) decoded.chars().filter(character -> character == '\n').count();
            content.add(new ImportFault(file, line, null, "this is not UTF-8"), Set.of(list));
            return Optional.empty();
        }
        String text = decoded.toString();
        // Spreadsheets begin their UTF-8 files with a byte order mark.
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private void readAll() {
        try (CSVParser records = CSVParser.parse(text, FORMAT)) {
            Iterator<CSVRecord> rows = records.iterator();
            if (!rows.hasNext()) {
                content.add(
                        new ImportFault(file, 1, null, "the first row must name the columns"),
                        Set.of(list));
            } else if (readHeader(rows.next())) {
                while (rows.hasNext()) {
                    readRow(rows.next());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            content.add(
                    new ImportFault(
                            file,
                            line,
                            null,
                            "this or the next row is not CSV: a quote is opened and not"
                                    + " closed, or something stands between a closing quote and"
                                    + " the next comma"),
                    Set.of(list));
        }
    }

    /// @return whether the rows can be read at all
    private boolean readHeader(CSVRecord row) {
        countLinesTo(row.getCharacterPosition());
        Set<String> seen = new HashSet<>();
        for (String name : row) {
            String column = name.strip().toLowerCase(Locale.ROOT);
            header.add(list.column(column));
            if (header.getLast().isEmpty()) {
                content.ignore(list.table() + "." + name.strip());
            } else if (!seen.add(column)) {
                content.add(
                        new ImportFault(file, line, list.table() + "." + column, "is given twice"));
            }
        }
        boolean hasIds = seen.contains("id");
        if (!hasIds) {
            content.add(
                    new ImportFault(file, line, list.table() + ".id", withoutIds(row)),
                    Set.of(list));
        }
        content.columns(file, seen);
        return hasIds;
    }

    private static String withoutIds(CSVRecord header) {
        String names = String.join(", ", header.stream().map(String::strip).toList());
        String parted = ": columns are parted by commas, not by ";
        String hint =
                names.contains(";")
                        ? parted + "semicolons"
                        : names.contains("\t") ? parted + "tabs" : "";
        String shown = names.replaceAll("\\s+", " ");
        return "must be among the columns; the first row names "
                + (shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown)
                + hint;
    }

    private void readRow(CSVRecord row) {
        countLinesTo(row.getCharacterPosition());
        if (row.size() != header.size()) {
            content.add(
                    new ImportFault(
                            file,
                            line,
                            null,
                            "the row has %d cells and the first row names %d columns"
                                    .formatted(row.size(), header.size())));
        }
        Map<String, Cell> cells = new HashMap<>();
        for (int position = 0; position < Math.min(row.size(), header.size()); position++) {
            String cell = row.get(position);
            if (!cell.isEmpty()) {
                header.get(position)
                        .ifPresent(column -> cells.put(column.name(), new Cell(cell, line, false)));
            }
        }
        content.add(new ImportRow(list, file, line, cells));
    }

    /// A row may span lines, so its own start is looked up in the text.
    private void countLinesTo(long position) {
        while (lineCountedTo < position || isLineBreak(lineCountedTo)) {
            // Both characters of a Windows line break are one break.
            boolean endsLine =
                    text.charAt(lineCountedTo) == '\n'
                            || (isLineBreak(lineCountedTo) && !isLineFeed(lineCountedTo + 1));
            line += endsLine ? 1 : 0;
            lineCountedTo++;
        }
    }

    /// Empty lines before a row are counted to it by the parser, and are none of it.
    private boolean isLineBreak(int position) {
        return isLineFeed(position) || (position < text.length() && text.charAt(position) == '\r');
    }

    private boolean isLineFeed(int position) {
        return position < text.length() && text.charAt(position) == '\n';
    }
}
