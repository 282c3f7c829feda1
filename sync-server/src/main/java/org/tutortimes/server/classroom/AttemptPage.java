package org.tutortimes.server.classroom;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.attempts.Attempt;
import org.tutortimes.server.attempts.Attempts;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.request.Ids;

/// A student's attempt for those who run the class: what was highlighted, in its place.
public final class AttemptPage {

    private final Attempts attempts;
    private final ClassSessions sessions;
    private final Teaching teaching;
    private final InstantSource clock;
    private final PageFrame frame;

    AttemptPage(ClassroomRoutes.Parts parts, Teaching teaching, PageFrame frame) {
        this.attempts = parts.attempts();
        this.sessions = parts.sessions();
        this.clock = parts.clock();
        this.teaching = teaching;
        this.frame = frame;
    }

    /// A passage in pieces, and what is said about them.
    ///
    /// @param remarks its highlights in the order of the text
    public record MarkedPassage(List<Piece> pieces, List<Remark> remarks) {}

    /// A piece of a passage.
    ///
    /// @param color of the latest highlight that it lies in; empty where it lies in none
    public record Piece(String text, String color) {}

    public record Remark(String quote, String color, String comment, String at) {}

    void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/attempts/{id}", frame.page(this::show), Access.PAGE);
    }

    private void show(Context context) {
        Caller caller = AccessControl.caller(context);
        Attempt attempt = attempts.one(caller, Ids.uuid(context, "id", "attempt"));
        @Nullable UUID sessionId = attempt.classSessionId();
        if (sessionId == null) {
            // There is nothing to show it in: it is read by programs.
            throw new Refused(new Refusal.NotFound("attempt"));
        }
        ClassSessions.Run run = sessions.run(caller, sessionId);
        ZoneId zone = teaching.zoneOf(run.teachingClass().unitId());
        Words words = PageLanguage.words(context);
        frame.show(
                context,
                "classroom/attempt",
                teaching.shell(
                        context, words.text("classroom.attempt"), run.teachingClass().unitId()),
                Map.of(
                        "unitId",
                        run.teachingClass().unitId(),
                        "student",
                        teaching.people(List.of(attempt.studentId())).getFirst().name(),
                        "session",
                        run.session(),
                        "state",
                        state(attempt, zone, words),
                        "passages",
                        run.session().plan().passages().stream()
                                .map(passage -> marked(passage, attempt, zone, words))
                                .toList(),
                        "zone",
                        zone.getId()));
    }

    private String state(Attempt attempt, ZoneId zone, Words words) {
        Instant submitted = attempt.submittedAt();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return SessionWords.attempt(
                        attempt.status(),
                        submitted == null ? null : words.dayAndTime(submitted, zone, today),
                        words)
                + " · "
                + words.text("classroom.highlights", attempt.highlights());
    }

    private static MarkedPassage marked(
            Passage passage, Attempt attempt, ZoneId zone, Words words) {
        List<Highlight> own =
                attempt.highlightedText().stream()
                        .filter(each -> each.passageId().equals(passage.id()))
                        .toList();
        return new MarkedPassage(
                Pieces.of(passage.text(), own),
                own.stream()
                        .sorted(Comparator.comparingInt(Highlight::positionStart))
                        .map(each ->
                                new Remark(
                                        each.text(),
                                        each.colorCode(),
                                        each.comment() == null ? "" : each.comment(),
                                        words.timeToTheSecond(each.timestamp(), zone)))
                        .toList());
    }
}
