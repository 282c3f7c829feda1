package org.tutortimes.server.audittrail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.audit.ListedEntry;
import org.tutortimes.server.audittrail.AuditView.Line;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.Reader;

/// Makes the lines of the audit log for a reader.
final class AuditViewOf {

    private final Handle handle;
    private final Words words;
    private final ZoneId zone;
    private final LocalDate today;
    private final StateWords states;

    /// Many lines of a page are about the same.
    private final Map<String, Optional<String>> names = new HashMap<>();

    AuditViewOf(Handle handle, Reader reader, Instant now) {
        this.handle = handle;
        this.words = reader.words();
        this.zone = reader.zone(ZoneOffset.UTC);
        this.today = now.atZone(zone).toLocalDate();
        this.states = new StateWords(words, zone, today);
    }

    List<Line> lines(List<ListedEntry> entries) {
        return entries.stream().map(this::line).toList();
    }

    private Line line(ListedEntry entry) {
        String note = entry.note();
        return new Line(
                words.dayAndTime(entry.at(), zone, today),
                entry.actor(),
                entry.userId() == null
                        ? ""
                        : user(entry.userId()).filter(n -> !n.equals(entry.actor())).orElse(""),
                entry.address(),
                words.text("audit.action." + entry.action().replace('_', '-')),
                subject(entry.subjectType(), words),
                name(entry),
                link(entry),
                entry.unitId() == null || entry.subjectType().equals("unit")
                        ? ""
                        : unit(entry.unitId()).orElse(""),
                note == null ? "" : note,
                entry.before() != null && entry.after() != null,
                states.changes(entry.before(), entry.after()));
    }

    static String subject(String type, Words words) {
        String key = "audit.subject." + type.replace('_', '-');
        return words.has(key) ? words.text(key) : type.replace('_', ' ');
    }

    private String name(ListedEntry entry) {
        String id = entry.subjectId();
        return switch (entry.subjectType()) {
            case "user" -> ofNumber(id, this::user);
            case "unit" -> ofNumber(id, this::unit);
            case "unit_role" -> ofNumber(id, this::unitRole);
            case "marking_session", "import" -> id;
            default -> "";
        };
    }

    private static String ofNumber(String id, LongFunction<Optional<String>> name) {
        return id.matches("[0-9]{1,18}") ? name.apply(Long.parseLong(id)).orElse(id) : id;
    }

    private static String link(ListedEntry entry) {
        String id = entry.subjectId();
        Long unit = entry.unitId();
        return switch (entry.subjectType()) {
            case "user" -> "/people/" + id;
            case "unit" -> "/units/" + id;
            case "class" -> "/classes/" + id;
            case "class_session" -> "/class-sessions/" + id;
            case "unit_role" -> unit == null ? "" : "/units/" + unit + "/people";
            case "tutor_time" -> unit == null ? "" : "/units/" + unit + "/sessions/" + id;
            case "marking_session" ->
                    unit == null ? "" : "/units/" + unit + "/marking-sessions/" + id;
            default -> "";
        };
    }

    private Optional<String> user(long id) {
        return names.computeIfAbsent("user " + id, _ -> AuditNamesStore.user(handle, id));
    }

    private Optional<String> unit(long id) {
        return names.computeIfAbsent("unit " + id, _ -> AuditNamesStore.unit(handle, id));
    }

    private Optional<String> unitRole(long id) {
        return names.computeIfAbsent("role " + id, _ -> AuditNamesStore.unitRole(handle, id));
    }
}
