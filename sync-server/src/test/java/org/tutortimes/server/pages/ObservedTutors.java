package org.tutortimes.server.pages;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.tracking.Action;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.address.AddressKey;
import org.tutortimes.server.tracking.Activity;
import org.tutortimes.server.tracking.Activity.Work;
import org.tutortimes.server.tracking.Person;
import org.tutortimes.server.tracking.SessionTracker;

/// Tutors of a sample server who were seen at work, by a clock that is set to when.
public final class ObservedTutors {

    public static final long TIA = 2;
    public static final long TOM = 3;

    private final SampleServer server;
    private final VirtualClock clock = new VirtualClock("2026-01-01T00:00:00Z");
    private final SessionTracker tracker;

    public ObservedTutors(SampleServer server, Path folder) {
        this.server = server;
        this.tracker =
                new SessionTracker(
                        server.wiring().database(),
                        AddressKey.of(null, folder),
                        UUID::randomUUID,
                        clock);
    }

    /// An action on the student's task every ten minutes.
    ///
    /// @param minutes from the first to the last, a multiple of ten
    public void marks(long user, String address, Instant from, int minutes) {
        sees(user, address, from, minutes, SampleServer.SAMS_TASK);
    }

    /// The same with actions that are about no task.
    public void looksAround(long user, String address, Instant from, int minutes) {
        sees(user, address, from, minutes, null);
    }

    private void sees(long user, String address, Instant from, int minutes, @Nullable Long task) {
        for (int minute = 0; minute <= minutes; minute += 10) {
            clock.moveTo(from.plusSeconds(minute * 60L));
            server.wiring()
                    .database()
                    .write(handle ->
                            tracker.record(
                                    handle,
                                    new Person(user, address, false),
                                    Activity.now(
                                            new Work(SampleServer.UNIT, null, task),
                                            task == null ? Action.INBOX : Action.ADD_COMMENT,
                                            false)));
        }
    }
}
