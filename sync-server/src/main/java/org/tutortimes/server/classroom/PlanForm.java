package org.tutortimes.server.classroom;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tutortimes.model.classes.ClassLimits;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.classes.ClassSession.Plan;
import org.tutortimes.server.language.Words;

/// The plan of a class session as somebody fills it into a form.
///
/// @param when such as `2026-08-03T10:00`, in the unit's zone
/// @param text the passages, a line of three dashes between each two
public record PlanForm(String title, String when, String text) {

    private static final Pattern BETWEEN = Pattern.compile("(?m)^[ \\t]*---+[ \\t]*$\\n?");
    private static final int MOST_BYTES = 64 * 1_024;
    private static final int LONGEST_TITLE = 200;

    /// An empty one, for the next full hour.
    static PlanForm empty(Instant now, ZoneId zone) {
        return new PlanForm(
                "",
                now.atZone(zone)
                        .truncatedTo(ChronoUnit.HOURS)
                        .plusHours(1)
                        .toLocalDateTime()
                        .toString(),
                "");
    }

    static PlanForm of(Plan plan, ZoneId zone) {
        return new PlanForm(
                plan.title(),
                plan.scheduledAt()
                        .atZone(zone)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                String.join("\n---\n", plan.passages().stream().map(Passage::text).toList()));
    }

    static PlanForm read(Context context) {
        return new PlanForm(
                text(context, "title").strip(),
                text(context, "when"),
                text(context, "text").replace("\r\n", "\n").replace('\r', '\n'));
    }

    /// What is wrong with it, in a sentence; empty where nothing is.
    Optional<String> fault(Words words) {
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            return Optional.of(words.text("classroom.plan.wrong-title", LONGEST_TITLE));
        }
        if (passages().size() > ClassLimits.MOST_PASSAGES) {
            return Optional.of(words.text("classroom.plan.too-many", ClassLimits.MOST_PASSAGES));
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(words.text("classroom.plan.too-long", MOST_BYTES / 1_024));
        }
        try {
            LocalDateTime.parse(when);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(words.text("classroom.plan.no-time"));
        }
    }

    /// The plan of a form without faults.
    Plan plan(ZoneId zone) {
        return new Plan(
                title, LocalDateTime.parse(when).atZone(zone).toInstant(), null, passages());
    }

    private List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        for (String passage : BETWEEN.split(text, -1)) {
            if (!passage.isBlank()) {
                passages.add(new Passage(Integer.toString(passages.size() + 1), passage.strip()));
            }
        }
        return passages;
    }

    private static String text(Context context, String field) {
        String text = context.formParam(field);
        return text == null ? "" : text;
    }
}
