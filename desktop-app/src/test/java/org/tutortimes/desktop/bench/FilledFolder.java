package org.tutortimes.desktop.bench;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tutortimes.desktop.account.Account;
import org.tutortimes.desktop.account.AccountStore;
import org.tutortimes.desktop.journal.Journal;
import org.tutortimes.desktop.reference.ReferenceStore;
import org.tutortimes.desktop.store.DataFolder;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.model.bench.MarkingScript;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.sync.Reference;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;

/// A desktop's data folder as it is after years of use: an account, reference data, a history that
/// came from the server, and one session of today that is paused.
final class FilledFolder {

    static final Choice CHOICE =
            new Choice(100, "SIT221", new MarkingTarget.Pile(1), "1.1P", "Task 1", null);

    private static final Account TUTOR = Account.of("http://127.0.0.1:9", 1, "tina", "Tina Tutor");
    private static final int TASK_DEFINITIONS = 12;
    private static final int STUDENTS = 300;
    private static final int SESSIONS_AT_ONCE = 500;
    private static final Duration TIME_EACH = Duration.ofMinutes(110);

    private FilledFolder() {}

    /// Fills a folder that is empty.
    static void fill(Path folder, int sessions) throws JacksonException {
        Instant now = Instant.now();
        try (DataFolder claimed = DataFolder.claim(folder);
                LocalDatabase database = LocalDatabase.open(claimed.database(), false, now)) {
            new AccountStore(database).use(TUTOR);
            database.jdbi()
                    .useTransaction(
                            handle -> new ReferenceStore().merge(handle, TUTOR.id(), reference()));
            addHistory(database, sessions, now);
            take(database, pausedToday(now));
        }
    }

    private static Reference reference() {
        List<Reference.TaskDefinition> definitions = new ArrayList<>();
        List<Reference.Task> tasks = new ArrayList<>();
        List<Reference.Student> students = new ArrayList<>();
        for (long number = 1; number <= TASK_DEFINITIONS; number++) {
            definitions.add(
                    new Reference.TaskDefinition(
                            number, 10, number + ".1P", "Task " + number, true));
        }
        for (long number = 1; number <= STUDENTS; number++) {
            students.add(
                    new Reference.Student(
                            number, 10, "student" + number, "Student " + number, true));
            long definition = number % TASK_DEFINITIONS + 1;
            tasks.add(new Reference.Task(number, number, definition, "ready_for_feedback", true));
        }
        return new Reference(
                "1-0",
                true,
                List.of(
                        new Reference.Unit(
                                10,
                                "SIT221",
                                "Data Structures",
                                "Australia/Melbourne",
                                null,
                                null,
                                true)),
                List.of(new Reference.UnitRole(100, 10, UnitRoleKind.TUTOR, true)),
                definitions,
                tasks,
                students);
    }

    private static void addHistory(LocalDatabase database, int sessions, Instant now)
            throws JacksonException {
        Instant from = now.minus(Duration.ofDays(2)).minus(TIME_EACH.multipliedBy(sessions));
        MarkingScript script = new MarkingScript(CHOICE.unitRoleId(), targets(), 1, from);
        List<JsonNode> events = new ArrayList<>();
        for (int session = 1; session <= sessions; session++) {
            for (String event : script.nextSession()) {
                events.add(Json.tree(event));
            }
            if (session % SESSIONS_AT_ONCE == 0 || session == sessions) {
                take(database, events);
                events.clear();
            }
        }
        if (script.time().isAfter(now)) {
            throw new IllegalStateException("the history has reached the future");
        }
    }

    private static List<MarkingTarget> targets() {
        List<MarkingTarget> targets = new ArrayList<>();
        for (long number = 1; number <= TASK_DEFINITIONS; number++) {
            targets.add(new MarkingTarget.Pile(number));
        }
        for (long number = 1; number <= STUDENTS; number++) {
            targets.add(new MarkingTarget.OneTask(number));
        }
        return targets;
    }

    private static List<JsonNode> pausedToday(Instant now) {
        UUID session = UUID.randomUUID();
        UUID start = UUID.randomUUID();
        UUID device = UUID.randomUUID();
        Instant pausedAt = Instant.ofEpochMilli(now.toEpochMilli()).minusSeconds(60);
        Duration worked = Duration.ofMinutes(20);
        Fact started = new Fact.Started(CHOICE.unitRoleId(), CHOICE.target(), false);
        Fact paused =
                new Fact.Paused(PauseReason.BY_HAND, new Fact.Closing(start, worked.toMillis()));
        return List.of(
                EventCodec.encode(
                        new TimerEvent(
                                start,
                                session,
                                device,
                                1,
                                pausedAt.minus(worked),
                                "UTC",
                                0,
                                started)),
                EventCodec.encode(
                        new TimerEvent(
                                UUID.randomUUID(),
                                session,
                                device,
                                2,
                                pausedAt,
                                "UTC",
                                0,
                                paused)));
    }

    private static void take(LocalDatabase database, List<JsonNode> events) {
        Journal journal = new Journal(database);
        database.jdbi()
                .useTransaction(handle -> journal.take(handle, TUTOR.id(), events, Instant.now()));
    }
}
