package org.tutortimes.server.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Json;

/// Sends the whole state first and then only the parts of it that differ from what was sent.
final class JsonViewer implements Viewer {

    private final LongFunction<LiveState> states;
    private @Nullable LiveState sent;

    JsonViewer(LongFunction<LiveState> states) {
        this.states = states;
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
}
