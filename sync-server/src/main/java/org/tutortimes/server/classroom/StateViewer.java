package org.tutortimes.server.classroom;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.live.LiveEvent;
import org.tutortimes.server.live.Viewer;

/// Tells a student's page how far the class session is, at once and whenever that may have changed.
final class StateViewer implements Viewer {

    private final InstantSource clock;
    private final Supplier<ClassSessionState> state;
    private final BooleanSupplier access;

    StateViewer(InstantSource clock, Supplier<ClassSessionState> state, BooleanSupplier access) {
        this.clock = clock;
        this.state = state;
        this.access = access;
    }

    @Override
    public boolean mayStillSee() {
        return access.getAsBoolean();
    }

    @Override
    public List<LiveEvent> news(long version) {
        return List.of(beat(), new LiveEvent("state", Json.write(Map.of("status", state.get()))));
    }

    @Override
    public LiveEvent beat() {
        return new LiveEvent("time", Long.toString(clock.millis()));
    }
}
