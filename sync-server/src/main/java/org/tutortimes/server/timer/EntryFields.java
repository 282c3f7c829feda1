package org.tutortimes.server.timer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.EntryRules;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.request.Body;

/// The fields that the timer's requests share. What becomes part of an event has the limits of
/// events.
final class EntryFields {

    private EntryFields() {}

    static MarkingTarget target(Body body) {
        MarkingTarget target = targetIfAny(body);
        if (target == null) {
            body.fault("task_id", "or task_definition_id must be given");
            return new MarkingTarget.Pile(0);
        }
        return target;
    }

    static @Nullable MarkingTarget targetIfAny(Body body) {
        Long task = body.number("task_id");
        Long pile = body.number("task_definition_id");
        if (task != null && pile != null) {
            body.fault("task_id", "and task_definition_id cannot both be given");
        }
        if (task != null) {
            return new MarkingTarget.OneTask(task);
        }
        return pile == null ? null : new MarkingTarget.Pile(pile);
    }

    /// The segments of a session that holds some time.
    static List<Segment> workedSegments(Body body, Instant now) {
        int faultsBefore = body.faultCount();
        List<Segment> segments = segments(body, now);
        if (segments == null) {
            body.fault("segments", "must be given");
            return List.of();
        }
        if (body.faultCount() == faultsBefore && !EntryRules.isEnough(segments)) {
            body.fault("segments", "must hold at least a second in all");
        }
        return segments;
    }

    /// The segments, or null where there is no such field.
    static @Nullable List<Segment> segments(Body body, Instant now) {
        if (!body.has("segments")) {
            return null;
        }
        int faultsBefore = body.faultCount();
        List<Segment> segments =
                body.objects("segments", EventCodec.MOST_SEGMENTS).stream()
                        .map(each ->
                                new Segment(
                                        each.requiredInstant("start"), each.requiredInstant("end")))
                        .toList();
        if (body.faultCount() == faultsBefore) {
            EntryRules.faults(segments, now)
                    .forEach(fault -> body.fault(fault.field(), fault.fault()));
        }
        return segments;
    }

    static @Nullable Integer submissions(Body body) {
        Long submissions = body.number("submissions");
        if (submissions == null) {
            return null;
        }
        if (submissions < 0 || submissions > EventCodec.MOST_SUBMISSIONS) {
            body.fault("submissions", "must be between 0 and " + EventCodec.MOST_SUBMISSIONS);
        }
        return submissions.intValue();
    }

    static @Nullable String note(Body body) {
        return body.text("note", EventCodec.LONGEST_TEXT);
    }

    static String requiredNote(Body body) {
        String note = note(body);
        if (note == null || note.isBlank()) {
            body.fault("note", "must say why");
            return "";
        }
        return note;
    }
}
