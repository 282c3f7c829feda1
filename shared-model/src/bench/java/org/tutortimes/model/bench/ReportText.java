package org.tutortimes.model.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The report as a table for people.
final class ReportText {

    private static final List<String> HEADINGS =
            List.of("", "what", "figure", "reference", "ratio", "target", "", "note");
    private static final int LAST_BEFORE_NOTE = 6;

    private ReportText() {}

    static String markdown(String run, Machine machine, List<Row> rows) {
        StringBuilder text = new StringBuilder("# Benchmarks\n\nRun of ");
        text.append(run).append(". ").append(machine.sentence()).append("\n\n");
        text.append("| ").append(String.join(" | ", HEADINGS)).append(" |\n");
        text.append("| --- | --- | ---: | ---: | ---: | --- | --- | --- |\n");
        for (Row row : rows) {
            text.append("| ").append(String.join(" | ", cells(row))).append(" |\n");
        }
        return text.toString();
    }

    static String console(Machine machine, List<Row> rows) {
        List<List<String>> table = new ArrayList<>(List.of(HEADINGS));
        rows.stream().map(ReportText::cells).forEach(table::add);
        StringBuilder text = new StringBuilder("\n").append(machine.sentence()).append('\n');
        for (List<String> line : table) {
            for (int column = 0; column <= LAST_BEFORE_NOTE; column++) {
                int at = column;
                int width =
                        table.stream().mapToInt(cells -> cells.get(at).length()).max().orElse(0);
                text.append(padded(line.get(column), width, column >= 2 && column <= 4))
                        .append("  ");
            }
            text.append('\n');
        }
        rows.stream()
                .filter(row -> !row.note().isEmpty())
                .forEach(
                        row -> text.append(row.key()).append(": ").append(row.note()).append('\n'));
        return text.toString();
    }

    /// One row for who watches the run.
    static String line(Row row) {
        return "  " + String.join("  ", cells(row));
    }

    private static List<String> cells(Row row) {
        String reference =
                row.reference() == null
                        ? ""
                        : number(row.reference(), row.unit()) + " (" + row.referenceName() + ")";
        Double ratio = row.ratio();
        Target target = row.target();
        return List.of(
                row.key(),
                row.what(),
                number(row.figure(), row.unit()),
                reference,
                ratio == null ? "" : String.format(Locale.ROOT, "%.2f ×", ratio),
                target == null ? "" : target.text(row.unit()),
                verdict(row),
                row.note());
    }

    private static String verdict(Row row) {
        Boolean met = row.met();
        if (row.figure() == null) {
            return "not measured";
        }
        return met == null ? "" : met ? "met" : "NOT MET";
    }

    private static String number(@Nullable Double value, String unit) {
        if (value == null) {
            return "";
        }
        String format = Math.abs(value) >= 100 ? "%,.0f %s" : "%.2f %s";
        return String.format(Locale.ROOT, format, value, unit);
    }

    private static String padded(String text, int width, boolean toTheRight) {
        String blanks = " ".repeat(Math.max(0, width - text.length()));
        return toTheRight ? blanks + text : text + blanks;
    }
}
