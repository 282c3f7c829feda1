package org.tutortimes.server.attempts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.classes.ClassLimits;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.model.classes.HighlightRules;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.classes.ClassSessions;

/// What becomes of the highlights of an attempt when more come.
final class HighlightMerge {

    private HighlightMerge() {}

    /// Adds those whose ids are new.
    ///
    /// @return whether there was any
    static boolean add(List<Highlight> all, List<Highlight> more) {
        Map<UUID, Highlight> known = new HashMap<>();
        all.forEach(each -> known.put(each.id(), each));
        int before = all.size();
        more.stream().filter(each -> known.putIfAbsent(each.id(), each) == null).forEach(all::add);
        return all.size() > before;
    }

    /// Takes one back.
    ///
    /// @return whether it stood until now
    /// @throws Refused where there is none with this id
    static boolean remove(List<Highlight> all, UUID id, Instant now) {
        for (int index = 0; index < all.size(); index++) {
            Highlight each = all.get(index);
            if (each.id().equals(id)) {
                boolean stood = each.stands();
                all.set(index, stood ? each.removed(now) : each);
                return stood;
            }
        }
        throw new Refused(new Refusal.NotFound("highlight"));
    }

    static void refuseTooMany(List<Highlight> all) {
        if (all.size() > ClassLimits.MOST_HIGHLIGHTS) {
            throw new Refused(
                    new Refusal.AgainstRule(
                            "An attempt has at most %,d highlights."
                                    .formatted(ClassLimits.MOST_HIGHLIGHTS),
                            "too_many_highlights"));
        }
    }

    /// Refuses highlights of what does not stand in the passages of the class session.
    static void refuseMisfits(Handle handle, Attempt attempt, List<Highlight> highlights) {
        UUID sessionId = attempt.classSessionId();
        if (sessionId == null) {
            return;
        }
        List<Passage> passages = ClassSessions.existing(handle, sessionId).plan().passages();
        for (Highlight highlight : highlights) {
            HighlightRules.misfit(highlight, passages)
                    .ifPresent(misfit -> {
                        throw new Refused(refusal(misfit));
                    });
        }
    }

    private static Refusal refusal(HighlightRules.Misfit misfit) {
        return switch (misfit) {
            case UNKNOWN_PASSAGE ->
                    new Refusal.AgainstRule(
                            "There is no such passage in the class session.", "unknown_passage");
            case BEYOND_PASSAGE ->
                    new Refusal.AgainstRule(
                            "The highlight ends beyond the end of its passage.", "beyond_passage");
            case OTHER_TEXT ->
                    new Refusal.AgainstRule(
                            "Another text stands at that place of the passage.", "other_text");
        };
    }
}
