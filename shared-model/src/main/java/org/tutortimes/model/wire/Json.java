package org.tutortimes.model.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/// The one JSON mapper: snake_case, enum names in lower case, instants as ISO-8601 UTC with exactly
/// three decimals, unknown fields ignored, unknown enum values refused.
public final class Json {

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .addModule(new JavaTimeModule())
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Instant.class, new InstantWriter())
                                    .addDeserializer(Instant.class, new InstantReader()))
                    .build();

    private Json() {}

    /// The mapper itself, for those who stream.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /// Writes a wire record or a tree.
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
        }
    }

    /// Reads a wire record.
    ///
    /// @throws JacksonException where the text is not JSON or not of that shape
    public static <T> T read(String text, Class<T> type) throws JacksonException {
        return MAPPER.readValue(text, type);
    }

    /// Reads any JSON.
    ///
    /// @throws JacksonException where the text is not JSON
    public static JsonNode tree(String text) throws JacksonException {
        return MAPPER.readTree(text);
    }

    /// An instant as it stands in JSON, such as `2026-11-21T04:33:00.123Z`.
    public static String text(Instant instant) {
        return MILLIS.format(instant);
    }

    /// Reads any ISO-8601 instant, with or without an offset other than Z, cut to milliseconds.
    ///
    /// @throws DateTimeException where it is none
    public static Instant instant(String text) {
        Instant usual = InstantText.read(text);
        return usual != null
                ? usual
                : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static final class InstantWriter extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(text(value));
        }
    }

    private static final class InstantReader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            String text = in.getValueAsString();
            try {
                return instant(text == null ? "" : text);
            } catch (DateTimeException e) {
                return (Instant)
                        context.handleWeirdStringValue(
                                Instant.class, text, "not an ISO-8601 instant");
            }
        }
    }
}
