package org.tutortimes.server.check;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Json;

/// A stored session, but for what the server alone knows of it.
record SessionRow(
        String id,
        long userId,
        @Nullable Long taskId,
        @Nullable Long taskDefinitionId,
        String status,
        boolean manual,
        long startTime,
        @Nullable Long endTime,
        long durationSeconds,
        long countedMillis,
        long recordedMillis,
        @Nullable Long submissions,
        String flags,
        @Nullable Long openSince,
        @Nullable String openedBy,
        @Nullable String openedOn,
        long latestEventAt,
        @Nullable Long deletedAt) {

    private static final Map<String, Function<SessionRow, Object>> FIELDS = fields();

    private static Map<String, Function<SessionRow, Object>> fields() {
        Map<String, Function<SessionRow, Object>> fields = new LinkedHashMap<>();
        fields.put("user_id", SessionRow::userId);
        fields.put("task_id", row -> orNone(row.taskId));
        fields.put("task_definition_id", row -> orNone(row.taskDefinitionId));
        fields.put("status", SessionRow::status);
        fields.put("manual", SessionRow::manual);
        fields.put("start_time", row -> time(row.startTime));
        fields.put("end_time", row -> time(row.endTime));
        fields.put("duration_seconds", SessionRow::durationSeconds);
        fields.put("counted_ms", SessionRow::countedMillis);
        fields.put("recorded_ms", SessionRow::recordedMillis);
        fields.put("submissions", row -> orNone(row.submissions));
        fields.put("flags", row -> row.flags.isEmpty() ? "none" : row.flags);
        fields.put("open_since", row -> time(row.openSince));
        fields.put("opened_by", row -> orNone(row.openedBy));
        fields.put("opened_on", row -> orNone(row.openedOn));
        fields.put("latest_event_at", row -> time(row.latestEventAt));
        fields.put("deleted_at", row -> time(row.deletedAt));
        return fields;
    }

    /// Where this row differs from what it should be, a phrase for each column.
    List<String> differencesFrom(SessionRow replayed) {
        return FIELDS.entrySet().stream()
                .filter(field ->
                        !field.getValue().apply(this).equals(field.getValue().apply(replayed)))
                .map(field ->
                        "%s stored %s, replayed %s"
                                .formatted(
                                        field.getKey(),
                                        field.getValue().apply(this),
                                        field.getValue().apply(replayed)))
                .toList();
    }

    /// An instant in milliseconds, for people.
    static String time(@Nullable Long millis) {
        return millis == null ? "none" : Json.text(Instant.ofEpochMilli(millis));
    }

    private static Object orNone(@Nullable Object value) {
        return Objects.requireNonNullElse(value, "none");
    }
}
