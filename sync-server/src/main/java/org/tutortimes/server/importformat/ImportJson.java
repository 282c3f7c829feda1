package org.tutortimes.server.importformat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.importformat.ImportRow.Cell;

/// Reads an import that is one JSON object, token by token, because only the tokens know their
/// lines.
public final class ImportJson {

    private final String file;
    private final JsonParser json;
    private final ImportContent content;

    private ImportJson(String file, JsonParser json, ImportContent content) {
        this.file = file;
        this.json = json;
        this.content = content;
    }

    /// Adds the rows and faults of a file to the content.
    public static void read(String file, InputStream bytes, ImportContent content)
            throws IOException {
        try (JsonParser json = Json.mapper().createParser(bytes)) {
            new ImportJson(file, json, content).readAll();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            content.add(
                    new ImportFault(file, line, null, sentence(e)),
                    EnumSet.allOf(ImportList.class));
        }
    }

    /// Adds a single row, given as an object of its own.
    public static void readRow(ImportList list, JsonNode object, ImportContent content) {
        try (JsonParser json = Json.mapper().treeAsTokens(object)) {
            json.nextToken();
            new ImportJson("", json, content).readElement(list);
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory cannot fail to be read", e);
        }
    }

    private void readAll() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            content.add(fault("an import is one JSON object that holds lists"));
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            readList(name);
        }
        if (json.nextToken() != null) {
            content.add(fault("nothing may follow the one JSON object"));
        }
    }

    private void readList(String name) throws IOException {
        Optional<ImportList> list = ImportList.named(name);
        if (list.isEmpty()) {
            content.ignore(name);
            json.skipChildren();
        } else if (json.currentToken() != JsonToken.START_ARRAY) {
            content.add(fault(name + " must be a list of objects"), Set.of(list.get()));
            json.skipChildren();
        } else {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                readElement(list.get());
            }
        }
    }

    private void readElement(ImportList list) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            content.add(fault(list.table() + " must hold objects only"), Set.of(list));
            json.skipChildren();
            return;
        }
        int line = line();
        Map<String, Cell> cells = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            Optional<Column> column = list.column(name);
            if (column.isEmpty()) {
                content.ignore(list.table() + "." + name);
                json.skipChildren();
            } else if (cells.containsKey(name)) {
                content.add(fieldFault(list, column.get(), "is given twice"));
                json.skipChildren();
            } else {
                cells.put(name, cell(list, column.get()));
            }
        }
        content.add(new ImportRow(list, file, line, cells));
    }

    private Cell cell(ImportList list, Column column) throws IOException {
        int line = line();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return new Cell(null, line, false);
        }
        String text =
                switch (column.kind().json()) {
                    case TEXT -> scalar(JsonToken.VALUE_STRING);
                    case WHOLE_NUMBER -> scalar(JsonToken.VALUE_NUMBER_INT);
                    case TRUTH -> scalar(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);
                    case LIST_OF_WHOLE_NUMBERS -> elements();
                };
        if (text == null) {
            content.add(
                    new ImportFault(
                            file,
                            line,
                            list.table() + "." + column.name(),
                            "must be " + column.kind().wanted()));
        }
        return new Cell(text, line, text == null);
    }

    private @Nullable String elements() throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return null;
        }
        StringJoiner joined = new StringJoiner(" ");
        boolean numbersOnly = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String element = scalar(JsonToken.VALUE_NUMBER_INT);
            numbersOnly &= element != null;
            joined.add(String.valueOf(element));
        }
        return numbersOnly ? joined.toString() : null;
    }

    /// The value as a text, where it is of the type that its column wants.
    private @Nullable String scalar(JsonToken... wanted) throws IOException {
        if (List.of(wanted).contains(json.currentToken())) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }

    /// What the parser says of it itself is meant for programmers.
    private static String sentence(JacksonException e) {
        if (e instanceof JsonEOFException) {
            return "the file ends in the middle of the JSON";
        }
        if (e instanceof StreamConstraintsException) {
            return "a text, a number or a nesting of lists is larger than any import needs";
        }
        if (String.valueOf(e.getOriginalMessage()).startsWith("Invalid UTF-8")) {
            return "this is not UTF-8";
        }
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        return "this is not JSON, at or before column %d: look for a comma, quote or bracket"
                        .formatted(column)
                + " that is missing or too much";
    }

    private int line() {
        return json.currentTokenLocation().getLineNr();
    }

    private ImportFault fault(String message) {
        return new ImportFault(file, Math.max(1, line()), null, message);
    }

    private ImportFault fieldFault(ImportList list, Column column, String message) {
        return new ImportFault(file, line(), list.table() + "." + column.name(), message);
    }
}
