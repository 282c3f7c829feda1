package org.tutortimes.trust.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.bench.Program;
import org.tutortimes.trust.JournalFile;

/// A desktop that is killed and started on the same folder again and again, and what it has
/// acknowledged.
final class KilledDesk implements AutoCloseable {

    private final DeskClasses classes;
    private final Path folder;
    private final String server;
    private final int tutor;
    private final List<String> acknowledged = new ArrayList<>();
    private @Nullable Program program;
    private CompletableFuture<List<String>> said = new CompletableFuture<>();

    /// How many of the journal's events were looked at.
    private int known;

    /// The event that opened what ran at the end of those, or null.
    private @Nullable JsonNode opener;

    KilledDesk(DeskClasses classes, Path folder, String server, int tutor) {
        this.classes = classes;
        this.folder = folder;
        this.server = server;
        this.tutor = tutor;
    }

    /// Starts it for the first time and ends it in order, to keep the classes that it loads.
    void keepClasses() throws IOException, InterruptedException {
        begin();
        drain();
        String _ = running().runToEnd();
        classes.keep();
    }

    /// Starts it, without waiting for anything.
    void begin() throws IOException {
        List<String> line = new ArrayList<>(classes.line());
        line.addAll(List.of(folder.toString(), server, String.valueOf(tutor)));
        program = new Program(line, Map.of());
    }

    /// Starts it, and looks whether it is as the kill before must have left it.
    ///
    /// @return the crash pause that the start wrote, or null where nothing ran
    @Nullable JsonNode open() throws IOException {
        begin();
        running().waitFor(DeskMain.OPEN);
        return judge(journal());
    }

    private @Nullable JsonNode judge(JournalFile journal) {
        List<JsonNode> events = journal.eventsAfter(known);
        JsonNode crash = crashAmong(events);
        List<JsonNode> written = crash == null ? events : events.subList(0, events.size() - 1);
        List<String> kinds = written.stream().map(KilledDesk::kindAndSession).toList();
        int kept = Math.min(kinds.size(), acknowledged.size());
        assertThat(kinds.subList(0, kept)).as("the journal after the kill").isEqualTo(acknowledged);
        // The kill may have come between the commit of one more click and its acknowledgement.
        List<String> more = kinds.subList(kept, kinds.size());
        assertThat(String.join(" ", more).replaceAll(":\\S+", ""))
                .matches("(paused|resumed|completed|(superseded )?started)?");
        written.forEach(this::follow);
        if (opener == null) {
            assertThat(crash).as("nothing ran").isNull();
        } else {
            assertEndedAtLastHeartbeat(
                    Objects.requireNonNull(crash, "no pause after the kill"), opener, journal);
        }
        opener = null;
        known += events.size();
        acknowledged.clear();
        return crash;
    }

    private static @Nullable JsonNode crashAmong(List<JsonNode> events) {
        boolean last =
                !events.isEmpty() && events.getLast().path("reason").asText().equals("crash");
        return last ? events.getLast() : null;
    }

    private static void assertEndedAtLastHeartbeat(
            JsonNode crash, JsonNode opener, JournalFile journal) {
        String opened = opener.path("id").asText();
        long worked =
                journal.heartbeat()
                        .filter(beat -> beat.openedBy().equals(opened))
                        .map(JournalFile.Heartbeat::workedMillis)
                        .orElse(0L);
        assertThat(crash.path("opened_by").asText()).isEqualTo(opened);
        assertThat(crash.path("session_id")).isEqualTo(opener.path("session_id"));
        assertThat(crash.path("worked_ms").asLong(-1)).isEqualTo(worked);
    }

    private void follow(JsonNode event) {
        String kind = event.path("kind").asText();
        opener = kind.equals("started") || kind.equals("resumed") ? event : null;
    }

    private static String kindAndSession(JsonNode event) {
        String reason = event.path("reason").asText();
        // By a start, which comes with it or not at all.
        String kind = reason.equals("superseded") ? reason : event.path("kind").asText();
        return kind + ":" + event.path("session_id").asText();
    }

    /// Clicks from now on until the kill.
    void click(long seed) throws IOException {
        running().tell("click " + seed);
        listen();
    }

    /// One session, which runs from now on.
    void work() throws IOException {
        running().tell("start");
        note(DeskMain.CLICKED + running().waitFor(DeskMain.CLICKED));
        listen();
    }

    private void listen() {
        Program listenedTo = running();
        said = new CompletableFuture<>();
        CompletableFuture<List<String>> hearing = said;
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        hearing.complete(listenedTo.rest());
                    } catch (IOException e) {
                        hearing.completeExceptionally(new UncheckedIOException(e));
                    }
                });
    }

    /// Kills it, and remembers what it had said by then.
    void kill() throws InterruptedException {
        running().kill();
        said.join().forEach(this::note);
    }

    /// Kills it before it has said anything.
    void killSilently() throws InterruptedException {
        running().kill();
    }

    private void note(String line) {
        assertThat(line).as("what the desktop says").startsWith(DeskMain.CLICKED);
        if (line.endsWith(DeskMain.END)) {
            String written =
                    line.substring(
                            DeskMain.CLICKED.length(), line.length() - DeskMain.END.length());
            acknowledged.addAll(List.of(written.split(" ", -1)));
        }
    }

    /// Waits until all of it is on the server.
    void drain() throws IOException {
        running().tell("drain");
        String _ = running().waitFor(DeskMain.DRAINED);
    }

    JournalFile journal() {
        return new JournalFile(folder);
    }

    private Program running() {
        return Objects.requireNonNull(program);
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
    }
}
