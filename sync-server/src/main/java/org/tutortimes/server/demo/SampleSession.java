package org.tutortimes.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.Segment;

/// One timer session being played through on a device: time passes by working and resting, and each
/// step writes the event that the timer would have written.
final class SampleSession {

    private final SampleDevice device;
    private final UUID id;
    private final List<Segment> segments = new ArrayList<>();
    private Instant now;
    private Instant openedAt;
    private @Nullable UUID openedBy;

    SampleSession(SampleDevice device, long unitRole, MarkingTarget target, Instant start) {
        this.device = device;
        this.id = device.newId(start);
        this.now = start;
        this.openedAt = start;
        this.openedBy = device.write(id, start, new Fact.Started(unitRole, target, false));
    }

    Instant now() {
        return now;
    }

    void work(long millis) {
        now = now.plusMillis(millis);
    }

    void pause(PauseReason reason) {
        Fact.Closing closing = close();
        device.write(id, now, new Fact.Paused(reason, closing));
    }

    void rest(long millis) {
        now = now.plusMillis(millis);
    }

    void resume() {
        // The event before, such as kept time, may bear this very instant.
        now = now.plusMillis(1);
        openedAt = now;
        openedBy = device.write(id, now, new Fact.Resumed());
    }

    /// "I was marking": what was rested since the pause counts.
    void keepAway() {
        Segment away = new Segment(pausedAt(), now);
        segments.add(away);
        device.write(id, now, new Fact.AwayKept(away));
    }

    void discardAway() {
        device.write(id, now, new Fact.AwayDiscarded(new Segment(pausedAt(), now)));
    }

    void complete(@Nullable Integer submissions) {
        Fact.Closing closing = close();
        device.write(id, now, new Fact.Completed(closing, submissions));
    }

    /// Takes the last part of the time back.
    void shorten(Instant at, long millis, String note) {
        List<Segment> corrected = new ArrayList<>(segments);
        Segment last = corrected.removeLast();
        corrected.add(new Segment(last.start(), last.end().minusMillis(millis)));
        device.write(id, at, new Fact.Amended(corrected, null, note));
    }

    void delete(Instant at, String note) {
        device.write(id, at, new Fact.Deleted(note));
    }

    private Instant pausedAt() {
        return segments.getLast().end();
    }

    private Fact.Closing close() {
        UUID opener = openedBy;
        if (opener == null) {
            throw new IllegalStateException("nothing runs that could be closed");
        }
        Segment worked = new Segment(openedAt, now);
        segments.add(worked);
        openedBy = null;
        return new Fact.Closing(opener, worked.millis());
    }
}
