package org.tutortimes.server.live;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Json;

/// Sends the whole state first and then only the parts of it that differ from what was sent.
final class JsonViewer implements Viewer {

    private final InstantSource clock;
    private final LongFunction<LiveState> states;
    private final BooleanSupplier access;
    private @Nullable LiveState sent;

    JsonViewer(InstantSource clock, LongFunction<LiveState> states, BooleanSupplier access) {
        this.clock = clock;
        this.states = states;
        this.access = access;
    }

    @Override
    public boolean mayStillSee() {
        return access.getAsBoolean();
    }

    @Override
    public List<LiveEvent> news(long version) {
        LiveState state = states.apply(version);
        Map<String, Object> parts = state.partsThatDiffer(sent);
        String name = sent == null ? "snapshot" : "change";
        sent = state;
        if (parts.isEmpty()) {
            return List.of();
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unit_id", state.unitId());
        data.put("at", state.at());
        data.put("running_seconds", state.runningSeconds(state.at()));
        data.putAll(parts);
        return List.of(new LiveEvent(name, Json.write(data)));
    }

    @Override
    public LiveEvent beat() {
        return new LiveEvent("beat", Json.write(Map.of("at", clock.instant())));
    }
}
