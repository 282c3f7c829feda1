package org.tutortimes.server.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.demo.SampleData.Journal;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.importing.Editor;
import org.tutortimes.server.importing.Import;
import org.tutortimes.server.importing.ImportResult;

/// Brings the sample data in as real data come in: the unit by import, the events batch by batch
/// from each device.
final class SampleLoad {

    private final Database database;
    private final EventInbox inbox;
    private final Import importer;
    private final Clock clock;

    SampleLoad(Database database, EventInbox inbox, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.importer = new Import(database, new Passwords(), inbox, clock);
        this.clock = clock;
    }

    void load(SampleData data) {
        InputStream unit =
                new ByteArrayInputStream(Json.write(data.unit()).getBytes(StandardCharsets.UTF_8));
        try {
            ImportResult result = importer.run("sample unit", unit, Editor.OPERATOR);
            if (result instanceof ImportResult.Faulty faulty) {
                throw new IllegalStateException("the sample unit has faults: " + faulty.faults());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data.journals().forEach(this::send);
    }

    private void send(Journal journal) {
        Caller caller = new Caller(journal.userId(), "", "", false, "", "sample");
        List<DecodedEvent> events =
                journal.events().stream().<DecodedEvent>map(DecodedEvent.Understood::new).toList();
        for (int from = 0; from < events.size(); from += Api.MOST_EVENTS) {
            List<DecodedEvent> batch =
                    events.subList(from, Math.min(events.size(), from + Api.MOST_EVENTS));
            List<EventResult> results =
                    database.write(handle -> inbox.receive(handle, caller, batch, now()));
            for (EventResult result : results) {
                if (result.status() != EventResult.Status.STORED) {
                    throw new IllegalStateException("a sample event was not stored: " + result);
                }
            }
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
