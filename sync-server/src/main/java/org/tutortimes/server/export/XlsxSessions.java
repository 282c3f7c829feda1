package org.tutortimes.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook: a sheet of sessions, as many more as that takes, and a sheet of totals per tutor.
final class XlsxSessions implements SessionFile {

    private static final int[] WIDTHS = {
        38, 24, 10, 12, 12, 30, 24, 12, 11, 12, 11, 22, 17, 16, 13, 18, 20, 13, 15, 24
    };
    private static final List<String> TOTALS =
            List.of(
                    "Tutor",
                    "User ID",
                    "Sessions",
                    "Counted Seconds",
                    "Duration (h:mm)",
                    "Duration (h)");
    private static final int[] WIDTHS_OF_TOTALS = {24, 10, 10, 17, 16, 13};

    private static final class Total {
        private final String tutor;
        private long sessions;
        private long seconds;

        private Total(String tutor) {
            this.tutor = tutor;
        }

        private void add(long countedSeconds) {
            sessions++;
            seconds += countedSeconds;
        }
    }

    private final Export export;
    private final Workbook workbook;
    private final int mostRows;
    private final Map<Long, Total> totals = new HashMap<>();
    private XlsxTable table;

    XlsxSessions(Export export, OutputStream out) {
        this(export, out, Worksheet.MAX_ROWS);
    }

    /// @param mostRows of a sheet, its header counted
    XlsxSessions(Export export, OutputStream out, int mostRows) {
        this.export = export;
        this.workbook = new Workbook(out, "Tutor Times", "1.0");
        this.mostRows = mostRows;
        this.table = sessions();
    }

    @Override
    public void add(ExportedSession exported) throws IOException {
        if (table.rows() == mostRows) {
            table.finish();
            table = sessions();
        }
        table.add(exported.cells(export));
        totals.computeIfAbsent(exported.session().userId(), _ -> new Total(exported.tutor()))
                .add(exported.session().durationSeconds());
    }

    @Override
    public void end() throws IOException {
        table.finish();
        XlsxTable sums = new XlsxTable(workbook.newWorksheet("Totals"), TOTALS, WIDTHS_OF_TOTALS);
        Total all = new Total("Total");
        List<Map.Entry<Long, Total>> sorted =
                totals.entrySet().stream()
                        .sorted(
                                Comparator.comparing((Map.Entry<Long, Total> entry) ->
                                                entry.getValue().tutor)
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .toList();
        for (Map.Entry<Long, Total> entry : sorted) {
            sums.add(cells(entry.getValue(), entry.getKey()));
            all.sessions += entry.getValue().sessions;
            all.seconds += entry.getValue().seconds;
        }
        sums.add(cells(all, ""));
        sums.emboldenLast();
        sums.finish();
        workbook.finish();
    }

    private static List<Object> cells(Total total, Object userId) {
        return List.of(
                total.tutor,
                userId,
                total.sessions,
                total.seconds,
                Duration.ofSeconds(total.seconds),
                ExportedSession.hours(total.seconds));
    }

    /// The library adds a number to the name of every further sheet.
    private XlsxTable sessions() {
        return new XlsxTable(workbook.newWorksheet("Sessions"), ExportedSession.COLUMNS, WIDTHS);
    }
}
