package org.tutortimes.server.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Json;

/// Sessions as the rest of the API gives them, for other programs.
final class JsonSessions implements SessionFile {

    private final JsonGenerator json;
    private long totalSeconds;

    JsonSessions(Export export, OutputStream out) throws IOException {
        this.json = Json.mapper().getFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        // Every session would else be sent on its own.
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.writeStartObject();
        json.writeObjectFieldStart("unit");
        json.writeNumberField("id", export.unitId());
        json.writeStringField("code", export.unit().code());
        json.writeStringField("name", export.unit().name());
        json.writeEndObject();
        json.writeStringField("from", text(export.period().from()));
        json.writeStringField("to", text(export.period().to()));
        json.writeStringField("timezone", export.zone().getId());
        json.writeArrayFieldStart("sessions");
    }

    @Override
    public void add(ExportedSession exported) throws IOException {
        json.writePOJO(exported.session());
        totalSeconds += exported.session().durationSeconds();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeNumberField("total_seconds", totalSeconds);
        json.writeEndObject();
        json.close();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Json.text(instant);
    }
}
