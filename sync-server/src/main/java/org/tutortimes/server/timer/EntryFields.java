package org.tutortimes.server.timer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            body.fault("task_id", "must be given, or task_definition_id");
            return new MarkingTarget.Pile(0);
        }
        return target;
    }

    static @Nullable MarkingTarget targetIfAny(Body body) {
        Long task = body.number("task_id");
        Long pile = body.number("task_definition_id");
        if (task != null && pile != null) {
            body.fault("task_id", "cannot be given together with task_definition_id");
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
        List<Optional<Segment>> segments =
                body.objects("segments", EventCodec.MOST_SEGMENTS).stream()
                        .map(EntryFields::segment)
                        .toList();
        EntryRules.faults(segments, now).forEach(fault -> body.fault(fault.field(), fault.fault()));
        return segments.stream().flatMap(Optional::stream).toList();
    }

    /// A segment; empty where it cannot be read.
    private static Optional<Segment> segment(Body body) {
        int faultsBefore = body.faultCount();
        Segment segment = new Segment(body.requiredInstant("start"), body.requiredInstant("end"));
        return body.faultCount() == faultsBefore ? Optional.of(segment) : Optional.empty();
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

    /// How many submissions of the pile were marked. A student's task is one, however long it took.
    static @Nullable Integer submissions(Body body, MarkingTarget target) {
        Integer submissions = submissions(body);
        if (submissions != null && target instanceof MarkingTarget.OneTask) {
            body.fault("submissions", "can only be given for a pile, that is a task definition");
        }
        return submissions;
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
