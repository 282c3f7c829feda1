package org.tutortimes.server.check;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.model.classes.Participant;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.check.ClassCheckStore.Work;

/// What must hold of live classes: their lists can be read, and say the same as the rows beside
/// them.
final class ClassCheck {

    private static final ObjectReader STUDENTS = Json.mapper().readerForListOf(Long.class);
    private static final ObjectReader PASSAGES = Json.mapper().readerForListOf(Passage.class);
    private static final ObjectReader PARTICIPANTS =
            Json.mapper().readerForListOf(Participant.class);
    private static final ObjectReader HIGHLIGHTS = Json.mapper().readerForListOf(Highlight.class);

    private final Handle handle;
    private final Consumer<String> failures;

    ClassCheck(Handle handle, Consumer<String> failures) {
        this.handle = handle;
        this.failures = failures;
    }

    void run() {
        for (ClassCheckStore.ClassRow row : ClassCheckStore.classes(handle)) {
            list(STUDENTS, row.students(), "students of class " + row.id());
        }
        ClassCheckStore.sessions(handle).forEach(this::checkSession);
        ClassCheckStore.eachAttempt(handle, this::checkHighlights);
        ClassCheckStore.leftOpen(handle).forEach(failures);
    }

    private void checkSession(String id) {
        ClassCheckStore.SessionRow row = ClassCheckStore.session(handle, id);
        list(PASSAGES, row.passages(), "passages of class session " + id);
        Optional<List<Participant>> participants =
                list(PARTICIPANTS, row.participants(), "participants of class session " + id);
        if (participants.isPresent()) {
            checkAttempts(id, participants.get(), ClassCheckStore.attemptsIn(handle, id));
        }
    }

    /// Each participant names their own attempt there, and each attempt there is named.
    private void checkAttempts(String sessionId, List<Participant> participants, List<Work> work) {
        Map<String, Long> students =
                work.stream().collect(Collectors.toMap(Work::id, Work::studentId));
        for (Participant participant : participants) {
            UUID attempt = participant.attemptId();
            if (attempt != null
                    && !Objects.equals(
                            students.remove(attempt.toString()), participant.studentId())) {
                failures.accept(
                        "Student %d is in class session %s with attempt %s, which is not theirs there."
                                .formatted(participant.studentId(), sessionId, attempt));
            }
        }
        students.forEach((attempt, student) ->
                failures.accept(
                        "Attempt %s of student %d is in class session %s, and no participant has it."
                                .formatted(attempt, student, sessionId)));
    }

    private void checkHighlights(ClassCheckStore.AttemptRow row) {
        Optional<List<Highlight>> highlights =
                list(HIGHLIGHTS, row.highlightedText(), "highlights of attempt " + row.id());
        if (highlights.isPresent()) {
            long standing = highlights.get().stream().filter(Highlight::stands).count();
            if (standing != row.highlights()) {
                failures.accept(
                        "Attempt %s counts %d highlights, and %d stand in it."
                                .formatted(row.id(), row.highlights(), standing));
            }
        }
    }

    private <T> Optional<List<T>> list(ObjectReader reader, String json, String what) {
        try {
            List<T> list = reader.readValue(json);
            if (list != null && list.stream().allMatch(Objects::nonNull)) {
                return Optional.of(list);
            }
        } catch (JacksonException e) {
            // Told below, like a list that holds nothing where something should be.
        }
        failures.accept("The %s cannot be read.".formatted(what));
        return Optional.empty();
    }
}
