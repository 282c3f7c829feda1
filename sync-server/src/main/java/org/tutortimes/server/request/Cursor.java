package org.tutortimes.server.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Where the next page of a list begins: the sort key of the last item of this one, made opaque so
/// that nobody builds one. A sum keeps a shortened one, or one of another list, from being taken.
public final class Cursor {

    private static final String SEPARATOR = "\0";

    private Cursor() {}

    /// Writes a position.
    ///
    /// @param list which list it is of
    /// @param parts of the last item's sort key, none of which holds a null character
    public static String of(String list, Object... parts) {
        String joined =
                Stream.of(parts).map(Object::toString).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (sum(list, joined) + SEPARATOR + joined).getBytes(StandardCharsets.UTF_8));
    }

    /// The parts again; null where the text is no cursor of this list.
    static @Nullable List<String> read(String list, String cursor) {
        try {
            String joined =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                            .toString();
            String[] read = joined.split(SEPARATOR, 2);
            return read.length == 2 && read[0].equals(sum(list, read[1]))
                    ? List.of(read[1].split(SEPARATOR, -1))
                    : null;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    private static String sum(String list, String joined) {
        CRC32C sum = new CRC32C();
        sum.update((list + SEPARATOR + joined).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
