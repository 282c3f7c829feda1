package org.tutortimes.server.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A stored segment.
record SegmentRow(
        String sessionId, long ordinal, long unitRoleId, long start, long end, long counted) {

    private static final int MOST_TOLD = 3;

    /// Where the segments of a session differ from what they should be, in one phrase.
    static String differences(List<SegmentRow> stored, List<SegmentRow> replayed) {
        Map<Long, SegmentRow> before = byOrdinal(stored);
        Map<Long, SegmentRow> after = byOrdinal(replayed);
        TreeSet<Long> ordinals = new TreeSet<>(before.keySet());
        ordinals.addAll(after.keySet());
        List<String> phrases = new ArrayList<>();
        for (Long ordinal : ordinals) {
            SegmentRow one = before.get(ordinal);
            SegmentRow other = after.get(ordinal);
            if (!Objects.equals(one, other)) {
                phrases.add(
                        "segment %d stored %s, replayed %s"
                                .formatted(ordinal, text(one), text(other)));
            }
        }
        String told = String.join("; ", phrases.subList(0, Math.min(MOST_TOLD, phrases.size())));
        return phrases.size() > MOST_TOLD
                ? "%s; and %d more".formatted(told, phrases.size() - MOST_TOLD)
                : told;
    }

    private static Map<Long, SegmentRow> byOrdinal(List<SegmentRow> rows) {
        Map<Long, SegmentRow> rowByOrdinal = new HashMap<>();
        rows.forEach(row -> rowByOrdinal.put(row.ordinal, row));
        return rowByOrdinal;
    }

    private static String text(@Nullable SegmentRow row) {
        return row == null
                ? "none"
                : "%s to %s of unit role %d counting %d ms"
                        .formatted(
                                SessionRow.time(row.start),
                                SessionRow.time(row.end),
                                row.unitRoleId,
                                row.counted);
    }
}
