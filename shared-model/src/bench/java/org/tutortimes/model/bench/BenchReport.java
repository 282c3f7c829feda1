package org.tutortimes.model.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tutortimes.model.wire.Json;

/// Gathers the rows of all modules in one folder, and after each module's last benchmark makes the
/// report of what this run of the build has measured so far.
public final class BenchReport implements BeforeAllCallback {

    private static final Path FOLDER =
            Path.of(System.getProperty("tutor.times.bench.folder", "target/bench"))
                    .toAbsolutePath();
    private static final String RUN = System.getProperty("tutor.times.bench.run", "");

    /// Something that is measured and may fail.
    public interface Measurement {
        List<Row> rows() throws Exception;
    }

    /// An empty folder's parent for what a benchmark needs, on the disk of the build.
    public static Path workFolder(String name) throws IOException {
        Path parent = Files.createDirectories(FOLDER.resolve("work"));
        return Files.createTempDirectory(parent, name + "-");
    }

    /// Measures, and keeps the rows. What goes wrong becomes a row too: a benchmark never fails the
    /// build, and never passes over what it could not measure.
    public static void measure(String key, String what, Measurement measurement) {
        List<Row> rows;
        try {
            rows = measurement.rows();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            rows = List.of(Row.notMeasured(key, what, "interrupted"));
        } catch (Exception | AssertionError e) {
            e.printStackTrace(System.out);
            rows = List.of(Row.notMeasured(key, what, e.toString()));
        }
        rows.forEach(BenchReport::keep);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        BenchReport.class,
                        _ -> (AutoCloseable) BenchReport::write,
                        AutoCloseable.class);
    }

    private static void keep(Row row) {
        System.out.println(ReportText.line(row));
        ObjectNode json = Json.mapper().valueToTree(row);
        json.put("run", RUN);
        try {
            Path rows = Files.createDirectories(FOLDER.resolve("rows"));
            Files.writeString(rows.resolve(row.key() + ".json"), Json.write(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write() throws IOException {
        List<Row> rows = ofThisRun();
        Machine machine = Machine.look(workFolder("disk"));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", RUN);
        json.set("machine", Json.mapper().valueToTree(machine));
        for (Row row : rows) {
            ObjectNode one = Json.mapper().valueToTree(row);
            one.put("ratio", row.ratio());
            one.put("met", row.met());
            json.withArray("rows").add(one);
        }
        Files.writeString(FOLDER.resolve("report.json"), json.toPrettyString() + "\n");
        Files.writeString(FOLDER.resolve("report.md"), ReportText.markdown(RUN, machine, rows));
        System.out.println(ReportText.console(machine, rows));
        deleteWork();
    }

    /// The databases of a run are large, and nobody looks at them again.
    private static void deleteWork() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER.resolve("work"))) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static List<Row> ofThisRun() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER.resolve("rows"))) {
            files = all.sorted().toList();
        }
        List<Row> rows = new ArrayList<>();
        for (Path file : files) {
            JsonNode json = Json.tree(Files.readString(file));
            if (json.path("run").asText().equals(RUN)) {
                rows.add(Json.mapper().treeToValue(json, Row.class));
            }
        }
        return rows;
    }
}
