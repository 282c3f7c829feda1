package org.tutortimes.server.audittrail;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.audittrail.AuditView.Change;
import org.tutortimes.server.language.Words;

/// Says in words what the log keeps as JSON: of a change the fields that differ, else all.
///
/// @param today by the reader's clock
record StateWords(Words words, ZoneId zone, LocalDate today) {

    private static final String NOTHING = "–";
    private static final int LONGEST = 300;

    /// The fields, in the order in which they were written.
    List<Change> changes(@Nullable String before, @Nullable String after) {
        JsonNode old = read(before);
        JsonNode now = read(after);
        if (!old.isObject() && !now.isObject()) {
            return old.isMissingNode() && now.isMissingNode()
                    ? List.of()
                    : List.of(new Change(words.text("audit.value"), said(old), said(now)));
        }
        Set<String> names = new LinkedHashSet<>();
        old.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            JsonNode one = old.path(name);
            JsonNode other = now.path(name);
            boolean both = before != null && after != null;
            if (both ? !one.equals(other) : !(one.isNull() || other.isNull())) {
                changes.add(new Change(field(name), said(one), said(other)));
            }
        }
        return changes;
    }

    private static JsonNode read(@Nullable String json) {
        try {
            return json == null ? MissingNode.getInstance() : Json.mapper().readTree(json);
        } catch (JacksonException e) {
            throw new IllegalStateException("an audit entry is no JSON", e);
        }
    }

    private String field(String name) {
        String key = "audit.field." + name.replace('_', '-');
        return words.has(key) ? words.text(key) : name.replace('_', ' ');
    }

    private String said(JsonNode value) {
        String text = text(value);
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private String text(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> NOTHING;
            case BOOLEAN -> words.text(value.asBoolean() ? "audit.yes" : "audit.no");
            case STRING -> instantOr(value.asText());
            case ARRAY ->
                    value.isEmpty()
                            ? NOTHING
                            : StreamSupport.stream(value.spliterator(), false)
                                    .map(this::text)
                                    .collect(Collectors.joining("; "));
            case OBJECT ->
                    value.properties().stream()
                            .map(part -> field(part.getKey()) + " " + text(part.getValue()))
                            .collect(Collectors.joining(", "));
            default -> value.asText();
        };
    }

    private String instantOr(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")) {
            return text;
        }
        try {
            return words.dayAndTime(Json.instant(text), zone, today);
        } catch (DateTimeException e) {
            return text;
        }
    }
}
