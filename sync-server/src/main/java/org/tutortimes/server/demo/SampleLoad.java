package org.tutortimes.server.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.address.AddressKey;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.demo.SampleData.Journal;
import org.tutortimes.server.demo.SampleObservations.Done;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.importing.Editor;
import org.tutortimes.server.importing.Import;
import org.tutortimes.server.importing.ImportResult;
import org.tutortimes.server.tracking.Activity;
import org.tutortimes.server.tracking.Activity.Work;
import org.tutortimes.server.tracking.Person;
import org.tutortimes.server.tracking.SessionTracker;

/// Brings the sample data in as real data come in: the unit by import, the events batch by batch
/// from each device.
final class SampleLoad {

    private static final int MOST_OBSERVED = 500;

    private final Database database;
    private final EventInbox inbox;
    private final Import importer;
    private final AddressKey key;
    private final Clock clock;

    /// A clock that stands where it was last put.
    static final class PlayedClock extends Clock {
        private Instant now = Instant.EPOCH;

        void moveTo(Instant instant) {
            now = instant;
        }

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    SampleLoad(Database database, EventInbox inbox, AddressKey key, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.importer = new Import(database, new Passwords(), inbox, clock);
        this.key = key;
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
        observe(data.observed());
        new SampleLesson(database).play(now());
    }

    /// As if it happened now: the tracker's clock is set to when it was.
    private void observe(List<Done> observed) {
        PlayedClock played = new PlayedClock();
        SessionTracker tracker = new SessionTracker(database, key, UUID::randomUUID, played);
        for (int from = 0; from < observed.size(); from += MOST_OBSERVED) {
            List<Done> batch =
                    observed.subList(from, Math.min(observed.size(), from + MOST_OBSERVED));
            database.write(handle -> {
                for (Done done : batch) {
                    played.moveTo(done.at());
                    tracker.record(
                            handle,
                            new Person(done.userId(), done.address(), false),
                            Activity.now(
                                    new Work(SampleUnit.UNIT, null, done.taskId()),
                                    done.action(),
                                    done.changedStatus()));
                }
                return handle;
            });
        }
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
