package org.tutortimes.server.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the next page of a list begins: the sort key of the last item of this one, made opaque so
/// that nobody builds one.
public final class Cursor {

    private static final String SEPARATOR = "\0";

    private Cursor() {}

    /// Writes a position.
    ///
    /// @param parts of the last item's sort key, none of which holds a null character
    public static String of(Object... parts) {
        List<String> texts = List.of(parts).stream().map(Object::toString).toList();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, texts).getBytes(StandardCharsets.UTF_8));
    }

    /// The parts again; null where the text is no cursor of so many parts.
    static @Nullable List<String> read(String cursor, int parts) {
        try {
            String joined =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                            .toString();
            List<String> read = List.of(joined.split(SEPARATOR, -1));
            return read.size() == parts ? read : null;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }
}
