package org.tutortimes.server.classes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.ClassLimits;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.classes.ClassSession.Plan;
import org.tutortimes.server.request.Body;

/// What a request says of the plan of a class session.
final class ClassSessionFields {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ID = 100;

    private ClassSessionFields() {}

    /// Reads the fields; their faults are the body's.
    ///
    /// @param known what stands where a field is absent; null where all must be given
    static Plan plan(Body body, @Nullable Plan known) {
        return new Plan(
                known != null && !body.has("title") ? known.title() : title(body),
                known != null && !body.has("scheduled_at")
                        ? known.scheduledAt()
                        : body.requiredInstant("scheduled_at"),
                known != null && body.field("test_id").isMissingNode()
                        ? known.testId()
                        : body.number("test_id"),
                known != null && !body.has("passages") ? known.passages() : passages(body));
    }

    private static String title(Body body) {
        String title = body.requiredText("title").strip();
        if (title.length() > LONGEST_TITLE || (body.has("title") && title.isEmpty())) {
            body.fault("title", "must have 1 to " + LONGEST_TITLE + " characters");
        }
        return title;
    }

    private static List<Passage> passages(Body body) {
        List<Passage> passages = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Body each : body.objects("passages", ClassLimits.MOST_PASSAGES)) {
            String id = Objects.requireNonNullElse(each.text("id", LONGEST_ID), "");
            String text = each.requiredText("text");
            if (id.isBlank()) {
                each.fault("id", "must be given");
            } else if (!ids.add(id)) {
                each.fault("id", "must be another than those before it");
            }
            if (each.has("text") && text.isBlank()) {
                each.fault("text", "must not be blank");
            }
            passages.add(new Passage(id, withPlainLineEnds(text)));
        }
        return passages;
    }

    /// Positions in a text are the same everywhere only if its lines end everywhere alike.
    private static String withPlainLineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
