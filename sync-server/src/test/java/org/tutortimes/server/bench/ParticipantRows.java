package org.tutortimes.server.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tutortimes.model.bench.Row;

/// What one class session of some size costs on one database, both ways.
final class ParticipantRows {

    private static final String JSON = "JSON";
    private static final String JOIN_TABLE = "join table";
    private static final String BY_STATEMENTS = "a statement a row";
    private static final String IN_BATCH = "a batch";
    private static final String AT_ONCE = "one statement";
    private static final List<String> GATHERED = List.of(BY_STATEMENTS, IN_BATCH, AT_ONCE);
    private static final String APART = "a write a beat";
    private static final String TOGETHER = "the same, all at one instant";
    private static final String JSON_APART = "a write a beat into JSON";
    private static final int SECONDS = 60;
    private static final double BYTES_OF_KILOBYTE = 1_024;

    private final StoredClasses classes;
    private final int students;
    private final Duration longest;
    private final String what;
    private final String key;

    /// @param kind of database, for those who read
    /// @param longest for which one comparison may run
    ParticipantRows(StoredClasses classes, String kind, int students, Duration longest) {
        this.classes = classes;
        this.students = students;
        this.longest = longest;
        this.what = "%,d participants, %s: ".formatted(students, kind);
        this.key = "6-participants-%s-%04d-".formatted(kind.toLowerCase(Locale.ROOT), students);
    }

    List<Row> all() throws Exception {
        List<Row> rows = new ArrayList<>();
        Alternation beats = gathered(this::beatsOfSecond);
        String best = beats.fastest(GATHERED);
        rows.add(row("a", "heartbeats of 1 s", beats, best));
        rows.add(row("b", "the same", apart(), APART));
        Alternation back = gathered(this::beatsOfAll);
        rows.add(row("c", "all beat in one second", back, back.fastest(GATHERED)));
        rows.add(row("d", "one more joins", joining(), JOIN_TABLE));
        rows.add(row("e", "reading all of them", reading(), JOIN_TABLE));
        rows.add(logged(best));
        if (classes.grow()) {
            rows.add(grown());
        }
        return rows;
    }

    private Map<Long, Instant> beatsOfSecond(int second) {
        return Participant.beatsOfSecond(second, students);
    }

    private Map<Long, Instant> beatsOfAll(int second) {
        return Participant.beatsOfAll(second, students);
    }

    /// Each way writes once a second.
    private Alternation gathered(IntFunction<Map<Long, Instant>> beats) throws Exception {
        Alternation ways =
                new Alternation().way(JSON, second -> classes.json().beat(beats.apply(second)));
        for (String name : GATHERED) {
            ways.way(name, second -> beatInRows(name, beats.apply(second)));
        }
        return ways.run(longest);
    }

    private void beatInRows(String way, Map<Long, Instant> seen) {
        switch (way) {
            case BY_STATEMENTS -> classes.rows().beatByStatements(seen);
            case IN_BATCH -> classes.rows().beatInBatch(seen);
            default -> classes.rows().beatAtOnce(seen);
        }
    }

    /// JSON once a second, beside writes that nobody has gathered.
    private Alternation apart() throws Exception {
        return new Alternation()
                .way(JSON, second -> classes.json().beat(beatsOfSecond(second)))
                .way(APART, second -> classes.rows().beatApart(beatsOfSecond(second)))
                .way(TOGETHER, second -> classes.rows().beatApartTogether(beatsOfSecond(second)))
                .way(JSON_APART, second -> classes.json().beatApart(beatsOfSecond(second)))
                .run(longest);
    }

    private Alternation joining() throws Exception {
        Participant last = Participant.number(students);
        return new Alternation()
                .way(JSON, _ -> classes.json().join(last), _ -> classes.json().leave(last))
                .way(JOIN_TABLE, _ -> classes.rows().join(last), _ -> classes.rows().leave(last))
                .run(longest);
    }

    private Alternation reading() throws Exception {
        return new Alternation()
                .way(JSON, _ -> requireAll(classes.json().board()))
                .way(JOIN_TABLE, _ -> requireAll(classes.rows().board()))
                .run(longest);
    }

    private void requireAll(List<Participant> board) {
        if (board.size() != students) {
            throw new IllegalStateException(board.size() + " take part, and not " + students);
        }
    }

    private Row row(String letter, String doing, Alternation times, String reference) {
        String note =
                times.names().stream()
                        .map(name -> spread(times, name))
                        .collect(Collectors.joining("; ", "median and p99 in ms: ", ""));
        return Row.of(key + letter, what + doing + ", median", times.millis(JSON, 50), "ms")
                .against(reference, times.millis(reference, 50))
                .note("%s; %,d rounds".formatted(note, times.rounds()));
    }

    private static String spread(Alternation times, String name) {
        return String.format(
                Locale.ROOT,
                "%s %.2f and %.2f",
                name,
                times.millis(name, 50),
                times.millis(name, 99));
    }

    private Row logged(String best) throws Exception {
        double json = kilobytesLogged(second -> classes.json().beat(beatsOfSecond(second)));
        double gathered = kilobytesLogged(second -> beatInRows(best, beatsOfSecond(second)));
        double apart = kilobytesLogged(second -> classes.rows().beatApart(beatsOfSecond(second)));
        return Row.of(key + "f", what + "log of 1 s of heartbeats, median", json, "KB")
                .against(best, gathered)
                .note(String.format(Locale.ROOT, "%d s; %s %.1f KB", SECONDS, APART, apart));
    }

    private double kilobytesLogged(Alternation.Step second) throws Exception {
        return classes.bytesLogged(SECONDS, second) / BYTES_OF_KILOBYTE;
    }

    /// What a minute of heartbeats leaves behind, before and after housekeeping comes by.
    private Row grown() throws Exception {
        List<Double> json =
                grown(
                        ParticipantsInJson.TABLE,
                        second -> classes.json().beat(beatsOfSecond(second)));
        List<Double> rows =
                grown(
                        ParticipantsInRows.TABLE,
                        second -> classes.rows().beatAtOnce(beatsOfSecond(second)));
        String note =
                Stream.of(json, rows)
                        .map(sizes ->
                                sizes.stream()
                                        .map(size -> String.format(Locale.ROOT, "%,.0f", size))
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining(" KB; " + JOIN_TABLE + " ", JSON + " ", " KB"));
        return Row.of(key + "g", what + "table after 60 s of heartbeats", json.get(1), "KB")
                .against(JOIN_TABLE, rows.get(1))
                .note("packed, after 60 s, and after a vacuum and 60 s more: " + note);
    }

    private List<Double> grown(String table, Alternation.Step second) throws Exception {
        classes.pack(table);
        double packed = classes.size(table);
        beat(second);
        double once = classes.size(table);
        classes.tidy(table);
        beat(second);
        double again = classes.size(table);
        return Stream.of(packed, once, again).map(bytes -> bytes / BYTES_OF_KILOBYTE).toList();
    }

    private static void beat(Alternation.Step second) throws Exception {
        for (int number = 0; number < SECONDS; number++) {
            second.run(number);
        }
    }
}
